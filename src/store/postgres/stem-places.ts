import { stem, tokens, type Term } from '../words.ts';

/** PostgreSQL takes no longer ones (2046 bytes), nor places past this one. */
const LONGEST_STEM = 500;
const LAST_PLACE = 16_383;

const cut = (word: string): string => (word.length > LONGEST_STEM ? word.slice(0, LONGEST_STEM) : word);

/** Letters, digits and marks alone, so only the quotes around it are syntax. */
const quoted = (word: string): string => `'${word}'`;

/** A text's stems with their places, as `tsvector` reads it, and how many there are. */
export function stemPlaces(text: string): { readonly vector: string; readonly length: number } {
  const places = new Map<string, number[]>();
  const stems = tokens(text).map((token) => cut(stem(token)));
  for (const [i, word] of stems.entries()) {
    if (word === '' || i >= LAST_PLACE) continue;
    const at = places.get(word);
    if (at) at.push(i + 1);
    else places.set(word, [i + 1]);
  }
  const vector = [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ');
  return { vector, length: stems.length };
}

/** The stems of a searched word that can be found. */
export function stemsOf({ stems }: Term): string[] {
  return stems
    .split(' ')
    .map(cut)
    .filter((word) => word !== '');
}

/** The words as `tsquery` reads them: each beside the one before it. */
export function phraseQuery(stems: readonly string[]): string {
  return stems.map(quoted).join(' <-> ');
}
