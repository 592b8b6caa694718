import { cardText } from '../../layout/lay-out-message.ts';
import type { Card } from '../../reply.ts';

// How high things are on a phone of 400 px, as the preview shows them in the widest of its usual letters, a little too much
// rather than too little (docs/figures.md has what was measured).

/** An answer is no higher than this, its buttons and the line above it included. */
const ANSWER_PX = 480;
/** Who used which command, the name of the bot, two rows of buttons, and the room between. */
const AROUND_ANSWER_PX = 160;
/** The room around what is in a card, and between cards. */
const AROUND_CARD_PX = 46;

interface Kind {
  readonly px: number;
  /** That fit in a line. */
  readonly chars: number;
}
const HEADLINE: Kind = { px: 22, chars: 32 };
const SMALL: Kind = { px: 18, chars: 40 };
const SMALL_BESIDE_BUTTON: Kind = { px: 18, chars: 25 };
const AUTHOR: Kind = { px: 20, chars: 33 };
/** The words of a quote. */
export const WORDS: Kind = { px: 19.5, chars: 36 };

/** What is left for cards below that content, in pixels. */
export function roomForCards(content: string): number {
  return ANSWER_PX - AROUND_ANSWER_PX - heightOf(content, HEADLINE, SMALL);
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
