import { cardText } from '../../layout/lay-out-message.ts';
import type { Card } from '../../reply.ts';

// How high things are on a phone of 400 px, as the preview shows them in the widest of its usual letters, a little too much
// rather than too little (docs/figures.md has what was measured).

/** An answer is no higher than this, its buttons and the line above it included. */
const ANSWER_PX = 480;
/** Who used which command, the name of the bot, and the room between. */
const AROUND_ANSWER_PX = 80;
const BUTTONS_ROW_PX = 40;
/** The room around what is in a card, and between cards. */
const AROUND_CARD_PX = 48;

interface Kind {
  readonly px: number;
  /** That fit in a line. */
  readonly chars: number;
}
const HEADLINE: Kind = { px: 22, chars: 32 };
const SMALL: Kind = { px: 18, chars: 40 };
const SMALL_BESIDE_BUTTON: Kind = { px: 18, chars: 25 };
const AUTHOR: Kind = { px: 20, chars: 31 };
/** The words of a quote. */
export const WORDS: Kind = { px: 19.5, chars: 36 };

/** A phone shows one quote at once; it has so many of its lines at most. */
const MOST_LINES = 12;

/** What is left for cards between that content and rows of buttons, in pixels. */
export function roomForCards(content: string, buttonRows = 2): number {
  return ANSWER_PX - AROUND_ANSWER_PX - buttonRows * BUTTONS_ROW_PX - heightOf(content, HEADLINE, SMALL);
}

/** The cards with quotes as long as the room bears, of `leastLines` lines each at least where they are cut. */
export function fittingCards<T extends readonly Card[]>(
  cardsOf: (quoteChars: number) => T,
  room: number,
  leastLines = 4,
): T {
  const isIn = (cards: T): boolean => cards.reduce((sum, card) => sum + cardHeight(card), 0) <= room;
  let best = cardsOf(MOST_LINES * WORDS.chars);
  if (isIn(best)) return best;
  best = cardsOf(leastLines * WORDS.chars);
  let [fits, tooMany] = [leastLines, MOST_LINES];
  while (tooMany - fits > 1) {
    const lines = Math.floor((fits + tooMany) / 2);
    const cards = cardsOf(lines * WORDS.chars);
    if (isIn(cards)) [best, fits] = [cards, lines];
    else tooMany = lines;
  }
  return best;
}

/** How high a card is, in pixels. */
export function cardHeight(card: Card): number {
  return AROUND_CARD_PX + heightOf(cardText(card), AUTHOR, SMALL_BESIDE_BUTTON);
}

function heightOf(markdown: string, bold: Kind, small: Kind): number {
  const heights = markdown.split('\n').map((line) => {
    const { px, chars } = line.startsWith('-# ') ? small : line.startsWith('**') ? bold : WORDS;
    return px * Math.max(1, Math.ceil(shownChars(line) / chars));
  });
  return heights.reduce((sum, height) => sum + height, 0);
}

/** Without what Discord does not show: marks, backslashes, the addresses of links. */
function shownChars(line: string): number {
  return line.replace(/\]\(<[^>]*>\)|^-# |^> |\*\*|\\(?=.)/g, '').length;
}
