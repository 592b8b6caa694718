import type { JobQueue } from '../../store/job-queue.ts';
import type { TakeJobsDependencies } from '../../store/postgres/jobs/take-jobs.ts';

/** What joins several processes: jobs that one leaves to another, counts that all share, work that one of them does. */
export interface Joined extends JobQueue {
  /** Does jobs until the signal; see `takeJobs`. */
  take(of: Omit<TakeJobsDependencies, 'url'>, signal: AbortSignal): Promise<void>;
  /** Counts in windows of so many seconds; in memory while the server is away. */
  readonly counter: {
    penalty(
      key: string,
      points: number,
    ): Promise<{ readonly consumedPoints: number; readonly msBeforeNext: number }>;
  };
  /** Does the work in one process at a time, until the signal; see `takeTurn`. */
  alone(name: string, work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void>;
}

/**
 * Joins this process to others by the database, whose tables must be there.
 *
 * @param windowSeconds of what is counted
 */
export async function openJoined(
  url: string,
  windowSeconds: number,
  log: { warn(message: string): void },
): Promise<Joined> {
  const [{ openJobQueue }, { takeJobs }, { openCounter }, { takeTurn }] = await Promise.all([
    import('../../store/postgres/jobs/add-jobs.ts'),
    import('../../store/postgres/jobs/take-jobs.ts'),
    import('../../store/postgres/jobs/open-counter.ts'),
    import('../../store/postgres/jobs/take-turn.ts'),
  ]);
  const queue = openJobQueue(url);
  const counter = openCounter(url, windowSeconds);
  return {
    ...queue,
    counter,
    take: (of, signal) => takeJobs({ ...of, url }, signal),
    alone: (name, work, signal) => takeTurn({ url, name, work, log }, signal),
    async close() {
      await queue.close();
      await counter.close();
    },
  };
}
