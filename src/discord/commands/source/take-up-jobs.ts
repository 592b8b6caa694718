import { Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../../../domain/loggable.ts';
import { LAID_OUT, layOutMessage } from '../../layout/lay-out-message.ts';
import { sentenceReply, type Reply } from '../../reply.ts';
import { answerOfJob, endJob, readLeftJobs, tryAgain, type Job } from './jobs.ts';
import { runJob, type Adding } from './run-job.ts';

/** What ended the process so often is not begun again. */
const MOST_TRIES = 3;

export interface TakeUpDependencies {
  readonly app: Adding['app'];
  readonly rest: Pick<REST, 'patch'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Goes on with what an ended process was adding, and edits its answers while Discord takes that. Never rejects. */
export async function takeUpJobs({ app, rest, log }: TakeUpDependencies, signal: AbortSignal): Promise<void> {
  const jobs = await readLeftJobs(app).catch((error: unknown) => {
    log.error({ err: loggable(error) }, 'what was being added is not known');
    return [];
  });
  for (const job of jobs) {
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
    if (job.tries >= MOST_TRIES)
      return sentenceReply(
        `I was ended ${MOST_TRIES} times while I read this, and do not try it again: add it in parts.`,
      );
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
