import type { Span } from './span.ts';

/** Tokens of one text: token `i` is `text.slice(start[i], end[i])`, in UTF-16 code units, in order, never overlapping. */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Classes of characters. */
const SPACE_KIND = 0;
const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const OTHER = 4;

const LETTER_OR_NUMBER = /[\p{L}\p{N}\p{M}]/u;
const SPACE = /\s/;
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));
const CLITIC = /^(?:s|m|d|ll|re|ve)$/i;
/** Words that keep their period: without them every title would look like the end of a sentence. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|rev|hon|gov|lt|gen|sen|sens|rep|reps|col|sgt|capt|cmdr|adm|maj|st|jr|sr|vs|no|inc|corp|co|ltd|dept|jan|feb|mar|apr|aug|sept|sep|oct|nov|dec|calif|conn|fla|ill|mass|mich|minn|miss|tenn|tex|wash|wis|ariz|ark|colo|ind|kan|ky|md|mo|mont|neb|nev|okla|ore|pa|va|vt|wyo|del|ga|la)$/i;
/** Without a capital they are words: "the horse was ill." */
const WORD_TOO =
  /^(?:ill|no|mass|miss|wash|ore|pa|la|mar|oct|gen|sen|col|rep|hon|maj|del|ark|tex|ind|mo|st|inc|nov|sep)$/;
const INITIALS = /^\p{L}(?:\.\p{L})*$/u;

function kindOf(char: string): number {
  if (SPACE.test(char)) return SPACE_KIND;
  if (char >= '0' && char <= '9') return DIGIT;
  if (LETTER_OR_NUMBER.test(char)) return LETTER;
  return char === "'" || char === '’' ? APOSTROPHE : OTHER;
}

function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 128) return ASCII_KINDS[code] ?? OTHER;
  // Halves of a surrogate pair stay together by counting both as letters: emoji become one token.
  return code >= 0xd800 && code <= 0xdfff ? LETTER : kindOf(text.charAt(index));
}

const isWordPart = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** End of the word that starts at `from`: inner apostrophes, hyphens and periods, and commas between digits, belong to it. */
function wordEnd(text: string, from: number, to: number): number {
  let i = from + 1;
  while (i < to) {
    const kind = kindAt(text, i);
    if (isWordPart(kind)) {
      i++;
      continue;
    }
    const char = text.charAt(i);
    const next = i + 1 < to ? kindAt(text, i + 1) : SPACE_KIND;
    const joins =
      (kind === APOSTROPHE || char === '-' || char === '.') && isWordPart(next)
        ? true
        : char === ',' && next === DIGIT && kindAt(text, i - 1) === DIGIT;
    if (!joins) break;
    // "said.He": a period between a small letter and a capital is a missing space, not a name.
    if (char === '.' && /\p{Ll}/u.test(text.charAt(i - 1)) && /\p{Lu}/u.test(text.charAt(i + 1))) break;
    i += 2;
  }
  return i;
}

/** Where the clitic of the word begins ("Ban's" → before "'s"), or -1. */
function cliticStart(text: string, start: number, end: number): number {
  for (let i = end - 2; i >= end - 3 && i > start; i--) {
    if (kindAt(text, i) === APOSTROPHE) return CLITIC.test(text.slice(i + 1, end)) ? i : -1;
  }
  return -1;
}

/** Splits `text` into words, clitics and single other characters; linear in its length, without any state. */
export function tokenize(text: string): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const push = (from: number, to: number): void => {
    start.push(from);
    end.push(to);
  };
  let i = 0;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind === SPACE_KIND) {
      i++;
      continue;
    }
    if (!isWordPart(kind)) {
      // Two apostrophes are how some outlets write a quotation mark.
      const width =
        (kind === APOSTROPHE || text.charAt(i) === '`') && text.charAt(i + 1) === text.charAt(i) ? 2 : 1;
      push(i, i + width);
      i += width;
      continue;
    }
    let stop = wordEnd(text, i, text.length);
    const clitic = cliticStart(text, i, stop);
    if (clitic > i) {
      push(i, clitic);
      push(clitic, stop);
    } else {
      if (text.charAt(stop) === '.' && stop - i <= 12) {
        const word = text.slice(i, stop);
        const abbreviates = ABBREVIATION.test(word) && !WORD_TOO.test(word);
        if (abbreviates || (INITIALS.test(word) && word !== 'I')) stop++;
      }
      push(i, stop);
    }
    i = stop;
  }
  return { count: start.length, start: Int32Array.from(start), end: Int32Array.from(end) };
}

/** The tokens that touch none of `spans` (sorted, disjoint). */
export function withoutTokens({ count, start, end }: Tokens, spans: readonly Span[]): Tokens {
  if (spans.length === 0) return { count, start, end };
  let next = 0;
  const kept = start
    .map((_, i) => i)
    .filter((i) => {
      while ((spans[next]?.end ?? Infinity) <= (start[i] ?? 0)) next++;
      return (spans[next]?.start ?? Infinity) >= (end[i] ?? 0);
    });
  return { count: kept.length, start: kept.map((i) => start[i] ?? 0), end: kept.map((i) => end[i] ?? 0) };
}
