import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job } from '../../../src/store/job-queue.ts';
import { openJobQueue } from '../../../src/store/postgres/jobs/add-jobs.ts';
import { takeJobs } from '../../../src/store/postgres/jobs/take-jobs.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { startChild } from '../../support/children.ts';
import { emptyDatabase, whyNoServer } from '../../support/stores/postgres-server.ts';

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

async function startQueue() {
  const { url, remove } = await emptyDatabase();
  await (await openPostgresStore(url)).close();
  const queue = openJobQueue(url);
  onTestFinished(async () => {
    await queue.close();
    await remove();
  });
  return { url, queue };
}

const nobody = (): void => undefined;

/** Takes jobs of the kind `k`; `next` gives the next that is begun, or what is said. */
function startWorker(url: string, work: (job: Job) => Promise<void> = async () => undefined, atOnce = 2) {
  const stopping = new AbortController();
  const events: string[] = [];
  let resume = nobody;
  const happened = (event: string): void => {
    events.push(event);
    resume();
  };
  const ended = takeJobs(
    {
      url,
      kinds: ['k'],
      atOnce,
      async work(job) {
        happened(`${job.key} ${job.payload} ${job.tries}`);
        await work(job);
      },
      log: { warn: (line) => happened(`! ${line}`) },
    },
    stopping.signal,
  );
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended;
  };
  onTestFinished(stop);
  const next = async (): Promise<string | undefined> => {
    while (events.length === 0) await new Promise<void>((resolve) => void (resume = resolve));
    return events.shift();
  };
  return { next, stop };
}

async function left(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ key: string }>('SELECT key FROM jobs ORDER BY key');
  await client.end();
  return rows.map(({ key }) => key);
}

describe.skipIf(why !== null)('jobs on a PostgreSQL server', () => {
  it('are done once each, whoever takes them, and gone then', async () => {
    const { url, queue } = await startQueue();
    const done: string[] = [];
    const workers = [1, 2].map(() => startWorker(url, async ({ key }) => void done.push(key), 4));
    const keys = Array.from({ length: 40 }, (_, i) => `job ${i}`);
    await Promise.all(keys.map((key) => queue.add('k', key, 'p')));
    while (done.length < keys.length) await Promise.race(workers.map(({ next }) => next()));
    await Promise.all(workers.map(({ stop }) => stop()));
    expect(done.toSorted()).toEqual(keys.toSorted());
    expect(await left(url)).toEqual([]);
  });

  it('are added once by key, held until they are released, and taken back', async () => {
    const { url, queue } = await startQueue();
    expect(await queue.add('k', 'a', 'first', 3_600_000)).toBe(true);
    expect(await queue.add('k', 'a', 'second')).toBe(false);
    await queue.add('k', 'b', 'p', 3_600_000);
    await queue.add('other', 'c', 'p');
    await queue.remove('b');
    const { next, stop } = startWorker(url);
    await queue.release('a', 'acknowledged');
    expect(await next()).toBe('a acknowledged 1');
    await stop();
    expect(await left(url)).toEqual(['c']);
  });

  it('are begun again where they failed, and given up in the end', async () => {
    const { url, queue } = await startQueue();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { next } = startWorker(url, async () => {
      throw new Error('No way.');
    });
    await queue.add('k', 'a', 'p');
    expect([await next(), await next()]).toEqual(['a p 1', '! a was not done: No way.']);
    expect(await next()).toBe('a p 2');
    await next();
    await client.query('UPDATE jobs SET tries = 4, due = now()');
    expect([await next(), await next()]).toEqual(['a p 5', '! a was not done and is given up: No way.']);
    await client.end();
  });

  it('are begun elsewhere at once when the process that does them is killed', async () => {
    const { url, queue } = await startQueue();
    const child = startChild(`
      import { takeJobs } from './src/store/postgres/jobs/take-jobs.ts';
      await takeJobs({
        url: ${JSON.stringify(url)}, kinds: ['k'], atOnce: 1, log: console,
        work: () => new Promise(() => console.log('begun')),
      }, new AbortController().signal);
    `);
    await queue.add('k', 'a', 'p');
    expect(await child.next()).toBe('begun');
    const { next, stop } = startWorker(url);
    await child.kill();
    expect(await next()).toBe('a p 2');
    await stop();
    expect(await left(url)).toEqual([]);
  });
});
