import { createCorrections } from '../../attribution/make-corrections.ts';
import type { Store } from '../../store/ports.ts';
import type { App } from '../capabilities.ts';
import { forget } from '../stores/forget.ts';
import type { Lock } from '../stores/queue-lock.ts';
import type { CurrentTables } from '../tables/current-tables.ts';
import { openStater, restate } from './restate.ts';

export interface CorrectDependencies {
  readonly store: Store;
  readonly tables: CurrentTables;
  readonly lock: Lock;
  readonly now: () => Date;
}

/** Corrections, each kept and undone while nobody else changes articles. */
export function createCorrecting({ store, tables, lock, now }: CorrectDependencies) {
  /** What the signal stops before its turn is not begun. */
  const held = async <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
    const release = await lock(signal);
    try {
      signal?.throwIfAborted();
      const done = await work();
      await tables.answering.upToDate();
      return done;
    } finally {
      release();
    }
  };
  const restateOne = async (id: string): Promise<void> => {
    const { actors, topics } = tables.answering.tables;
    await restate([id], await openStater(actors, topics), store);
  };
  /** Where the lock is not held, `restateBy` takes it. */
  const corrections = (restateBy = restateOne) =>
    createCorrections({ store, actors: tables.answering.tables.actors, restate: restateBy, now });
  return {
    correct: (input, signal) => held(() => corrections().correct(input), signal),
    undoCorrection: (id, by, signal) => held(() => corrections().undo(id, by), signal),
    corrections: () => corrections().corrections(),
    forget: (ids) =>
      forget(
        {
          store,
          follows: tables.answering,
          corrections: corrections((article) => held(() => restateOne(article))),
        },
        ids,
      ),
  } satisfies Partial<App>;
}
