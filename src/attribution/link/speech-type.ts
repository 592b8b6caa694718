import { indexAt, type Span } from '../../text/span.ts';
import { type Word, wordsIn } from '../../text/words/scan-words.ts';
import type { StatementType } from '../../domain/statement.ts';

const MENTIONED = /(?:\b(?:words?|terms?|names?|named|titled|entitled|phrase|so-called))\s*$/i;

/** So many words of a quotation tell what it is. */
const MOST_MET = 9;

/**
 * Whose words a content is: `direct` when every word stands in quotation marks, `mixed` when some do. A name or title in
 * marks ("Nord Stream") is nobody's wording, and so is a single word that is only mentioned (`the word "must"`).
 *
 * @param quotations of the whole text, from `quotationSpans`
 */
export function speechType(
  text: string,
  words: readonly Word[],
  content: readonly Span[],
  quotations: readonly Span[],
): Exclude<StatementType, 'narration'> {
  const isMarked = content.some(({ start, end }) => {
    const before = quotations[indexAt(quotations, end) - 1];
    return before !== undefined && before.end > start;
  });
  if (!isMarked) return 'indirect';
  let all = 0;
  let inMarks = 0;
  let worded = 0;
  const quotationsMet = new Map<Span, Word[]>();
  for (const word of content.flatMap((span) => wordsIn(words, span))) {
    all++;
    const quotation = quotations[indexAt(quotations, word.start + 1) - 1];
    if (!quotation || word.start >= quotation.end) continue;
    inMarks++;
    const met = quotationsMet.get(quotation);
    if (!met) quotationsMet.set(quotation, [word]);
    else if (met.push(word) > MOST_MET) met.shift();
  }
  if (all > 0 && inMarks === all) return 'direct';
  for (const [quotation, quoted] of quotationsMet) {
    if (quoted.every(({ capital }) => capital)) continue;
    if (quoted.length === 1 && MENTIONED.test(text.slice(Math.max(0, quotation.start - 20), quotation.start)))
      continue;
    worded += quoted.length;
  }
  return worded > 0 ? 'mixed' : 'indirect';
}
