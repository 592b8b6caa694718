import { missingMarks } from '../../text/marks/quotation-marks.ts';
import type { StatementType } from '../../domain/statement.ts';
import { escapeMarkdown, withoutHalfPair } from './escape.ts';

/** Put after a quote that is cut, outside of its quotation marks: nobody takes it for the article's. */
export const CUT_MARK = ' […]';

/** A quote as it is shown; `shownChars` tells how many code units of its text, from the start, are in it. */
export interface ShownQuote {
  readonly markdown: string;
  readonly shownChars: number;
}

/**
 * The article's words for an embed's description: direct speech in quotation marks, everything else as block quote.
 * A text too long for `maxChars` ends after a sentence, or else a word, with a visible mark.
 */
export function showQuote(text: string, type: StatementType, maxChars: number): ShownQuote {
  const whole = dress(text, type);
  if (whole.length <= maxChars) return { markdown: whole, shownChars: text.length };
  const room = maxChars - CUT_MARK.length;
  let kept = niceEnd(text.slice(0, longestFit(text, type, room)));
  // A shorter beginning may need more signs: a quotation that it leaves open makes a block quote of it.
  while (kept !== '' && dress(kept, type).length > room)
    kept = niceEnd(kept.slice(0, Math.floor(kept.length * 0.95)));
  return { markdown: dress(kept, type) + CUT_MARK, shownChars: kept.length };
}

/** How much of `text` can be shown in `room` characters: escaping makes it longer, so it is found by halving. */
function longestFit(text: string, type: StatementType, room: number): number {
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (dress(text.slice(0, middle), type).length <= room) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** Back to the last sentence end, or word end, unless that would take more than a third away. */
function niceEnd(text: string): string {
  const leastChars = (text.length * 2) / 3;
  let sentence = '';
  for (const end of text.matchAll(/[.!?]["”’']?(?=\s)/g)) sentence = text.slice(0, end.index + end[0].length);
  if (sentence.length >= leastChars && sentence !== '') return sentence;
  const word = text.slice(0, Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')));
  return withoutHalfPair(word.length >= leastChars ? word : text);
}

function dress(text: string, type: StatementType): string {
  const marks = type === 'direct' ? missingMarks(text) : null;
  if (marks !== null) return marks.open + escapeMarkdown(text) + marks.close;
  return escapeMarkdown(text).replace(/^/gm, '> ');
}
