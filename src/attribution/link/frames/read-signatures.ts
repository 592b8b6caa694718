import {
  CONTENT_ALONE,
  CONTENT_BEFORE,
  CUE,
  roleOf,
  SOURCE_AFTER,
  type TaggedSpan,
} from '../../tag/token-labels.ts';
import { type Paragraph } from '../../tag/read-paragraphs.ts';
import { KIND } from '../../tag/word-traits.ts';
import { isOneQuotation } from '../is-quotation.ts';

/** A name that signs a quotation has at most so many words. */
const LONGEST_SIGNATURE = 8;

/** `"We must go on." — Jane Doe`: a quotation signed by a name. */
export function signedQuotation({ from, to, traits, quotations }: Paragraph): TaggedSpan[] | null {
  const quotation = quotations.at(-1);
  if (!quotation?.closed || quotations[0]?.open !== from) return null;
  let dash = quotation.close + 1;
  const first = dash;
  while (dash < to && traits[dash - from]?.kind === KIND.dash) dash++;
  const last = traits[to - 1 - from]?.kind === KIND.stop ? to - 2 : to - 1;
  if (dash === first || last < dash || last - dash >= LONGEST_SIGNATURE || !traits[dash - from]?.capital)
    return null;
  return [
    { kind: CONTENT_BEFORE, first: from, last: quotation.close },
    { kind: CUE, first, last: dash - 1 },
    { kind: SOURCE_AFTER, first: dash, last },
  ];
}

/** A paragraph of nothing but a quotation is one content, whatever cues stand within it. */
export function wholeQuotation(paragraph: Paragraph, spans: readonly TaggedSpan[]): TaggedSpan[] | null {
  return isOneQuotation(paragraph) && spans.some(({ kind }) => roleOf(kind) === 'content')
    ? [{ kind: CONTENT_ALONE, first: paragraph.from, last: paragraph.to - 1 }]
    : null;
}
