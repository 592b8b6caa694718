import type { Span } from '../text/span.ts';

/** A word of a text with its folded form, by which names, roles and topics are compared. */
export interface Word extends Span {
  /** As written, without a clitic. */
  readonly form: string;
  /** Lower case, dots and accents gone: "U.S." → "us", "Ms." → "ms". */
  readonly key: string;
  /** Begins with a capital or is all capitals. */
  readonly capital: boolean;
  /** Followed by "'s", or ends in the bare apostrophe of a plural. */
  readonly possessive: boolean;
  /** Only white space, or the dot of an abbreviation and white space, parts it from the word before. */
  readonly joined: boolean;
}

const WORD =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Mx|Dr|Gen|Sen|Rep|Gov|Prof|Col|Lt|Adm|Capt)\.(?=\s)|\p{Lu}\.(?=\s\p{Lu})|[\p{L}\p{N}]+(?:['’-](?!s(?![\p{L}\p{N}]))[\p{L}\p{N}]+)*/gu;

/** Needs no folding but of case, as nearly all words. */
const PLAIN = /^[A-Za-z0-9'-]*$/;

/** Folds what spelling may vary in: case, accents, dots, curly apostrophes. */
export function foldWord(form: string): string {
  if (PLAIN.test(form)) return form.toLowerCase();
  return form
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** Folds a name word by word. */
export const foldName = (name: string): string => name.trim().split(/\s+/).map(foldWord).join(' ');

/** The words of `text`, in order; a clitic "'s" belongs to none. Linear in the length of the text. */
export function scanWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const form = match[0];
    const start = match.index;
    // "'s" behind a word: its "s" is no word.
    if (form === 's' && /['’]/.test(text.charAt(start - 1)) && start - 1 === last && words.length > 0) {
      last = start + 1;
      continue;
    }
    const end = start + form.length;
    const tail = text.slice(end, end + 3);
    words.push({
      start,
      end,
      form,
      key: foldWord(form),
      capital: /^\p{Lu}/u.test(form),
      possessive: /^['’]s(?![\p{L}\p{N}])/u.test(tail) || (/s$/i.test(form) && /^['’]\s/.test(tail)),
      joined:
        words.length > 0 &&
        /^\s{1,3}$/.test(text.slice(last, start)) &&
        !text.slice(last, start).includes('\n'),
    });
    last = end;
  }
  return words;
}

/** The words that lie in `span`; found by halving. */
export function wordsIn(words: readonly Word[], span: Span): Word[] {
  return words.slice(indexAt(words, span.start), indexAt(words, span.end));
}

/** How many of `items` (sorted) start before `position`. */
export function indexAt(items: readonly Span[], position: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Letters to change, add, drop or swap to get from one word to the other; stops counting past `most`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

const LONGEST_NAME = 30;

/** Whether two folded names may be spellings of one: the same first letter, and one letter apart (two in long names). */
export function closeSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0] || a.length > LONGEST_NAME || b.length > LONGEST_NAME) return false;
  const most = shorter >= 9 ? 2 : 1;
  return editDistance(a, b, most) <= most;
}
