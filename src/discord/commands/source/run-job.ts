import type { App } from '../../../app.ts';
import type { SourceName } from '../../../app/capabilities.ts';
import { UserError } from '../../../errors.ts';
import { ADD_WITHIN_MS, LIMITS } from '../../limits.ts';
import { markdownLine } from '../../render/escape.ts';
import { createReply, sentenceReply, type Reply } from '../../reply.ts';
import type { Progress } from '../define/command.ts';
import { beginJob, endJob, type Job } from './jobs.ts';
import { showAdded } from './show-sources.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';

/** What is added, and how it is told. */
export interface Adding {
  readonly app: Pick<App, 'addSources' | 'sides' | 'note' | 'setNote' | 'remember' | 'recall'>;
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

/** Does what was begun; it is over when its answer is shown, also one that says why it was not done. */
export async function runJob(adding: Adding, job: Job): Promise<Reply> {
  const sent = (): Promise<void> => endJob(adding.app, job.key);
  try {
    return { ...(await add(adding, job)), sent };
  } catch (error) {
    if (error instanceof UserError) return { ...sentenceReply(error.message), sent };
    // What is stopped is taken up by the next process.
    if (!adding.signal.aborted) await sent();
    throw error;
  }
}

async function add({ app, signal, progress }: Adding, { names, corrects }: Job): Promise<Reply> {
  let read = 0;
  const tell = (content: string): void => progress?.tell(createReply(content));
  const report = await app.addSources(names, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(ADD_WITHIN_MS)]),
    ...(corrects === null ? {} : { corrects }),
    onRead: (from) => tell(ADDING_WORDS.articlesRead(++read, markdownLine(from, SHOWN))),
    onProgress: ({ articlesDone, articlesTotal, sentencesDone, sentencesTotal }) =>
      tell(ADDING_WORDS.addingDoneSentences(articlesTotal, articlesDone, sentencesDone, sentencesTotal)),
  });
  return showAdded(report, app.sides);
}

const SHOWN = Math.floor(LIMITS.contentChars / 10);
