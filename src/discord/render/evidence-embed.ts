import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { Evidence } from '../../domain/answer.ts';
import type { Side } from '../../domain/actor.ts';
import type { EvidenceGroup, OtherWording } from '../../domain/same-words.ts';
import { SPEECH, showAct } from '../../show/show-act.ts';
import { showDate } from '../../show/show-date.ts';
import { whoSpeaks, whoSpeaksIfAnybody } from '../../show/show-speaker.ts';
import { markdownLine, plainLine } from './escape.ts';
import { LIMITS } from '../limits.ts';
import { showQuote } from './quote.ts';
import { embedChars } from '../reply.ts';

/** Muted, in the order of the collection's sides, so that one sees at a glance who speaks for whom. */
const SIDE_COLORS = [0x5b7fa6, 0xa3605c, 0x5f8f74, 0xa1874f, 0x7c6c9c, 0x4f8c92];
export const NEUTRAL_COLOR = 0x7d828a;

const WHO_CHARS = 160;
const TITLE_CHARS = 160;
const OUTLET_CHARS = 80;
const PLACE_CHARS = 30;
/** Other articles with the same words that are shown one by one; the rest is counted. */
const OTHERS_SHOWN = 4;
const DIFFERENCE_CHARS = 160;
const OTHER_TEXT_CHARS = 500;

/**
 * One utterance: who in the author line, the words in the description, where they stand in the footer, linked to the
 * article where its address is known; each other article that has the same words is a field. Author and footer take no
 * Markdown, so nothing in them can be made a link. Stays within `maxChars` (1,000 an article at least) of Discord's
 * total; a quote that is too long for that is cut visibly.
 */
export function evidenceEmbed(
  { first: evidence, others }: EvidenceGroup,
  sides: readonly Side[],
  label: string,
  maxChars: number,
): APIEmbed {
  const url = linkable(evidence.url);
  const embed: APIEmbed = {
    color: colorOf(evidence.side, sides),
    author: { name: headLine(evidence, sides, label), ...(url === null ? {} : { url }) },
    footer: { text: citation(evidence) },
    ...(others.length === 0 ? {} : { fields: otherFields(others, evidence, sides) }),
  };
  const room = Math.min(LIMITS.descriptionChars, maxChars - embedChars(embed));
  const whole = showQuote(evidence.text, evidence.type, room);
  if (whole.shownChars === evidence.text.length) return { ...embed, description: whole.markdown };
  const noteChars = cutNote(evidence.text.length, evidence.text.length).length;
  const cut = showQuote(
    evidence.text,
    evidence.type,
    Math.min(room, maxChars - embedChars(embed) - noteChars),
  );
  return {
    ...embed,
    description: cut.markdown,
    footer: { text: citation(evidence) + cutNote(cut.shownChars, evidence.text.length) },
  };
}

/** The address as Discord takes it; null for anything but a web address. */
export function linkable(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && href.length <= 2048 ? href : null;
}

/** Our word with the article's address behind it; nothing where there is none. The words of the link are never the article's. */
export function openLink(url: string | null): string | null {
  const address = linkable(url);
  return address === null ? null : `[open](<${address.replaceAll('(', '%28').replaceAll(')', '%29')}>)`;
}

/**
 * "1 · Wendy Sherman (US) · offers · quoted". Shorter than Discord's limit whatever the names are, so that the kind of
 * speech is never cut off. Not escaped yet.
 */
export function headLine(evidence: Evidence, sides: readonly Side[], label: string): string {
  const who = whoSpeaksIfAnybody(evidence, sides);
  const parts = [
    label,
    who === null ? null : plainLine(who, WHO_CHARS),
    showAct(evidence.act),
    SPEECH[evidence.type],
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function otherFields(
  others: readonly OtherWording[],
  first: Evidence,
  sides: readonly Side[],
): APIEmbedField[] {
  const shown = others.slice(0, OTHERS_SHOWN).map((other) => ({
    name: markdownLine(otherHead(other.evidence, first, sides), LIMITS.fieldNameChars),
    value: otherWords(other),
  }));
  const left = others.slice(OTHERS_SHOWN);
  if (left.length === 0) return shown;
  const titles = left.map(({ evidence }) => `${evidence.n} · ${plainLine(evidence.title, TITLE_CHARS)}`);
  const value = markdownLine(titles.join(' · '), OTHER_TEXT_CHARS);
  return [...shown, { name: `also in ${left.length} more`, value }];
}

/** "also 3 · reported · The Messenger · 11 Jan 2022"; who says it only where it is not the same. */
function otherHead(evidence: Evidence, first: Evidence, sides: readonly Side[]): string {
  const who = whoSpeaks(evidence, sides);
  const parts = [
    `also ${evidence.n}`,
    who === whoSpeaks(first, sides) ? null : plainLine(who ?? '', OUTLET_CHARS),
    SPEECH[evidence.type],
    plainLine(evidence.outlet ?? evidence.title, OUTLET_CHARS),
    showDate(evidence.published),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

const quoted = (words: string): string => showQuote(words, 'direct', DIFFERENCE_CHARS).markdown;

/** What another article has in other words, as Markdown; the whole of it where no words were exchanged. */
export function otherWords({ evidence, differences }: OtherWording): string {
  const words =
    differences.length > 0
      ? differences.map(({ given, source }) => `${quoted(given)} for ${quoted(source)}`).join('\n')
      : showQuote(evidence.text, evidence.type, OTHER_TEXT_CHARS).markdown;
  // An address is never cut, only left out where it would take the place of the words.
  const link = openLink(evidence.url);
  const whole = link === null ? words : `${words}\n${link}`;
  return whole.length <= LIMITS.fieldValueChars ? whole : words;
}

/** Where it stands: title, outlet and date. Not escaped yet. */
export function citation(evidence: Evidence): string {
  const outlet = evidence.outlet === null ? 'outlet not given' : plainLine(evidence.outlet, OUTLET_CHARS);
  const place = evidence.place ? `, ${plainLine(evidence.place, PLACE_CHARS)}` : '';
  return `${plainLine(evidence.title, TITLE_CHARS)}${place} · ${outlet} · ${showDate(evidence.published)}`;
}

function cutNote(shownChars: number, allChars: number): string {
  return ` · cut here: the first ${shownChars} of ${allChars} characters`;
}

function colorOf(side: string | null, sides: readonly Side[]): number {
  const index = sides.findIndex(({ id }) => id === side);
  return SIDE_COLORS[index] ?? NEUTRAL_COLOR;
}
