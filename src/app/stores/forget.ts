import type { Follows } from '../keep-following.ts';
import type { Corrections } from '../../attribution/make-corrections.ts';
import type { Store } from '../../store/ports.ts';

/** What of somebody was removed. */
export interface Forgotten {
  readonly corrections: number;
  readonly follows: number;
}

export interface ForgetDependencies {
  readonly store: Pick<Store, 'forgetAsked' | 'forgetMemories'>;
  readonly follows: Pick<Follows, 'follows' | 'unfollow'>;
  readonly corrections: Pick<Corrections, 'corrections' | 'undo'>;
}

/**
 * Removes what is kept of people, servers and channels: the corrections that they made, which show no more, what they follow
 * or what is told there, when they asked, and all that is kept for a while.
 *
 * @param ids as Discord gives them: long numbers, which stand in nothing else
 */
export async function forget(
  { store, follows, corrections }: ForgetDependencies,
  ids: readonly string[],
): Promise<Forgotten> {
  const gone = new Set(ids);
  const made = (await corrections.corrections()).filter(({ by }) => gone.has(by.id));
  for (const { id } of made) await corrections.undo(id, null);
  const followed = (await follows.follows()).filter(
    ({ person, place }) => gone.has(person) || gone.has(place),
  );
  for (const { id } of followed) await follows.unfollow(id);
  for (const id of gone) {
    await store.forgetAsked(id);
    await store.forgetMemories(id);
  }
  return { corrections: made.length, follows: followed.length };
}
