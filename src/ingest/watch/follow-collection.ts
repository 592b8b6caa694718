import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isWithin } from '../../sources/find-files.ts';
import { isArticle } from '../../sources/read-draft.ts';
import { articlesFolder } from '../collection.ts';
import type { IngestOptions, IngestReport } from '../ingest.ts';
import { type PollDependencies, pollFeeds } from './poll-feeds.ts';
import { readSourceList, sourceListFile } from '../read-source-list.ts';
import { watchFolder } from './watch-folder.ts';

interface FollowDependencies extends Partial<Pick<PollDependencies, 'now' | 'wait'>> {
  readonly collectionDir: string;
  /** Without names: all of the collection. */
  readonly ingest: (names: readonly string[], options: IngestOptions) => Promise<IngestReport>;
  /** Feeds that are followed besides those that the collection lists. */
  readonly feeds?: () => Promise<readonly string[]>;
  readonly log: PollDependencies['log'];
}

/**
 * Reads what is new in a collection, then what comes into its folder and its feeds, one after the other, until the signal.
 * What goes wrong is in the log; resolves when it has ended.
 */
export async function followCollection(
  {
    collectionDir,
    ingest,
    feeds: added = async () => [],
    log,
    now = () => performance.now(),
    wait = (ms, signal) => sleep(ms, undefined, { signal }),
  }: FollowDependencies,
  signal: AbortSignal,
): Promise<void> {
  const folder = articlesFolder(collectionDir);
  const list = sourceListFile(collectionDir);
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other. */
  const inTurn = (names: readonly string[]): Promise<IngestReport> => {
    const report = last.then(() => ingest(names, { signal }));
    last = report.catch(() => undefined);
    return report;
  };
  const tryToRead = async (names: readonly string[]): Promise<void> => {
    const { results } = await inTurn(names);
    for (const { path: from, outcome, reason } of results) {
      if (outcome === 'added' || outcome === 'replaced') log.info(`${from}: ${outcome}.`);
      else if (reason !== null && outcome !== 'left-out') log.warn(reason);
    }
  };
  /** A store that is away for a while is read into when it is back. */
  const read = (names: readonly string[]): Promise<void> =>
    tryAgain(() => tryToRead(names), { wait, warn: (reason) => log.warn(reason) }, signal);
  const readFile = async (file: string): Promise<void> => {
    // A link that leads out of the folder is not followed while it is watched either.
    if (isArticle(file) && (await isWithin(folder, file))) await read([file]);
  };
  if (signal.aborted) return;
  const close = await watchFolder(collectionDir, [path.basename(folder), path.basename(list)], {
    onFile: (file) => void (path.resolve(file) === path.resolve(list) ? read([]) : readFile(file)),
    onGone: (file) => {
      if (isArticle(file))
        log.warn(
          `${file} is gone from the folder; its article stays in the store until "parley remove" takes it out.`,
        );
    },
    onFault: (reason) =>
      log.warn(`${folder} cannot be watched (${reason}): new files are read at the next start.`),
  });
  try {
    await read([]);
    const feeds = async (): Promise<readonly string[]> => {
      const listed = await readSourceList(collectionDir).catch(() => ({ feeds: [] }));
      return [...new Set([...listed.feeds, ...(await added())])];
    };
    await pollFeeds({ feeds, ingest: (feed) => inTurn([feed]), log, now, wait }, signal);
  } finally {
    await close();
    await last;
  }
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

interface TryAgainDependencies {
  /** Told why it did not succeed, each reason once. */
  readonly warn: (reason: string) => void;
  /** Rejects with the signal's reason. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Does the work, again after a pause (each twice as long, up to five minutes) where it fails, until it succeeds or the signal. */
async function tryAgain(
  work: () => Promise<void>,
  { warn, wait }: TryAgainDependencies,
  signal: AbortSignal,
): Promise<void> {
  let told: string | null = null;
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== told) warn(reason);
      told = reason;
      await wait(pauseMs, signal).catch(() => undefined);
    }
  }
}
