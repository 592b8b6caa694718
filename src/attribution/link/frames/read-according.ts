import { CONTENT_AFTER, CONTENT_BEFORE, CUE, SOURCE_AFTER, SOURCE_BEFORE } from '../../tag/token-labels.ts';
import { KIND } from '../../tag/word-traits.ts';
import { type LinkedStatement } from '../link-spans.ts';
import { kindAt, type Reader } from '../tokens.ts';

export const LONGEST_SOURCE = 10;
export const SHORTEST_CONTENT = 3;

/** Reads a sentence, tokens `[first, last]`, in which nothing was tagged; null where it is not built so. */
export type Frame = (reader: Reader, first: number, last: number) => LinkedStatement | null;

export const isQuoted = ({ paragraph: { quotations } }: Reader, i: number): boolean =>
  quotations.some(({ open, close }) => open <= i && i <= close);

/** The token before the next comma from `start` on, or -1 where none is near. */
export function beforeComma({ paragraph }: Reader, start: number, last: number): number {
  for (let i = start; i < last && i - start < LONGEST_SOURCE; i++)
    if (kindAt(paragraph, i + 1) === KIND.comma) return i;
  return -1;
}

const ACCORDING = /^(?:according|in)$/i;

/** How many tokens "according to" or "in the words of" has from token `i` on; 0 where neither stands there. */
function lengthOf(form: Reader['form'], i: number): number {
  const words = [0, 1, 2, 3].map((k) => form(i + k).toLowerCase()).join(' ');
  if (words.startsWith('according to ')) return 2;
  return words === 'in the words of' ? 4 : 0;
}

/** `According to Jo Vale, the gate is shut`; `In the words of Jo Vale, …`; `The gate, according to Jo Vale, is shut`. */
export const accordingTo: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  for (let i = first; i < last; i++) {
    const length = ACCORDING.test(form(i)) ? lengthOf(form, i) : 0;
    if (length === 0 || isQuoted(reader, i)) continue;
    const start = i + length;
    const comma = beforeComma(reader, start, last);
    const end = comma < 0 ? last : comma;
    if (end < start || end - start >= LONGEST_SOURCE) return null;
    const before = i > first && kindAt(paragraph, i - 1) === KIND.comma;
    const opening = before ? [{ kind: CONTENT_BEFORE, first, last: i - 2 }] : [];
    const closing = comma < 0 || end + 2 > last ? [] : [{ kind: CONTENT_AFTER, first: end + 2, last }];
    const content = [...opening, ...closing];
    const length2 = content.reduce((sum, part) => sum + part.last - part.first + 1, 0);
    if (length2 < SHORTEST_CONTENT || (i > first && !before)) return null;
    return {
      cue: { kind: CUE, first: i, last: start - 1 },
      source: { kind: SOURCE_AFTER, first: start, last: end },
      content,
    };
  }
  return null;
};

const VIEW = /^(?:view|opinion|eyes|judge?ment|reading|telling|estimation)$/;

/** `In surveyor Jo Vale's view, the tower is sound`, `In her opinion, …`. */
export const inTheirView: Frame = (reader, first, last) => {
  const { paragraph, form } = reader;
  if (!/^in$/i.test(form(first))) return null;
  const comma = beforeComma(reader, first + 2, last);
  if (comma < 0 || !VIEW.test(form(comma)) || last - comma - 1 < SHORTEST_CONTENT) return null;
  const isOwned = kindAt(paragraph, comma - 1) === KIND.clitic;
  const end = isOwned ? comma - 2 : comma - 1;
  if (!isOwned && !/^(?:his|her|their)$/.test(form(end))) return null;
  return {
    cue: { kind: CUE, first: isOwned ? comma - 1 : comma, last: comma },
    source: { kind: SOURCE_BEFORE, first: first + 1, last: end },
    content: [{ kind: CONTENT_AFTER, first: comma + 2, last }],
  };
};
