import { type Paragraph } from '../tag/read-paragraphs.ts';
import { type TaggedSpan } from '../tag/token-labels.ts';
import { isTitleWord } from '../who/role-words.ts';
import { EDGE, isMark, KIND, MAYBE_CUE_FROM, type WordTraits } from '../tag/word-traits.ts';

/** A paragraph with its words, as the rules read it; tokens are counted in the whole text. */
export interface Reader {
  readonly paragraph: Paragraph;
  /** The token as written; empty outside the paragraph. */
  readonly form: (i: number) => string;
}

export const traitsAt = ({ from, traits }: Paragraph, i: number): WordTraits => traits[i - from] ?? EDGE;
export const kindAt = (paragraph: Paragraph, i: number): number => traitsAt(paragraph, i).kind;

/** Whether two stretches of tokens share one. */
export const meet = (a: Pick<TaggedSpan, 'first' | 'last'>, b: Pick<TaggedSpan, 'first' | 'last'>): boolean =>
  a.first <= b.last && b.first <= a.last;

/** A word that may be the verb of who speaks: a likely cue, or a small word with the ending of a verb. */
export function isVerb({ paragraph, form }: Reader, i: number): boolean {
  const { kind, cue, capital } = traitsAt(paragraph, i);
  if (capital || (kind !== KIND.cue && kind !== KIND.maybeCue && kind !== KIND.other)) return false;
  return cue >= MAYBE_CUE_FROM || /(?:ed|[^s]s)$/.test(form(i));
}

/** Shorter ones, and these, are nouns: "ally", "family". */
const SHORTEST_ADVERB = 6;
const NOUN_IN_LY = /(?:family|assembly|supply|monopoly|anomaly|butterfly)$/;

/** "flatly", "repeatedly". */
export function isAdverb({ paragraph, form }: Reader, i: number): boolean {
  const word = form(i);
  return (
    word.length >= SHORTEST_ADVERB &&
    word.endsWith('ly') &&
    !NOUN_IN_LY.test(word) &&
    !traitsAt(paragraph, i).capital
  );
}

const PERSONAL = /^(?:he|she|they|it|we|i)$/i;
/** Small words within names and titles: "head of mission", "van der". */
const LINK = /^(?:of|for|the|de|da|di|du|del|der|den|van|von|al|el|bin|ibn|la|le|dos|ter)$/;
const MOST_TITLE_WORDS = 5;

/** The last token of who is named from token `first` on: a pronoun, or a name with its title; -1 where nobody is. */
export function subjectEnd({ paragraph, form }: Reader, first: number): number {
  if (PERSONAL.test(form(first))) return first;
  const at = (i: number): WordTraits => traitsAt(paragraph, i);
  let i = first;
  if (at(i).kind === KIND.article) i++;
  const start = i;
  const isTitle = (k: number): boolean =>
    !at(k).capital &&
    (at(k).kind === KIND.other ||
      LINK.test(form(k)) ||
      (at(k).kind === KIND.maybeCue && !form(k).endsWith('ed')) ||
      // "architect Jo Field"
      (at(k).kind === KIND.cue && at(k + 1).capital && !/(?:d|s|ng|te|ke|old)$/.test(form(k))));
  while (i - start < MOST_TITLE_WORDS && isTitle(i)) i++;
  const isName = (k: number): boolean => at(k).capital && !isMark(at(k).kind);
  if (!isName(i)) {
    // "the minister", "officials": no name at all.
    return i > start && start > first ? start : at(first).source >= 4 && !at(first).capital ? first : -1;
  }
  for (;;) {
    if (isName(i + 1) || at(i + 1).kind === KIND.clitic) i++;
    // "Drivers' Union"
    else if (form(i).endsWith('s') && /^['’]$/.test(form(i + 1)) && isName(i + 2)) i += 2;
    // "Operators' and Lashers' Union"
    else if (form(i).endsWith('s') && /^['’]$/.test(form(i + 1)) && form(i + 2) === 'and' && isName(i + 3))
      i += 3;
    else if ((LINK.test(form(i + 1)) || form(i + 1) === 'and') && isName(i + 2)) i += 2;
    else if (LINK.test(form(i + 1)) && LINK.test(form(i + 2)) && isName(i + 3)) i += 3;
    // "Ann Roe and mate Jo Field"
    else if (form(i + 1) === 'and' && at(i + 2).kind === KIND.other && isName(i + 3)) i += 3;
    // "Green deputy Jo Field"
    else if (form(i + 1).length > 3 && isTitleWord(form(i + 1)) && isName(i + 2)) i += 2;
    else return i;
  }
}

const NOUN = new Set<number>([KIND.other, KIND.maybeCue, KIND.cue]);

/** The first token of who is named right before token `verb`, behind "in another interview" from token `first` on; -1 where nobody is. */
export function subjectBehind(reader: Reader, first: number, verb: number): number {
  const { paragraph } = reader;
  if (kindAt(paragraph, first) !== KIND.preposition) return -1;
  for (let i = first + 2; i < verb; i++)
    if (traitsAt(paragraph, i).capital && !traitsAt(paragraph, i - 1).capital)
      return subjectEnd(reader, i) === verb - 1 && NOUN.has(kindAt(paragraph, i - 1)) ? i : -1;
  return -1;
}

/** Whether there is a "who" or "which" among tokens `[first, end)`. */
export function hasRelative({ paragraph }: Reader, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (kindAt(paragraph, i) === KIND.relative) return true;
  return false;
}

/** Whether tokens `[first, last]`, behind no mark, may have a verb. */
export function hasVerb(reader: Reader, first: number, last: number): boolean {
  if (isMark(kindAt(reader.paragraph, first - 1))) return false;
  for (let i = first; i <= last; i++)
    if (kindAt(reader.paragraph, i) === KIND.auxiliary || isVerb(reader, i)) return true;
  return false;
}

/** The same for whom "by" names: no verb follows, so that "Labour whip Jo Field" and "fellow players" are whole. */
export function agentEnd(reader: Reader, first: number): number {
  const { paragraph } = reader;
  let end = subjectEnd(reader, first);
  if (end < 0) return end;
  let last = end;
  while (kindAt(paragraph, last + 1) === KIND.other && !traitsAt(paragraph, last + 1).capital) last++;
  if (!traitsAt(paragraph, end).capital) end = last;
  else if (last > end && traitsAt(paragraph, last + 1).kind === KIND.name) end = subjectEnd(reader, last + 1);
  return end;
}

const LONGEST_APPOSED = 10;

/** "The city's fire chief, Leonard Osei,": who speaks with what they are, set off by commas, and nothing that they do. */
export function isApposed({ paragraph, form }: Reader, first: number, last: number): boolean {
  if (last - first > LONGEST_APPOSED || kindAt(paragraph, last) !== KIND.comma) return false;
  let commas = 0;
  for (let i = first; i < last; i++) {
    const kind = kindAt(paragraph, i);
    if (kind === KIND.comma) commas++;
    else if (
      kind === KIND.auxiliary ||
      kind === KIND.relative ||
      kind === KIND.conjunction ||
      kind === KIND.to
    )
      return false;
    else if (kind === KIND.that || (isMark(kind) && !/^['’]$/.test(form(i)))) return false;
    else if (i + 1 < last && kind === KIND.cue) return false;
  }
  const isNamed = (i: number): boolean => traitsAt(paragraph, i).capital;
  return commas === 1 && kindAt(paragraph, first) !== KIND.preposition && isNamed(last - 1);
}
