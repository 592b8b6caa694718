import { foldName } from '../fold.ts';

/** How many letters must be put in, left out, changed or swapped with their neighbour (Damerau 1964, restricted). */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  // Three rows in turn: the one filled, the one before and the one before that.
  const rows = new Uint16Array(3 * width);
  for (let j = 0; j < width; j++) rows[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const row = (i % 3) * width;
    const previous = ((i + 2) % 3) * width;
    const twoBack = ((i + 1) % 3) * width;
    const letter = a.charCodeAt(i - 1);
    rows[row] = i;
    for (let j = 1; j < width; j++) {
      const other = b.charCodeAt(j - 1);
      let least = (rows[previous + j - 1] ?? 0) + (letter === other ? 0 : 1);
      least = Math.min(least, (rows[previous + j] ?? 0) + 1, (rows[row + j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        least = Math.min(least, (rows[twoBack + j - 2] ?? 0) + 1);
      rows[row + j] = least;
    }
  }
  return rows[(a.length % 3) * width + b.length] ?? 0;
}

/** At most a third of the letters may differ for two names to be near. */
const NEAR_SHARE = 1 / 3;

/**
 * Those of `choices` spelled most like `typed`, nearest first, each by the nearest of its `names`.
 * A name that starts with what was typed, or the other way round, is near too.
 */
export function nearest<T>(
  typed: string,
  choices: readonly T[],
  namesOf: (choice: T) => readonly string[],
  most: number,
): T[] {
  const wanted = foldName(typed);
  if (wanted === '') return [];
  const distanceTo = (name: string): number => {
    const folded = foldName(name);
    if (folded.length > 2 && wanted.length > 2 && (folded.startsWith(wanted) || wanted.startsWith(folded)))
      return 0.5;
    const distance = editDistance(wanted, folded);
    return distance <= Math.max(1, Math.max(wanted.length, folded.length) * NEAR_SHARE) ? distance : Infinity;
  };
  return choices
    .map((choice) => ({ choice, distance: Math.min(...namesOf(choice).map(distanceTo)) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ choice }) => choice);
}

/** Below so many letters, or so large a share of the longer stem, a common beginning says nothing. */
const PREFIX = { letters: 4, share: 0.5 };
/** How alike two stems are by their common beginning, 0 to 1: "invas" and "invad" are 0.8. */
export function prefixLikeness(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  const share = n / Math.max(a.length, b.length);
  return n >= PREFIX.letters && share >= PREFIX.share ? share : 0;
}

const LONGEST_COMPARED = 30;

/** Whether two folded names may be spellings of one: the same first letter, and one letter apart (two in long names). */
export function closeSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5 || a[0] !== b[0] || a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED)
    return false;
  const most = shorter >= 9 ? 2 : 1;
  return Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most;
}
