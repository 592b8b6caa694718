import type { APIEmbed } from 'discord.js';
import type { Answer, Evidence, SpeakerAnswer } from '../domain/answer.ts';
import type { Side } from '../domain/actor.ts';
import { markdownLine } from './escape.ts';
import { evidenceEmbed, NEUTRAL_COLOR, whoSpeaks } from './evidence-embed.ts';
import { LIMITS } from './limits.ts';
import { createReply, embedChars, sentenceReply, type Reply } from './reply.ts';

// One embed an evidence item, below a small one with the question. Quote and citation are then one box that nothing can
// part, its coloured edge tells the side before anything is read, and a long quote has 4096 characters instead of a
// field's 1024. The content line says who is quoted: it is all that notifications show.

const NAMES_SHOWN = 4;
const NAME_CHARS = 160;
const COMPOSED_CHARS = 1500;
const MORE_CHARS = 120;

/** The reply to a question: evidence, or that the articles do not say. `sides` gives labels and colours. */
export function renderAnswer(answer: Answer, sides: readonly Side[]): Reply {
  if (!answer.answered) return renderNoAnswer(answer, sides);
  const composed = markdownLine(answer.answer ?? '', COMPOSED_CHARS);
  const header = {
    ...headed(answer.question),
    ...(composed === '' ? {} : { description: composed }),
  };
  return createReply(
    `${counted(answer.evidence, 'citation')}${names(answer.evidence, sides)}`,
    fitted(header, answer.evidence, sides, { advice: 'ask with a side, speaker or topic to see fewer' }),
  );
}

/** The reply to who somebody is and said; `name` and `topic` are as asked for. */
export function renderSpeaker(
  found: SpeakerAnswer,
  asked: { readonly name: string; readonly topic?: string | undefined },
  sides: readonly Side[],
): Reply {
  const { speaker, statements } = found;
  if (speaker === null) {
    const near = found.suggestions.length === 0 ? '' : ` Did you mean ${found.suggestions.join(', ')}?`;
    return sentenceReply(`Nobody called “${asked.name}” speaks in these articles.${near}`);
  }
  const who = whoSpeaks({ speaker: speaker.name, side: speaker.side }, sides) ?? speaker.name;
  const on = asked.topic === undefined ? '' : ` on ${asked.topic}`;
  if (statements.length === 0) return sentenceReply(`No statement of ${who}${on} in these articles.`);
  const header: APIEmbed = {
    ...headed(who + on),
    ...(speaker.aliases.length === 0
      ? {}
      : { description: `Also called ${markdownLine(speaker.aliases.join(', '), 300)}` }),
  };
  return createReply(
    `${markdownLine(who + on, LIMITS.titleChars)}: ${counted(statements, 'statement')}`,
    fitted(header, statements, sides, { advice: 'give a topic to see fewer' }),
  );
}

function renderNoAnswer(answer: Answer, sides: readonly Side[]): Reply {
  const { articles, passages } = answer.searched;
  const near = answer.nearMisses.length === 0 ? '' : ' What comes nearest is below; it is not an answer.';
  const header = {
    ...headed(answer.question),
    description: `Searched ${plural(articles, 'article')}, ${plural(passages, 'passage')}.${near}`,
  };
  const wording = { label: 'near, but not an answer', advice: 'they are no answer either' };
  return createReply(
    'No answer: the articles do not say.',
    fitted(header, answer.nearMisses, sides, wording),
  );
}

/** Stands before each item (its number without it), and what to do when not all fit. */
interface Wording {
  readonly label?: string;
  readonly advice: string;
}

/**
 * The header and, in order, as many items as fit in one message; those after are counted in a last line instead. Only a
 * single item that would not fit a message of its own is cut.
 */
function fitted(
  header: APIEmbed,
  items: readonly Evidence[],
  sides: readonly Side[],
  wording: Wording,
): APIEmbed[] {
  const embeds = [header];
  let room = LIMITS.embedsTotalChars - embedChars(header) - MORE_CHARS;
  const longest = room;
  for (const [index, item] of items.entries()) {
    const embed = evidenceEmbed(item, sides, wording.label ?? String(item.n), longest);
    const left = items.length - index;
    const lastPlace = embeds.length === LIMITS.embeds - 1;
    if (embedChars(embed) > room || (lastPlace && left > 1))
      return [...embeds, moreEmbed(left, wording.advice)];
    embeds.push(embed);
    room -= embedChars(embed);
  }
  return embeds;
}

function moreEmbed(left: number, advice: string): APIEmbed {
  return { description: `${left} more did not fit in this message: ${advice}.`, color: NEUTRAL_COLOR };
}

/** An embed of a title alone; Discord takes none that is empty. */
function headed(title: string): APIEmbed {
  return { title: markdownLine(title, LIMITS.titleChars) || '…', color: NEUTRAL_COLOR };
}

/** "3 citations from 2 articles": not "quotes", as a reporter's words are among them. */
function counted(items: readonly Evidence[], noun: string): string {
  const articles = new Set(items.map((item) => item.article)).size;
  return `${plural(items.length, noun)} from ${plural(articles, 'article')}`;
}

/** ": Wendy Sherman (US), Sergei Ryabkov (Russia)": who is quoted, as Markdown; nothing when nobody is. */
function names(items: readonly Evidence[], sides: readonly Side[]): string {
  const all = [...new Set(items.map((item) => whoSpeaks(item, sides)))].filter((name) => name !== null);
  if (all.length === 0) return '';
  const shown = all
    .slice(0, NAMES_SHOWN)
    .map((name) => markdownLine(name, NAME_CHARS))
    .join(', ');
  return `: ${shown}${all.length > NAMES_SHOWN ? ` and ${all.length - NAMES_SHOWN} more` : ''}`;
}

/** "1 article", "3 articles". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
