import { Worker } from 'node:worker_threads';
import { UserError } from '../errors.ts';
import type { Draft, SourceInput } from './draft.ts';
import type { Feed } from './feed/read-feed.ts';

/** What the thread is asked for. */
export interface ApartRequest {
  readonly as: 'draft' | 'feed';
  readonly input: SourceInput;
}

/** What the thread answers: what was asked for, or the sentence that refuses it. */
type ApartResponse = { readonly draft: Draft } | { readonly feed: Feed } | { readonly refused: string };

/** Longer than any article takes; a page takes some 40 ms. */
const WITHIN_MS = 20_000;
/** What reading one file may use; a page of 20 MB needs about half of it. */
const MAX_HEAP_MB = 1024;

/** Reads in a thread of its own, one input after the other; `close` ends it. */
export interface ApartReader {
  /** @throws UserError for what is refused, takes too long or needs too much memory */
  read(input: SourceInput): Promise<Draft>;
  /** Likewise, for a feed. */
  readFeed(input: SourceInput): Promise<Feed>;
  close(): Promise<void>;
}

/**
 * A thread that starts with the first input, and anew after one that broke it.
 *
 * @param withinMs how long one input may take
 */
export function createApartReader(withinMs = WITHIN_MS): ApartReader {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  /** What the input under way ends with. */
  let settle: (response: ApartResponse | { readonly broke: string }) => void = ignore;

  const start = (): Worker => {
    const started = new Worker(new URL('./reading-worker.mjs', import.meta.url), {
      execArgv: [],
      // What libraries print is nobody's answer.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    started.on('message', (response: ApartResponse) => settle(response));
    started.on('error', (error) => settle({ broke: faultOf(error) }));
    started.on('exit', (code) => {
      if (worker === started) settle({ broke: `its thread ended with code ${code}` });
    });
    return started;
  };

  const ask = (
    as: ApartRequest['as'],
    { name, bytes, contentType }: SourceInput,
  ): Promise<Exclude<ApartResponse, { readonly refused: string }>> =>
    new Promise((resolve, reject) => {
      const at = (worker ??= start());
      const tooSlow = `it took more than ${withinMs / 1000} s. Save it in a simpler form, or its text as .txt`;
      const deadline = setTimeout(() => settle({ broke: tooSlow }), withinMs);
      settle = (response) => {
        settle = ignore;
        clearTimeout(deadline);
        at.unref();
        if ('refused' in response) return reject(new UserError(response.refused));
        if (!('broke' in response)) return resolve(response);
        worker = null;
        void at.terminate();
        reject(new UserError(`${name} cannot be read: ${response.broke}.`));
      };
      at.ref();
      at.postMessage({ as, input: { name, bytes, contentType } } satisfies ApartRequest);
    });
  const inTurn = (as: ApartRequest['as'], input: SourceInput): ReturnType<typeof ask> => {
    const answer = last.then(() => ask(as, input));
    last = answer.catch(() => undefined);
    return answer;
  };

  return {
    async read(input) {
      const answer = await inTurn('draft', input);
      if ('draft' in answer) return answer.draft;
      throw new Error('a draft was asked for');
    },
    async readFeed(input) {
      const answer = await inTurn('feed', input);
      if ('feed' in answer) return answer.feed;
      throw new Error('a feed was asked for');
    },
    async close() {
      // More may have come meanwhile.
      for (let seen: unknown = null; seen !== last;) {
        seen = last;
        await last;
      }
      const ending = worker;
      worker = null;
      await ending?.terminate();
    },
  };
}

const ignore = (): void => undefined;

function faultOf(error: Error): string {
  if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error.message;
  return `it needs more than ${MAX_HEAP_MB} MB of memory. Save its text as .txt`;
}
