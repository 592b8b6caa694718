import type { App } from '../../../app.ts';
import type { SourceName } from '../../../app/capabilities.ts';
import { plural } from '../../../show/show-count.ts';
import { ADD_WITHIN_MS, LIMITS } from '../../limits.ts';
import { markdownLine } from '../../render/escape.ts';
import { createReply, type Reply } from '../../reply.ts';
import type { Progress } from '../define/command.ts';
import { beginJob, endJob, type Job } from './jobs.ts';
import { showAdded } from './show-added.ts';

/** What is added, and how it is told. */
export interface Adding {
  readonly app: App;
  readonly signal: AbortSignal;
  readonly progress?: Progress | undefined;
}

/** Adds what somebody names; should the process be killed meanwhile, the next one takes it up. */
export async function addAll(
  { app, signal, progress }: Adding,
  names: readonly SourceName[],
  corrects: string | null = null,
): Promise<Reply> {
  const job = await beginJob(app, { names, corrects }, progress?.answer);
  return runJob({ app, signal, progress }, job);
}

/** Does what was begun; it is over when that has an answer, also one that says why it was not done. */
export async function runJob({ app, signal, progress }: Adding, job: Job): Promise<Reply> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(ADD_WITHIN_MS)]);
  let read = 0;
  try {
    const report = await app.addSources(job.names, {
      signal: deadline,
      ...(job.corrects === null ? {} : { corrects: job.corrects }),
      onRead: (from) =>
        progress?.tell(createReply(`Read ${plural(++read, 'article')}: ${markdownLine(from, SHOWN)} …`)),
      onProgress: ({ articlesDone, articlesTotal, sentencesDone, sentencesTotal }) =>
        progress?.tell(
          createReply(
            `Adding ${plural(articlesTotal, 'article')}: ${articlesDone} done, ${sentencesDone} of ${sentencesTotal} sentences …`,
          ),
        ),
    });
    return showAdded(report, app.sides);
  } finally {
    await endJob(app, job.key);
  }
}

const SHOWN = Math.floor(LIMITS.contentChars / 10);
