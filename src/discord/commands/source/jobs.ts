import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { App } from '../../../app.ts';
import type { Progress } from '../define/command.ts';

const Named = z.union([z.string(), z.object({ name: z.string(), url: z.string() })]);
const Job = z.object({
  key: z.string(),
  names: z.array(Named).readonly(),
  /** The id of the article that is replaced. */
  corrects: z.string().nullable(),
  /** How often it was begun. */
  tries: z.int(),
  /** The process that does it; one of an earlier version says none. */
  process: z.string().default(''),
});

/** Articles that somebody adds: kept until they have their answer, so that a process that is killed takes it up again. */
export type Job = Readonly<z.infer<typeof Job>>;

/** This process among all that ever had jobs. */
const PROCESS = randomBytes(9).toString('base64url');

const NOTE = 'discord.jobs';
/** Discord takes edits of an answer for so long. */
const ANSWER_KEPT_MS = 15 * 60_000;
const Answer = z.object({ applicationId: z.string(), token: z.string() });
const answerKey = (key: string): string => `discord.job.${key}`;

type Notes = Pick<App, 'note' | 'setNote' | 'remember' | 'recall'>;

export async function readJobs(app: Pick<App, 'note'>): Promise<readonly Job[]> {
  const value = await app.note(NOTE);
  return value === null ? [] : z.array(Job).parse(JSON.parse(value));
}

/** Those that another process began and did not end. */
export async function readLeftJobs(app: Pick<App, 'note'>): Promise<readonly Job[]> {
  return (await readJobs(app)).filter((job) => job.process !== PROCESS);
}

/** One change after the other, so that none is lost. */
let last: Promise<unknown> = Promise.resolve();
function change(app: Notes, by: (jobs: readonly Job[]) => readonly Job[]): Promise<void> {
  const changed = last.then(async () => app.setNote(NOTE, JSON.stringify(by(await readJobs(app)))));
  last = changed.catch(() => undefined);
  return changed;
}

/** Keeps what is begun, and by what its answer is edited. */
export async function beginJob(
  app: Notes,
  job: Pick<Job, 'names' | 'corrects'>,
  answer: Progress['answer'] | undefined,
): Promise<Job> {
  const begun: Job = { ...job, key: randomBytes(9).toString('base64url'), tries: 1, process: PROCESS };
  if (answer) await app.remember(answerKey(begun.key), JSON.stringify(answer), ANSWER_KEPT_MS);
  await change(app, (jobs) => [...jobs, begun]);
  return begun;
}

/** Counts that it was begun once more, by this process. */
export const tryAgain = (app: Notes, key: string): Promise<void> =>
  change(app, (jobs) =>
    jobs.map((job) => (job.key === key ? { ...job, tries: job.tries + 1, process: PROCESS } : job)),
  );

export const endJob = (app: Notes, key: string): Promise<void> =>
  change(app, (jobs) => jobs.filter((job) => job.key !== key));

/** Null when Discord takes no edits of it any more. */
export async function answerOfJob(app: Notes, key: string): Promise<Progress['answer'] | null> {
  const value = await app.recall(answerKey(key));
  return value === null ? null : Answer.parse(JSON.parse(value));
}
