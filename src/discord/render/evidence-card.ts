import type { Evidence } from '../../domain/answer.ts';
import type { Side } from '../../domain/actor.ts';
import type { EvidenceGroup, OtherWording } from '../../domain/quote/same-words.ts';
import { SPEECH, showAct } from '../../show/show-act.ts';
import { showCarriers, showSourceNotes } from '../../show/show-carriers.ts';
import { showDate } from '../../show/show-date.ts';
import { whoSpeaks, whoSpeaksIfAnybody } from '../../show/show-speaker.ts';
import { linkAddress, markdownLine, plainLine } from './escape.ts';
import { LIMITS } from '../limits.ts';
import { cardChars } from '../layout/lay-out-message.ts';
import type { Card } from '../reply.ts';
import { showQuote } from './quote.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

/** Muted, in the order of the collection's sides, so that one sees at a glance who speaks for whom. */
const SIDE_COLORS = [0x5b7fa6, 0xa3605c, 0x5f8f74, 0xa1874f, 0x7c6c9c, 0x4f8c92];
export const NEUTRAL_COLOR = 0x7d828a;

const WHO_CHARS = 160;
/** Beside a button on a phone, three lines with outlet and date. */
const TITLE_CHARS = 36;
const BRIEF_TITLE_CHARS = 12;
const WHOLE_TITLE_CHARS = 160;
const OUTLET_CHARS = 40;
const PLACE_CHARS = 30;
/** Other articles with the same words that are named one by one; the rest is counted. */
const OTHERS_SHOWN = 2;
const DIFFERENCE_CHARS = 60;
/** What differs says something where the rest is the same: of texts about as long as each other, in one place. */
const SAME_LENGTH = 0.75;
/** What a quote is cut to leaves room for so much at least. */
const LEAST_QUOTE_CHARS = 200;
/** Where a quote is cut. */
interface Cut {
  readonly quoteChars?: number | undefined;
  /** What the words that are shown are to be about. */
  readonly asked?: string | undefined;
  /** Whether there is room for little more than who says it, and where: act and kind of speech stand in the small print. */
  readonly isBrief?: boolean;
}

/**
 * One utterance: who in the author line, then the words, and in small print where they stand, linked to the article where
 * its address is known, and which other articles have them too. Stays within `maxChars` (1,000 at least); a quote that is
 * too long for that, or for `quoteChars`, is cut visibly.
 */
export function evidenceCard(
  group: EvidenceGroup,
  sides: readonly Side[],
  label: string,
  maxChars: number,
  { quoteChars = LIMITS.descriptionChars, asked = '', isBrief = false }: Cut = {},
): Card {
  const author = { name: isBrief ? whoLine(group.first, sides, label) : headLine(group.first, sides, label) };
  const room = Math.min(LIMITS.descriptionChars, maxChars - cardChars({ author }) - 1);
  return {
    color: colorOf(group.first.side, sides),
    author,
    description: quoteWithSource(group, sides, room, { quoteChars, asked, isBrief }),
  };
}

/** The words and in small print where they stand, as Markdown in `maxChars`. */
function quoteWithSource(
  { first, others }: EvidenceGroup,
  sides: readonly Side[],
  maxChars: number,
  { quoteChars, asked, isBrief }: Required<Cut>,
): string {
  const source = small(isBrief ? briefSourceLine(first) : sourceLine(first));
  const named = isBrief ? [] : alsoLines(others, first, sides);
  const isRoom = [source, ...named].join('\n').length + LEAST_QUOTE_CHARS < maxChars;
  const also = isRoom || others.length === 0 ? named : [small(ANSWER_WORDS.alsoMore(others.length))];
  const below = [source, ...also].join('\n').length + 1;
  const fits = Math.min(quoteChars, Math.max(LEAST_QUOTE_CHARS, maxChars - below));
  const { markdown } = showQuote(first.text, first.type, fits, asked);
  return [markdown, source, ...also].join('\n');
}

const small = (line: string): string => `-# ${line}`;

/**
 * The article's title, linked where its address is known, with outlet and date where they are known, and how far others
 * bear it out. Markdown.
 */
