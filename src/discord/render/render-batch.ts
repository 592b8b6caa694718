import { matrixParts } from '../../pictures/matrix/matrix-parts.ts';
import { matrixWords } from '../../pictures/matrix/matrix-words.ts';
import type { App } from '../../app.ts';
import type { Evidence } from '../../domain/answer.ts';
import type { Pace } from '../../domain/follow.ts';
import { groupSameWords } from '../../domain/quote/same-words.ts';
import { whoSpeaks } from '../../show/show-speaker.ts';
import { LIMITS } from '../limits.ts';
import { createReply, type Reply } from '../reply.ts';
import { markdownLine, plainLine } from './escape.ts';
import { evidenceCard, NEUTRAL_COLOR } from './evidence-card.ts';
import { headed } from './notices.ts';
import { DISCORD_THEME, withPictures } from './picture.ts';
import { showQuote } from './quote.ts';
import { FOLLOW_WORDS } from '../words/follow-words.ts';

const FIRST_CHARS = 400;
const PROCEDURAL_CHARS = 150;
const ALSO_CHARS = 150;
/** Kept free for what stands below the line. */
const LINE_CHARS = 1500;

/** What a place is told, as `tellArrivals` gives it. */
export interface TellItems {
  readonly pace: Pace;
  readonly nonce: string;
  readonly quotes: readonly Evidence[];
  readonly procedural: readonly Evidence[];
}

/**
 * One message: the first quote, then each in a box, the same words of several outlets once; what is but procedure in one
 * box below. The small print names the message, so that it is found again.
 */
export function renderBatch(
  { pace, nonce, quotes, procedural }: TellItems,
  app: Pick<App, 'sides' | 'topics'>,
): Reply {
  const groups = groupSameWords(quotes);
  const [first] = quotes.length > 0 ? quotes : procedural;
  const others = quotes.length + procedural.length - 1;
  const who = first === undefined ? null : whoSpeaks(first, app.sides);
  const lead =
    first === undefined
      ? FOLLOW_WORDS.nothingNew
      : `${showQuote(first.text.replaceAll('\n', ' '), first.type, FIRST_CHARS).markdown}${who === null ? '' : ` — ${markdownLine(who, PROCEDURAL_CHARS)}`}`;
  const more = others > 0 ? FOLLOW_WORDS.andMoreStatements(others) : '';
  const content = `${lead}${more}${pace === 'at once' ? '' : FOLLOW_WORDS.digest(pace)}\n-# ${nonce}`;
  const room = LIMITS.cardsTotalChars - (procedural.length > 0 ? LINE_CHARS : 0) - LIMITS.titleChars;
  const each = Math.floor(room / Math.max(1, groups.length));
  const boxes = groups.map(({ first: one, others: copies }) => {
    const card = evidenceCard({ first: one, others: [] }, app.sides, String(one.n), each - ALSO_CHARS);
    const also = alsoIn(copies.map(({ evidence }) => evidence));
    return also === '' ? card : { ...card, footer: { text: also } };
  });
  const lines = procedural.map(({ text, outlet }) => {
    const words = markdownLine(text, PROCEDURAL_CHARS);
    return outlet === null ? words : `${words} · ${markdownLine(outlet, 40)}`;
  });
  const line =
    lines.length === 0
      ? []
      : [{ color: NEUTRAL_COLOR, title: FOLLOW_WORDS.besides, description: fitting(lines, LINE_CHARS - 20) }];
  return createReply(content, [...boxes, ...line]);
}

/** "also in The Messenger": which other outlets have the same words. Author and footer take no Markdown. */
function alsoIn(copies: readonly Evidence[]): string {
  const outlets = new Set(copies.map(({ outlet, title }) => plainLine(outlet ?? title, 60)));
  return outlets.size === 0 ? '' : FOLLOW_WORDS.alsoIn([...outlets].join(', ')).slice(0, ALSO_CHARS);
}

function fitting(lines: readonly string[], chars: number): string {
  let text = '';
  for (const line of lines)
    if (text.length + line.length + 1 <= chars) text += `${text === '' ? '' : '\n'}${line}`;
  return text;
}

/** A digest with the matrix of all that is said, as a picture. */
export async function withMatrix(reply: Reply, app: App): Promise<Reply> {
  const answer = await app.matrix();
  const [part] = answer.sides.length === 0 ? [] : matrixParts(answer, app, { theme: DISCORD_THEME, most: 1 });
  if (part === undefined || reply.cards.length >= LIMITS.cards) return reply;
  const picture = { name: 'matrix', svg: part.svg, words: matrixWords(part.answer, app) };
  return withPictures({ ...reply, cards: [headed(FOLLOW_WORDS.allSaid), ...reply.cards] }, [picture]);
}
