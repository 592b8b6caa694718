import { CONTENT_AFTER, CUE, SOURCE_BEFORE, type TaggedSpan } from '../tag/token-labels.ts';
import { CUE_FROM } from '../tag/word-traits.ts';
import { type LinkedStatement } from './link-spans.ts';
import { isVerb, type Reader, subjectEnd, traitsAt } from './tokens.ts';

const SHORTEST_CONTENT = 3;

/** `Vale said the gate was shut; Roe said it was open`: behind a semicolon somebody else speaks. */
export function splitClauses(reader: Reader, found: readonly LinkedStatement[]): readonly LinkedStatement[] {
  const { paragraph, form } = reader;
  /** Where the next clause begins, and its verb; null where nobody says anything behind a semicolon. */
  const nextOf = ({ first, last }: TaggedSpan): { readonly stop: number; readonly end: number } | null => {
    for (let stop = first + SHORTEST_CONTENT; stop + SHORTEST_CONTENT < last; stop++) {
      if (form(stop) !== ';') continue;
      const end = subjectEnd(reader, stop + 1);
      if (end < 0 || end + SHORTEST_CONTENT >= last) return null;
      return isVerb(reader, end + 1) && traitsAt(paragraph, end + 1).cue >= CUE_FROM ? { stop, end } : null;
    }
    return null;
  };
  return found.flatMap((statement): LinkedStatement[] => {
    const part = statement.content.at(-1);
    const next = part && statement.cue && !isQuoted(part) ? nextOf(part) : null;
    if (!part || !next) return [statement];
    const { stop, end } = next;
    return [
      { ...statement, content: [...statement.content.slice(0, -1), { ...part, last: stop - 1 }] },
      {
        cue: { kind: CUE, first: end + 1, last: end + 1 },
        source: { kind: SOURCE_BEFORE, first: stop + 1, last: end },
        content: [{ kind: CONTENT_AFTER, first: end + 2, last: part.last }],
      },
    ];
  });

  function isQuoted(part: TaggedSpan): boolean {
    return paragraph.quotations.some(({ open, close }) => open <= part.last && part.first <= close);
  }
}
