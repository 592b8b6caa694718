import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import type { Collections } from '../../app/collections.ts';
import { loggable } from '../../domain/loggable.ts';
import { createRepeated } from '../repeat.ts';

const LOOK_EVERY_MS = 5_000;
/** So many looks, and those are looked at that nobody uses: for digests, and what another process read in. */
const LOOKS_A_ROUND = 120;

type Teller = Parameters<App['tellArrivals']>[0];

export interface FollowRoundsDependencies {
  readonly collections: Pick<Collections, 'keys' | 'openKeys' | 'use'>;
  /** What tells of one of them. */
  readonly tellerOf: (own: App, key: string) => Teller;
  readonly log: Logger;
  readonly everyMs?: number;
}

/** Tells those who follow in the collections of servers what arrives there, for as long as the bot runs. */
export function createFollowRounds(dependencies: FollowRoundsDependencies) {
  const { collections, tellerOf, log, everyMs = LOOK_EVERY_MS } = dependencies;
  const repeated = createRepeated(everyMs);
  /** By key, how far it was told. */
  const told = new Map<string, number>();

  async function tell(key: string, isRound: boolean, signal: AbortSignal): Promise<void> {
    try {
      await collections.use(
        key,
        async (own) => {
          const revision = await own.revision();
          if (isRound || told.get(key) !== revision) await own.tellArrivals(tellerOf(own, key), signal);
          told.set(key, revision);
        },
        { prolongs: false },
      );
    } catch (error) {
      log.error({ err: loggable(error) }, 'what is followed in a collection could not be told');
    }
  }

  return {
    start(): void {
      repeated.start(async (signal, look) => {
        const isRound = look % LOOKS_A_ROUND === 0;
        for (const key of isRound ? await collections.keys() : collections.openKeys())
          if (!signal.aborted) await tell(key, isRound, signal);
      });
    },
    /** Resolves when the message under way is sent. */
    stop: () => repeated.stop(),
  };
}
