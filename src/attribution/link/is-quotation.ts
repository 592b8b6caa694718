import { type Paragraph } from '../tag/read-paragraphs.ts';
import { hashText, KIND } from '../tag/word-traits.ts';

/** A paragraph of quotation has at least so many tokens; in single marks it may be a headline. */
const SHORTEST_QUOTATION = 5;
const SHORTEST_IN_SINGLE_MARKS = 20;
const DOUBLE_MARK = hashText('"');

/** Whether nothing but one quotation stands in the paragraph. */
export function isOneQuotation({ from, to, traits, quotations }: Paragraph): boolean {
  const [quotation] = quotations;
  const least = traits[0]?.word === DOUBLE_MARK ? SHORTEST_QUOTATION : SHORTEST_IN_SINGLE_MARKS;
  return (
    quotation !== undefined && quotation.open === from && quotation.close === to - 1 && to - from >= least
  );
}

/** A short paragraph in single marks: what headlines of newspapers have. */
export function isShortInSingleMarks(paragraph: Paragraph): boolean {
  return (
    paragraph.traits[0]?.kind === KIND.mark &&
    paragraph.traits[0].word !== DOUBLE_MARK &&
    paragraph.to - paragraph.from < SHORTEST_IN_SINGLE_MARKS
  );
}
