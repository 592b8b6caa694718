import { textAt, type Span } from '../../text/span.ts';
import { findDays } from './find-days.ts';

/** A day for the whole article stands in a short line, or at the front of a paragraph, near its top or at its end. */
const PARAGRAPHS_LOOKED_AT = 6;
const LONGEST_LINE = 80;
const LONGEST_DATELINE = 60;
const DATELINE_END = /[-–—/)]\s/;

/**
 * The day that an article gives itself where nothing else tells it: a line that is hardly more than a full date, or a
 * dateline with one. YYYY-MM-DD, or null.
 *
 * @param paragraphs of the text, sorted
 */
export function articleDay(text: string, paragraphs: readonly Span[]): string | null {
  for (const paragraph of [...paragraphs.slice(0, PARAGRAPHS_LOOKED_AT), ...paragraphs.slice(-1)]) {
    const words = textAt(text, paragraph).slice(0, LONGEST_LINE);
    const [day] = findDays(words, null);
    if (!day) continue;
    const line = paragraph.end - paragraph.start <= LONGEST_LINE && day.end - day.start >= words.length / 3;
    const dateline =
      day.start <= LONGEST_DATELINE &&
      /^\p{Lu}/u.test(words) &&
      DATELINE_END.test(words.slice(day.end, day.end + 20));
    if (line || dateline) return day.time.date;
  }
  return null;
}
