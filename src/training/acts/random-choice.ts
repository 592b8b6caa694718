import { seededRandom } from '../attribution/random.ts';

/** Choices that come out the same each time. */
export interface RandomChoice {
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
  /** The same items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** A maker of choices from a seed. */
export function createRandom(seed: number): RandomChoice {
  const next = seededRandom(seed);
  return {
    pick(from) {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    chance: (share) => next() < share,
    shuffle: (items) =>
      items
        .map((item) => ({ item, at: next() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}
