import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Place } from '../render/place.ts';
import type { ServerSettings } from '../server-settings.ts';
import { plural } from '../../show/show-count.ts';
import { REFUSAL_WORDS } from '../words/refusal-words.ts';

export const WINDOW_SECONDS = 60;
const STOPPING = REFUSAL_WORDS.restarting;

/** Who may be answered now, and what is under way. */
export interface Intake {
  /**
   * Null when it may be answered, else the sentence for who asked. Counts one question, unless `counts` is false: to turn a
   * page, say, is none, and is never too much.
   */
  refusal(place: Place, settings: ServerSettings, counts?: boolean): Promise<Refusal | null>;
  /** Does the work; `finish` waits for it. */
  track<T>(work: () => Promise<T>): Promise<T>;
  /** How many are under way. */
  underWay(): number;
  /** Takes nothing more on and waits for what is under way, at most so long. Gives how many were left. */
  finish(withinMs: number): Promise<number>;
}

export interface Refusal {
  readonly reason: 'rate-limited' | 'stopping';
  readonly sentence: string;
  /** Whether it was said before to who asks, in this minute: once is enough. */
  readonly repeated: boolean;
}

/** Counts what is asked, in windows of a minute. */
export interface Counter {
  /** Adds to what is counted under the key; gives how much that is now, and how long it still counts. */
  penalty(
    key: string,
    points: number,
  ): Promise<{ readonly consumedPoints: number; readonly msBeforeNext: number }>;
}

/**
 * Limits for each person and each server in windows of a minute.
 *
 * @param counter without one it is counted in memory: a restart begins anew
 */
export function createIntake(
  // The limits are the servers' own settings, so the limiter only counts.
  counter: Counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: WINDOW_SECONDS }),
): Intake {
  const working = new Set<Promise<unknown>>();
  let stopping = false;

  async function over(key: string, limit: number, whose: string, asker: string): Promise<Refusal | null> {
    const { consumedPoints, msBeforeNext } = await counter.penalty(key, 1);
    if (consumedPoints <= limit) return null;
    const told = await counter.penalty(`told.${key}.${asker}`, 1);
    const seconds = plural(Math.max(1, Math.ceil(msBeforeNext / 1000)), 'second');
    return {
      reason: 'rate-limited',
      sentence: REFUSAL_WORDS.overTheLimit(whose, limit, seconds),
      repeated: told.consumedPoints > 1,
    };
  }

  return {
    async refusal({ userId, guildId }, { perUser, perServer }, counts = true) {
      if (stopping) return { reason: 'stopping', sentence: STOPPING, repeated: false };
      if (!counts) return null;
      const own = await over(
        `user.${guildId ?? 'direct'}.${userId}`,
        perUser,
        REFUSAL_WORDS.youAsked,
        userId,
      );
      if (own !== null || guildId === null) return own;
      return over(`server.${guildId}`, perServer, REFUSAL_WORDS.serverAsked, userId);
    },

    async track(work) {
      const under = work();
      working.add(under);
      try {
        return await under;
      } finally {
        working.delete(under);
      }
    },

    underWay: () => working.size,

    async finish(withinMs) {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await Promise.race([late, Promise.allSettled(working)]);
      clearTimeout(timer);
      return working.size;
    },
  };
}
