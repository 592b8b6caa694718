import type { Names } from '../../parties/name-patterns.ts';
import type { Candidate } from '../../store/ports.ts';
import { readTerms, type Term } from '../../text/words/words.ts';

/** How often each stem stands in a text, with the text's length in words. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export function bagOf(stems: readonly string[]): Bag {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return { counts, length: stems.length };
}

/** A candidate with its words read once. */
export interface ReadCandidate {
  readonly candidate: Candidate;
  readonly terms: readonly Term[];
  readonly sentence: Bag;
  /** What stands before and behind it in its paragraph, as far as the passage goes. */
  readonly before: Bag;
  readonly after: Bag;
  readonly window: Bag;
}

function stemsOf(terms: readonly Term[]): string[] {
  return terms.map((term) => term.stem);
}

/** Passages are read once while they are asked for often: a passage's key stands for the same words for ever. */
const MOST_REMEMBERED = 5_000;
const remembered = new WeakMap<Names, Map<number, Omit<ReadCandidate, 'candidate'>>>();

/** Reads the candidate's words, with the parties in them marked. */
export function readCandidate(candidate: Candidate, names: Names): ReadCandidate {
  const known = remembered.get(names) ?? new Map<number, Omit<ReadCandidate, 'candidate'>>();
  remembered.set(names, known);
  let words = known.get(candidate.key);
  if (!words) {
    if (known.size >= MOST_REMEMBERED) known.clear();
    words = readWords(candidate, names);
    known.set(candidate.key, words);
  }
  return { candidate, ...words };
}

/** The words alone, of who stays while articles come in and make names others. */
const parted = new WeakMap<Candidate, Readonly<Record<'own' | 'before' | 'after', readonly Term[]>>>();

function partWords(candidate: Candidate) {
  const { sentence, passage, text, passageText } = candidate;
  const words = parted.get(candidate) ?? {
    own: readTerms(text),
    before: readTerms(passageText.slice(0, sentence.start - passage.start)),
    after: readTerms(passageText.slice(sentence.end - passage.start)),
  };
  parted.set(candidate, words);
  return words;
}

function readWords(candidate: Candidate, names: Names): Omit<ReadCandidate, 'candidate'> {
  const words = partWords(candidate);
  const terms = names.mark(words.own);
  const before = stemsOf(names.mark(words.before));
  const after = stemsOf(names.mark(words.after));
  return {
    terms,
    sentence: bagOf(stemsOf(terms)),
    before: bagOf(before),
    after: bagOf(after),
    window: bagOf([...before, ...stemsOf(terms), ...after]),
  };
}
