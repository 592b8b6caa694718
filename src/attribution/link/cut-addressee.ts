import { CONTENT_AFTER, CONTENT_BEFORE, CUE, type TaggedSpan } from '../tag/token-labels.ts';
import { TELLING } from './saying-verbs.ts';
import { hashText, isMark, KIND } from '../tag/word-traits.ts';
import { timeEnd } from './cut-circumstance.ts';
import { type Reader } from './tokens.ts';

const words = (list: readonly string[]): ReadonlySet<number> => new Set(list.map(hashText));
const TELLS = words(TELLING);
const OBJECTS = words(['me', 'us', 'him', 'them', 'you']);
const SUBJECTS = words(['he', 'she', 'they', 'it', 'we', 'i']);
/** Longer names of who is told are rare, and a "that" behind them belongs elsewhere. */
const LONGEST_ADDRESSEE = 8;
const LONGEST_NOUN = 4;
/** Source, cue and quotation stand side by side. */
const NEAR_SPANS = 3;
const NOUNS: ReadonlySet<number> = new Set([KIND.other, KIND.name, KIND.maybeCue]);

/**
 * "told the jury the case was closed", "told workers there was no case": where a second noun begins, with a verb of its own
 * behind it; -1 where none does.
 */
function toldEnd({ paragraph, form }: Reader, { first, last }: TaggedSpan): number {
  const { from, traits } = paragraph;
  const kind = (i: number): number => traits[i - from]?.kind ?? KIND.mark;
  const isBare = kind(first) === KIND.other && form(first).endsWith('s');
  if (kind(first) !== KIND.article && !isBare) return -1;
  const noun = isBare ? first : first + 1;
  let i = noun;
  while (i - first < LONGEST_NOUN && NOUNS.has(kind(i)) && form(i) !== 'there') i++;
  if (i === noun || (kind(i) !== KIND.article && form(i) !== 'there')) return -1;
  // "told workers this week wages"
  if (timeEnd({ paragraph, form }, i) >= 0) return -1;
  if (form(i) === 'there') return kind(i + 1) === KIND.auxiliary ? i : -1;
  for (let k = i + 2; k <= last && k - i < LONGEST_ADDRESSEE; k++)
    if (kind(k) === KIND.auxiliary) return i;
    else if (isMark(kind(k))) return -1;
  return -1;
}

/** "told the crowd that …": cuts who is told from the content; nothing changes where no word opens what is said. Behind a quotation who is told is all. */
export function cutAddressee(reader: Reader, spans: readonly TaggedSpan[]): readonly TaggedSpan[] {
  const { from, traits, quotations } = reader.paragraph;
  const at = (i: number) => traits[i - from];
  const opens = (i: number): boolean =>
    at(i)?.kind === KIND.that ||
    SUBJECTS.has(at(i)?.word ?? 0) ||
    (at(i)?.kind === KIND.mark && quotations.some(({ open }) => open === i));
  /** “…,” Roe tells reporters at the gate. */
  const isTold = ({ first, last }: TaggedSpan, k: number): boolean => {
    const said = spans.slice(Math.max(0, k - NEAR_SPANS), k).findLast(({ kind }) => kind >= CONTENT_BEFORE);
    if (said?.kind !== CONTENT_BEFORE || !quotations.some(({ close }) => close === said.last)) return false;
    for (let i = first; i <= last; i++)
      if (opens(i) || at(i)?.kind === KIND.auxiliary || isMark(at(i)?.kind ?? KIND.other)) return false;
    return last - first < LONGEST_ADDRESSEE;
  };
  return spans.flatMap((span, k) => {
    const cue = spans[k - 1];
    if (span.kind !== CONTENT_AFTER || cue?.kind !== CUE || cue.last !== span.first - 1) return span;
    if (!TELLS.has(at(cue.last)?.word ?? 0)) return span;
    if (isTold(span, k)) return [];
    const end = Math.min(span.first + LONGEST_ADDRESSEE, span.last);
    // "told me the gate was shut"
    if (OBJECTS.has(at(span.first)?.word ?? 0) && at(span.first + 1)?.kind === KIND.article)
      return { ...span, first: span.first + 1 };
    const told = toldEnd(reader, span);
    if (told > span.first) return { ...span, first: told };
    for (let i = span.first; i < end; i++) {
      if (opens(i)) return { ...span, first: i };
      // "told clubs last week wages must fall"
      const time = timeEnd(reader, i);
      if (time > i && time < span.last - 2) return { ...span, first: time + 1 };
      if (isMark(at(i)?.kind ?? KIND.other)) return span;
    }
    return span;
  });
}