export function sourceLine(evidence: Evidence): string {
  const { title, url, outlet, published, place } = evidence;
  const carriers = showCarriers(evidence);
  const parts = [
    linked(title, url, TITLE_CHARS) + (place ? `, ${markdownLine(place, PLACE_CHARS)}` : ''),
    outlet === null ? null : markdownLine(outlet, OUTLET_CHARS),
    published === null ? null : showDate(published),
    ...showSourceNotes(evidence).map((note) => markdownLine(note, OUTLET_CHARS)),
    carriers === null ? null : markdownLine(carriers, OUTLET_CHARS),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What somebody does, how their words are given, and where they stand, in two lines beside a button on a phone. */
function briefSourceLine({ act, type, outlet, title, url, published }: Evidence): string {
  const parts = [
    showAct(act),
    SPEECH[type],
    linked(outlet ?? title, url, BRIEF_TITLE_CHARS),
    published === null ? null : showDate(published),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Words with an address behind them, which is never cut; the words alone where there is none that Discord takes. */
function linked(words: string, url: string | null, maxChars: number): string {
  const web = linkable(url);
  const address = web === null ? undefined : linkAddress(web);
  const shown = markdownLine(words, maxChars) || '…';
  const isShown = address !== undefined && address.length <= LONGEST_LINK_CHARS;
  return isShown ? `[${shown}](<${address}>)` : shown;
}
const LONGEST_LINK_CHARS = 300;

function alsoLines(others: readonly OtherWording[], first: Evidence, sides: readonly Side[]): string[] {
  const shown = others.slice(0, OTHERS_SHOWN).map((other) => {
    const { evidence } = other;
    const who = whoSpeaks(evidence, sides);
    const parts = [
      ANSWER_WORDS.alsoNumber(evidence.n),
      who === whoSpeaks(first, sides) ? null : markdownLine(who ?? '', OUTLET_CHARS),
      linked(evidence.outlet ?? evidence.title, evidence.url, OUTLET_CHARS),
      evidence.published === null ? null : showDate(evidence.published),
      tellingDifference(other, first),
    ];
    return small(parts.filter((part) => part !== null).join(' · '));
  });
  const left = others.length - shown.length;
  return left === 0 ? shown : [...shown, small(ANSWER_WORDS.alsoInMore(left))];
}

const quoted = (words: string): string => showQuote(words, 'direct', DIFFERENCE_CHARS).markdown;

/** What another article has in other words, where all the rest agrees; null where it says nothing. */
function tellingDifference({ evidence, differences }: OtherWording, first: Evidence): string | null {
  const [only, second] = differences;
  const lengths = [evidence.text.length, first.text.length];
  if (only === undefined || second !== undefined) return null;
  if (Math.min(...lengths) < SAME_LENGTH * Math.max(...lengths)) return null;
  return ANSWER_WORDS.wordsFor(quoted(only.given), quoted(only.source));
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
  return address === null ? null : `[open](<${linkAddress(address)}>)`;
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

/** "1 · Wendy Sherman (US)"; for nobody's words the kind of speech. */
function whoLine(evidence: Evidence, sides: readonly Side[], label: string): string {
  const who = whoSpeaksIfAnybody(evidence, sides);
  return who === null ? headLine(evidence, sides, label) : `${label} · ${plainLine(who, WHO_CHARS)}`;
}

/** Where it stands: title, with outlet and date where they are known. Never empty, not escaped yet. */
export function citation(evidence: Evidence): string {
  const { title, outlet, published, place } = evidence;
  const parts = [
    (plainLine(title, WHOLE_TITLE_CHARS) || '…') + (place ? `, ${plainLine(place, PLACE_CHARS)}` : ''),
    outlet === null ? null : plainLine(outlet, OUTLET_CHARS),
    published === null ? null : showDate(published),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** The colour of a side; grey for nobody's. */
export function colorOf(side: string | null, sides: readonly Side[]): number {
  const index = sides.findIndex(({ id }) => id === side);
  return SIDE_COLORS[index] ?? NEUTRAL_COLOR;
}
