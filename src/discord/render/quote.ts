import { missingMarks } from '../../text/marks/quotation-marks.ts';
import { splitSentences } from '../../text/split-sentences.ts';
import { readTerms } from '../../text/words/words.ts';
import type { StatementType } from '../../domain/statement.ts';
import { escapeMarkdown, withoutHalfPair } from './escape.ts';

/** Put after a quote that is cut, outside of its quotation marks: nobody takes it for the article's. */
export const CUT_MARK = ' […]';

/** A quote as it is shown; `shownChars` tells how many code units of its text are in it. */
export interface ShownQuote {
  readonly markdown: string;
  readonly shownChars: number;
}

/**
 * The article's words for a card's description: direct speech in quotation marks, everything else as block quote.
 * A text too long for `maxChars` begins with the sentence from which most of `asked` is in it, and ends after a sentence,
 * or else a word, with a visible mark where something is left out.
 */
export function showQuote(text: string, type: StatementType, maxChars: number, asked = ''): ShownQuote {
  const whole = dressWithin(text, type, maxChars);
  if (whole !== null) return { markdown: whole, shownChars: text.length };
  const room = maxChars - 2 * CUT_MARK.length;
  const from = tellingStart(text, room, asked);
  const rest = text.slice(from);
  const all = from > 0 ? dressWithin(rest, type, room) : null;
  if (all !== null) return { markdown: begun(all), shownChars: rest.length };
  let kept = niceEnd(rest.slice(0, longestFit(rest, type, room)));
  // A shorter beginning may need more signs: a quotation that it leaves open makes a block quote of it.
  while (kept !== '' && dress(kept, type).length > room)
    kept = niceEnd(kept.slice(0, Math.floor(kept.length * 0.95)));
  const shown = dress(kept, type) + CUT_MARK;
  return { markdown: from > 0 ? begun(shown) : shown, shownChars: kept.length };
}

/** With the mark that something is left out before it. */
function begun(markdown: string): string {
  return markdown.replace(/^(?:> )?/, (quote) => `${quote}${CUT_MARK.trim()} `);
}

/** Where the sentence begins from which most of the words asked for are within `chars`. */
function tellingStart(text: string, chars: number, asked: string): number {
  const wanted = new Set(
    readTerms(asked)
      .filter(({ content }) => content)
      .map(({ stem }) => stem),
  );
  const countFrom = (start: number): number => {
    const stems = readTerms(text.slice(start, start + chars)).map(({ stem }) => stem);
    return new Set(stems.filter((stem) => wanted.has(stem))).size;
  };
  let best = { start: 0, count: countFrom(0) };
  for (const { start } of wanted.size === 0 ? [] : splitSentences(text)) {
    const count = countFrom(start);
    // The nearest to them, unless the beginning does.
    if (count > best.count || (count === best.count && best.start > 0)) best = { start, count };
  }
  return best.start;
}

/** How much of `text` can be shown in `room` characters: escaping makes it longer, so it is found by halving. */
function longestFit(text: string, type: StatementType, room: number): number {
  let fits = 0;
  let tooLong = Math.min(text.length, room + 1);
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (dressWithin(text.slice(0, middle), type, room) !== null) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** The words dressed; null where that is too long. It is never shorter than they are, so that long ones need no look. */
function dressWithin(text: string, type: StatementType, maxChars: number): string | null {
  if (text.length > maxChars) return null;
  const dressed = dress(text, type);
  return dressed.length <= maxChars ? dressed : null;
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
