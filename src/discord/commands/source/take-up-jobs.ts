import { Routes, type REST } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../../../app.ts';
import { loggable } from '../../../domain/loggable.ts';
import { UserError } from '../../../errors.ts';
import { sentenceReply, type Reply } from '../../reply.ts';
import { answerOfJob, endJob, readJobs, tryAgain, type Job } from './jobs.ts';
import { runJob } from './run-job.ts';

/** What ended the process so often is not begun again. */
const MOST_TRIES = 3;

export interface TakeUpDependencies {
  readonly app: App;
  readonly rest: Pick<REST, 'patch'>;
  readonly log: Logger;
}

/** Goes on with what an ended process was adding, and edits its answers while Discord takes that. Never rejects. */
export async function takeUpJobs({ app, rest, log }: TakeUpDependencies, signal: AbortSignal): Promise<void> {
  const jobs = await readJobs(app).catch((error: unknown) => {
    log.error({ err: loggable(error) }, 'what was being added is not known');
    return [];
  });
  for (const job of jobs) {
    if (signal.aborted) return;
    const answer = await answerOfJob(app, job.key).catch(() => null);
    const reply = await takeUp(job);
    log.info({ sources: job.names.length, told: answer !== null }, 'took up what was being added');
    if (reply === null || answer === null) continue;
    const { content, embeds, components, allowed_mentions } = reply;
    const body = { content, embeds, components, allowed_mentions, attachments: [] };
    const route = Routes.webhookMessage(answer.applicationId, answer.token);
    await rest
      .patch(route, { body, auth: false })
      .catch((error: unknown) => log.warn({ err: loggable(error) }, 'what became of it was not told'));
  }

  /** Null for what is left for the next start. */
  async function takeUp(job: Job): Promise<Reply | null> {
    try {
      if (job.tries >= MOST_TRIES) {
        await endJob(app, job.key);
        return sentenceReply(
          `I was ended ${MOST_TRIES} times while I read this, and do not try it again: add it in parts.`,
        );
      }
      await tryAgain(app, job.key);
      return await runJob({ app, signal }, job);
    } catch (error) {
      if (error instanceof UserError) return sentenceReply(error.message);
      log.error({ err: loggable(error) }, 'what was being added could not be read');
      return sentenceReply(
        'I was ended while I read this, and could not read it afterwards: please add it again.',
      );
    }
  }
}
