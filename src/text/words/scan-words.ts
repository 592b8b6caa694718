import { paragraphs } from '../paragraphs.ts';
import { indexAt, type Span } from '../span.ts';

/** A word of a text with its folded form, by which names, roles and topics are compared. */
export interface Word extends Span {
  /** As written, without a clitic. */
  readonly form: string;
  /** Lower case, dots and accents gone: "U.S." → "us", "Ms." → "ms". */
  readonly key: string;
  /** Begins with a capital, or with a particle before one: "al-Sadr". */
  readonly capital: boolean;
  /** Followed by "'s", or ends in the bare apostrophe of a plural. */
  readonly possessive: boolean;
  /** Only white space within a paragraph, or the dot of an abbreviation and white space, parts it from the word before. */
  readonly joined: boolean;
}

const WORD =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Mx|Dr|Gen|Sen|Rep|Gov|Prof|Col|Lt|Adm|Amb|Capt)\.(?=\s)|\p{Lu}\.(?=\s\p{Lu})|[\p{L}\p{N}]+(?:['’-](?!s(?![\p{L}\p{N}]))[\p{L}\p{N}]+)*/gu;

/** Needs no folding but of case, as nearly all words. */
const PLAIN = /^[A-Za-z0-9'-]*$/;

/** Small letters only, as nearly all words. */
const SMALL = /^[a-z]+$/;
const CAPITAL = /^(?:\p{Ll}{1,3}['’-])?\p{Lu}/u;
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

/** Folds what spelling may vary in: case, accents, dots, curly apostrophes. */
export function foldWord(form: string): string {
  if (PLAIN.test(form)) return form.toLowerCase();
  return form
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** Folds words one by one. */
export const foldWords = (name: string): string => name.trim().split(/\s+/).map(foldWord).join(' ');

/** Whether the word at `start` goes on with a line: where text is wrapped, a name may be broken over two. */
function isWithinParagraph(text: string, start: number): boolean {
  const found = paragraphs(text);
  const paragraph = found[indexAt(found, start + 1) - 1];
  return paragraph !== undefined && paragraph.start < start && start < paragraph.end;
}

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
    const gap = text.slice(last, start);
    const opensClitic = isApostrophe(text.charCodeAt(end));
    const tail = opensClitic ? text.slice(end, end + 3) : '';
    words.push({
      start,
      end,
      form,
      key: foldWord(form),
      capital: !SMALL.test(form) && CAPITAL.test(form),
      possessive:
        opensClitic && (/^['’]s(?![\p{L}\p{N}])/u.test(tail) || (/s$/i.test(form) && /^['’]\s/.test(tail))),
      joined:
        words.length > 0 &&
        (gap === ' ' || (/^\s{1,3}$/.test(gap) && (!gap.includes('\n') || isWithinParagraph(text, start)))),
    });
    last = end;
  }
  return words;
}

/** The words that lie in `span`; found by halving. */
export function wordsIn(words: readonly Word[], span: Span): Word[] {
  return words.slice(indexAt(words, span.start), indexAt(words, span.end));
}
