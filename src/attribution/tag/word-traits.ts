/** How likely a word is a cue, or part of a source, in levels of 0-9; learned, by lower-case word. */
export interface Lexicon {
  cueLevel(word: string): number;
  sourceLevel(word: string): number;
}

/** What the features ask of a word, as small numbers: computed once a word form, not once a token. */
export interface WordTraits {
  readonly word: number;
  readonly stem: number;
  readonly suffix: number;
  readonly shape: number;
  readonly kind: WordKind;
  readonly cue: number;
  readonly source: number;
  /** Begins with a capital; all its letters are capitals, two or more. */
  readonly capital: boolean;
  readonly capitals: boolean;
}

/** What a word is as far as its form and the closed classes of English tell. */
export const KIND = {
  other: 0, name: 1, comma: 2, colon: 3, stop: 4, dash: 5, bracket: 6, mark: 7, that: 8, to: 9, pronoun: 10, auxiliary: 11,
  conjunction: 12, preposition: 13, article: 14, cue: 15, maybeCue: 16, number: 17, relative: 18, clitic: 19,
} as const; // prettier-ignore
export const WORD_KINDS = Object.keys(KIND).length;
export type WordKind = number;

const CLOSED_CLASSES: readonly (readonly [number, string])[] = [
  [KIND.that, 'that'],
  [KIND.to, 'to'],
  [KIND.pronoun, 'i he she it we they you him them me us one everyone someone nobody'],
  [KIND.auxiliary, "is was are were be been being am has had have having will would could should may might can must do does did not n't never won't don't didn't doesn't wouldn't couldn't isn't wasn't aren't weren't can't hasn't haven't hadn't shouldn't"],
  [KIND.conjunction, 'and or but nor while although though because if when after before since until unless whereas'],
  [KIND.preposition, 'of in on for with by at from about into over against during as through between under among without'],
  [KIND.article, 'the a an his her its their my our your this these those some any no every each'],
  [KIND.relative, 'who which whom whose what how why whether where'],
]; // prettier-ignore
const CLOSED = new Map(
  CLOSED_CLASSES.flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);
const PUNCTUATION = new Map<string, number>([
  [',', KIND.comma], [':', KIND.colon], [';', KIND.colon], ['.', KIND.stop], ['!', KIND.stop], ['?', KIND.stop], ['…', KIND.stop],
  ['-', KIND.dash], ['–', KIND.dash], ['—', KIND.dash], ['(', KIND.bracket], [')', KIND.bracket], ['[', KIND.bracket],
  [']', KIND.bracket], ['"', KIND.mark], ['“', KIND.mark], ['”', KIND.mark], ['„', KIND.mark], ['«', KIND.mark], ['»', KIND.mark],
  ["'", KIND.mark], ['‘', KIND.mark], ['’', KIND.mark],
  ["''", KIND.mark], ['``', KIND.mark], ['’’', KIND.mark], ['‘‘', KIND.mark], ['―', KIND.dash],
]); // prettier-ignore
/** Levels from which a word counts as a cue, or as perhaps one. */
export const CUE_FROM = 6;
export const MAYBE_CUE_FROM = 3;
/** Level of words that are hardly anything but cues. */
export const PLAIN_FROM = 9;

/** FNV-1a over UTF-16 code units: the same number for the same letters on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** "announced", "announces", "announcing" → one crude stem; never shorter than three letters. */
function stemOf(word: string): string {
  const cut = /^(.{3,}?)(?:ies|ied|ying|ing|ed|es|s|e|y)$/.exec(word)?.[1] ?? word;
  return cut.replace(/([^aeiouls])\1$/, '$1');
}

/** Capitals, small letters and digits by class, runs shortened: "McCain's" → "XxXx'x". */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1+/g, '$1$1')
    .slice(0, 8);
}

function kindOf(form: string, word: string, cue: number): number {
  const mark = PUNCTUATION.get(form);
  if (mark !== undefined) return mark;
  if (/^['’]\p{L}{1,2}$/u.test(word)) return KIND.clitic;
  const closed = CLOSED.get(word);
  if (closed !== undefined) return closed;
  if (cue >= CUE_FROM) return KIND.cue;
  if (cue >= MAYBE_CUE_FROM) return KIND.maybeCue;
  if (/^\p{Lu}/u.test(form)) return KIND.name;
  return /^\p{N}/u.test(form) ? KIND.number : KIND.other;
}

/** What a form counts as: small letters, straight apostrophes, one kind of double quotation mark. */
export function wordOf(form: string): string {
  return form
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:[“”„«»]|''|``|‘‘)$/, '"');
}

/** The traits of the word form as it stands in the text. */
function traitsOf(form: string, lexicon: Lexicon): WordTraits {
  const word = wordOf(form);
  const cue = lexicon.cueLevel(word);
  return {
    word: hashText(word),
    stem: hashText(stemOf(word)),
    suffix: hashText(word.slice(-3)),
    shape: hashText(shapeOf(form)),
    kind: kindOf(form, word, cue),
    cue,
    source: lexicon.sourceLevel(word),
    capital: /^\p{Lu}/u.test(form),
    capitals: /^\p{Lu}[\p{Lu}.'’-]+$/u.test(form),
  };
}

const MOST_REMEMBERED = 50_000;

/** Reads the traits of word forms, which texts repeat; so many are remembered. */
export function createTraitsReader(lexicon: Lexicon): (form: string) => WordTraits {
  const known = new Map<string, WordTraits>();
  return (form) => {
    const found = known.get(form);
    if (found) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const traits = traitsOf(form, lexicon);
    known.set(form, traits);
    return traits;
  };
}

/** Stands for what lies outside a paragraph; a kind of its own. */
export const EDGE: WordTraits = {
  word: hashText('<edge>'),
  stem: hashText('<edge>'),
  suffix: 1,
  shape: 1,
  kind: 31,
  cue: 0,
  source: 0,
  capital: false,
  capitals: false,
};

/** Whether the kind is one of punctuation. */
export const isMark = (kind: WordKind): boolean => kind >= KIND.comma && kind <= KIND.mark;
