import type { QuoteContext } from '../../domain/answer.ts';
import { escapeMarkdown, withoutHalfPair } from '../render/escape.ts';
import { citation, headLine, linkable, NEUTRAL_COLOR } from '../render/evidence-card.ts';
import { LIMITS } from '../limits.ts';
import { CUT_MARK } from '../render/quote.ts';
import { cardChars } from '../layout/lay-out-message.ts';
import { createReply, type Card } from '../reply.ts';
import type { ReplyButton } from './button.ts';
import { BUTTON_WORDS } from '../words/button-words.ts';

/** Less of a paragraph tells nothing. */
const LEAST_CHARS = 200;

/** Shows the paragraph around each quote of the message, the quote in bold. */
export const context: ReplyButton = {
  kind: 'reply',
  action: 'context',
  label: BUTTON_WORDS.context,
  // Stands in the cards, beside what it is the context of.
  applies: () => false,
  async run({ app, shown }) {
    const items = shown.items.slice(0, LIMITS.cards);
    const cards: Card[] = [];
    let room: number = LIMITS.cardsTotalChars;
    for (const [i, item] of items.entries()) {
      const url = linkable(item.url);
      const card: Card = {
        color: NEUTRAL_COLOR,
        author: { name: headLine(item, app.sides, String(item.n)), ...(url === null ? {} : { url }) },
        footer: { text: citation(item) },
      };
      const taken = cardChars(card) + 1;
      const own = Math.max(Math.floor(room / (items.length - i)) - taken, LEAST_CHARS);
      if (taken + own > room) break;
      const around = await app.context(item);
      const description =
        around === null
          ? BUTTON_WORDS.articleChangedSince
          : showContext(around, Math.min(LIMITS.descriptionChars, own));
      cards.push({ ...card, description });
      room -= taken + description.length;
    }
    const left = shown.items.length - cards.length;
    const what = cards.length === 1 ? BUTTON_WORDS.wordsAround : BUTTON_WORDS.wordsAroundEach;
    const content = BUTTON_WORDS.moreDidNotFit(what, left > 0 ? BUTTON_WORDS.moreDidNot(left) : '');
    return { reply: createReply(content, cards), command: 'context', options: {} };
  },
};

const BOLD = '**';

/** The paragraph as Markdown in at most `maxChars`: what is nearest to the quote is kept, and what is cut is marked. */
function showContext({ before, quote, after }: QuoteContext, maxChars: number): string {
  const room = maxChars - 2 * CUT_MARK.length;
  const bold = clip(quote, room - 2 * BOLD.length * (1 + quote.split('\n').length), 'end', boldLines);
  const half = Math.max(0, Math.floor((room - bold.length) / 2));
  const first = clip(before, half, 'start', escapeMarkdown);
  // "[…](" would open a link.
  const space = bold.endsWith(CUT_MARK) ? ' ' : '';
  const last = clip(after, room - bold.length - first.length - space.length, 'end', escapeMarkdown);
  return `${first}${bold}${space}${last}`;
}

/** Emphasis ends with the line in Discord. */
function boldLines(text: string): string {
  return escapeMarkdown(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? line : `${BOLD}${line}${BOLD}`))
    .join('\n');
}

/** As much of `text` as fits when shown, without its end or its start, and a mark where it was cut. */
function clip(
  text: string,
  maxChars: number,
  without: 'start' | 'end',
  show: (part: string) => string,
): string {
  if (show(text).length <= maxChars) return show(text);
  let kept = Math.max(0, Math.min(text.length, maxChars));
  const part = (): string => {
    if (without === 'end') return withoutHalfPair(text.slice(0, kept));
    return text.slice(text.length - kept).replace(/^[\uDC00-\uDFFF]/, '');
  };
  while (kept > 0 && show(part()).length > maxChars) kept = Math.floor(kept * 0.9);
  return without === 'end' ? show(part()) + CUT_MARK : `${CUT_MARK.trim()} ${show(part())}`;
}
