import { paragraphs } from './paragraphs.ts';
import { isSmallWord } from './words/english-words.ts';
import { subtract, trimSpan, type Span } from './span.ts';

/** One sentence of an article; `index` counts from 0 in the article's order. */
export interface Sentence extends Span {
  readonly index: number;
  /** Which paragraph of the article it stands in, from 0. */
  readonly paragraph: number;
}

/** Never the end of a sentence: a name, a number or a reference follows. */
const TITLES = words(
  'mr mrs ms mx dr prof gen lt col maj capt cpl sgt adm cmdr sen rep gov pres sec amb rev fr hon st mt ft messrs vs v',
  'op fig figs vol approx ca cf e.g i.e viz dep asst supt insp det sr sra srta mme mlle hr',
);
/** At the end of a sentence only when a word follows that seldom stands there with a capital inside one. */
const MAYBE_LAST = words(
  'u.s u.k u.n e.u u.s.a u.s.s.r d.c a.m p.m inc ltd corp co plc bros jr sr ph.d m.d b.a m.a etc al dept univ est',
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd sq',
);
/** Words that open sentences and are seldom capitalised within one. */
const OPENERS = words(
  'the a an this that these those he she it they we i you his her its their our my in on at by for from with to of',
  'as if when while after before since because although though but and or so yet still also however meanwhile',
  'moreover therefore then there here what who why how where which not no one some many most all both each',
);

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/** What is longer is no sentence that could be shown (the longest of 34,000 in the news has 979): it is cut. */
const SENTENCE_CHARACTERS = 1000;
/** Clause marks with what closes behind them: the safest place inside a sentence. */
const CLAUSE_END = /[,;:–—…]["'”’»)\]]*(?=\s)/gu;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const CLOSERS = /["'”’»)\]]/;
const OPENING = /["'“‘«„([]/;
/** A run of terminators with what closes behind it and marks of notes ("[12]"); the scan below looks at what stands around it. */
const TERMINATOR = /[.!?…]+["'”’»)\]]*(?:\[(?:\d{1,3}|\p{Ll})\])*/gu;

/** The word that ends at `end` (without its last dot), lower case: "U.S", "Ms", "Jan". */
function wordBefore(text: string, end: number, floor: number): string {
  let start = end;
  while (start > floor && /[\p{L}\p{N}.]/u.test(text.charAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

/** The first word at or after `start`, as written, past opening quotes and brackets. */
function wordAfter(text: string, start: number): string {
  let from = start;
  while (OPENING.test(text.charAt(from))) from++;
  return /^[\p{L}\p{N}'’]+/u.exec(text.slice(from, from + 40))?.[0] ?? '';
}

/** Whether the terminators at `[start, end)` end a sentence of `piece`. */
function endsSentence(text: string, piece: Span, start: number, end: number): boolean {
  const terminator = text.slice(start, end);
  const gap = /^\s*/.exec(text.slice(end, Math.min(end + 8, piece.end)))?.[0].length ?? 0;
  const next = wordAfter(text, end + gap);
  const nextCapital = /^[\p{Lu}\p{N}]/u.test(next);
  if (gap === 0) {
    // Glued sentences ("further steps...Historians know"); after a single stop it may be a name ("example.Com").
    const glued =
      /^\p{Ll}{3}$/u.test(text.slice(Math.max(piece.start, start - 3), start)) && /^\p{Lu}\p{Ll}/u.test(next);
    return glued && (terminator !== '.' || OPENERS.has(next.toLowerCase()));
  }
  const closed = CLOSERS.test(terminator.slice(-1));
  // A lower-case word goes on with the sentence: "“Why now?” he asked", "e.g. missiles".
  if (!nextCapital && !/^[\p{Lo}]/u.test(next)) return next === '' && !/^[,;:]/.test(text.charAt(end + gap));
  if (!/^\.[^.]*$/.test(terminator)) return true;
  const before = wordBefore(text, start, piece.start);
  if (TITLES.has(before) && !closed) return false;
  if (/^nos?$/.test(before) && /^\p{N}/u.test(next)) return false;
  // "J. Smith", "George W. Bush"
  if (/^\p{L}$/u.test(before) && before !== 'i' && /^\p{Lu}$/u.test(text.charAt(start - 1))) return false;
  if (MAYBE_LAST.has(before) && !closed)
    return (
      !/^\p{N}/u.test(next) && (OPENERS.has(next.toLowerCase()) || isSmallWord(next.toLowerCase(), true))
    );
  return true;
}

/** The sentences of one piece of a paragraph. */
export function sentenceSpans(text: string, piece: Span): Span[] {
  const found: Span[] = [];
  let from = piece.start;
  for (const match of text.slice(piece.start, piece.end).matchAll(TERMINATOR)) {
    const start = piece.start + match.index;
    const end = start + match[0].length;
    if (end < piece.end && !endsSentence(text, piece, start, end)) continue;
    const span = trimSpan(text, { start: from, end });
    if (span) found.push(span);
    from = end;
  }
  const rest = trimSpan(text, { start: from, end: piece.end });
  if (rest) found.push(rest);
  return found;
}

/** Where to cut what begins at `start` and is too long: behind a clause mark, else a word, else a whole character. */
function cutAt(text: string, start: number): number {
  const window = text.slice(start, start + SENTENCE_CHARACTERS + 1);
  const least = SENTENCE_CHARACTERS / 2;
  const clause = [...window.matchAll(CLAUSE_END)].at(-1);
  if (clause && clause.index >= least) return start + clause.index + clause[0].length;
  const word = [...window.matchAll(/\s+/g)].at(-1);
  if (word && word.index >= least) return start + word.index;
  const character = graphemes.segment(window).containing(SENTENCE_CHARACTERS)?.index;
  if (character) return start + character;
  // Thousands of accents on one letter: only halves of a pair belong together.
  return (
    start + SENTENCE_CHARACTERS - (/[\uD800-\uDBFF]/.test(window.charAt(SENTENCE_CHARACTERS - 1)) ? 1 : 0)
  );
}

/** The span in pieces that can be shown. */
function showable(text: string, span: Span): Span[] {
  const pieces: Span[] = [];
  let rest: Span | null = span;
  while (rest && rest.end - rest.start > SENTENCE_CHARACTERS) {
    const end = cutAt(text, rest.start);
    const piece = trimSpan(text, { start: rest.start, end });
    if (piece) pieces.push(piece);
    rest = trimSpan(text, { start: end, end: rest.end });
  }
  return rest ? [...pieces, rest] : pieces;
}

/**
 * The sentences of `text`, in order and disjoint, none over a paragraph's end or a skip span; together with the skips
 * they hold everything but white space. A sentence inside a longer quotation is one of its own.
 * None is longer than `SENTENCE_CHARACTERS`: what has no end for longer is cut at its clauses, words or characters.
 * Rules and a list of English abbreviations: time linear in the length of the text.
 *
 * @param skips sorted, disjoint spans that belong to no sentence
 */
export function splitSentences(text: string, skips: readonly Span[] = []): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  paragraphs(text).forEach((paragraph, number) => {
    while ((skips[first]?.end ?? Infinity) <= paragraph.start) first++;
    let last = first;
    while ((skips[last]?.start ?? Infinity) < paragraph.end) last++;
    for (const piece of subtract(paragraph, skips.slice(first, last))) {
      for (const span of sentenceSpans(text, piece).flatMap((whole) => showable(text, whole))) {
        sentences.push({ ...span, index: sentences.length, paragraph: number });
      }
    }
  });
  return sentences;
}
