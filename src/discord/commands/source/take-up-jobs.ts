import { setTimeout } from 'node:timers/promises';
import { Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../../../domain/loggable.ts';
import { LAID_OUT, layOutMessage } from '../../layout/lay-out-message.ts';
import type { Reply } from '../../reply.ts';
import { answerOfJob, endJob, readLeftJobs, tryAgain, type Job } from './jobs.ts';
import { runJob, type Adding } from './run-job.ts';

/** What may itself end the process waits after so many tries: twice as long each time, so that the bot answers meanwhile. */
const PROMPT_TRIES = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

const waitMs = ({ tries }: Job): number =>
  tries < PROMPT_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (tries - PROMPT_TRIES), LONGEST_WAIT_MS);

export interface TakeUpDependencies {
  readonly app: Adding['app'];
  readonly rest: Pick<REST, 'patch'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Resolves after the milliseconds, or rejects once the signal is aborted. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false });

/** Goes on with what an ended process was adding, and edits its answers while Discord takes that. Never rejects. */
export async function takeUpJobs(
  { app, rest, log, wait = waitFor }: TakeUpDependencies,
  signal: AbortSignal,
): Promise<void> {
  const jobs = await readLeftJobs(app).catch((error: unknown) => {
    log.error({ err: loggable(error) }, 'what was being added is not known');
    return [];
  });
  for (const job of jobs.toSorted((a, b) => a.tries - b.tries)) {
    const ms = waitMs(job);
    if (ms > 0) await wait(ms, signal).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const reply = await takeUp(job);
      // Stopped meanwhile: the next process takes it up.
      if (signal.aborted) return;
      const told = await tell(job, reply);
      log.info({ sources: job.names.length, told }, 'took up what was being added');
      await endJob(app, job.key);
    } catch (error) {
      log.error({ err: loggable(error) }, 'what was being added could not be taken up');
    }
  }

  async function takeUp(job: Job): Promise<Reply> {
    await tryAgain(app, job.key);
    return runJob({ app, signal }, job);
  }

  /** Whether whoever added it is told. */
  async function tell({ key }: Job, reply: Reply): Promise<boolean> {
    const answer = await answerOfJob(app, key);
    if (answer === null) return false;
    const body = {
      flags: LAID_OUT,
      components: layOutMessage(reply),
      allowed_mentions: reply.allowed_mentions,
      attachments: [],
    };
    try {
      await rest.patch(Routes.webhookMessage(answer.applicationId, answer.token), { body, auth: false });
      return true;
    } catch (error) {
      log.warn({ err: loggable(error) }, 'what became of what was being added was not told');
      return false;
    }
  }
}
