import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import { loggable } from '../../domain/loggable.ts';
import { createRepeated } from '../repeat.ts';

/** How often it is looked whether something arrived: another process may have read it in. */
const LOOK_EVERY_MS = 5_000;
/** So many looks, and digests are looked at, and what could not be sent is tried again. */
const LOOKS_A_ROUND = 12;

export interface FollowLoopDependencies {
  readonly app: Pick<App, 'revision' | 'tellArrivals'>;
  readonly log: Logger;
  readonly everyMs?: number;
}

/** Tells those who follow what arrives, for as long as the bot runs. */
export function createFollowLoop({ app, log, everyMs = LOOK_EVERY_MS }: FollowLoopDependencies) {
  const repeated = createRepeated(everyMs);
  return {
    /** Once; a second time does nothing. */
    start(teller: Parameters<App['tellArrivals']>[0]): void {
      let told: number | null = null;
      repeated.start(async (signal, look) => {
        try {
          const revision = await app.revision();
          if (revision !== told || look % LOOKS_A_ROUND === 0) await app.tellArrivals(teller, signal);
          told = revision;
        } catch (error) {
          log.error({ err: loggable(error) }, 'what is followed could not be told');
        }
      });
    },
    /** Resolves when the message under way is sent. */
    stop: () => repeated.stop(),
  };
}
