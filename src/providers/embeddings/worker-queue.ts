import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

type Response = { id: number; vectors: Float32Array[] } | { id: number; error: string };

interface Job {
  readonly id: number;
  readonly texts: readonly string[];
  readonly resolve: (vectors: Float32Array[]) => void;
  readonly reject: (error: unknown) => void;
}

/** After so many urgent batches in a row one of the others has its turn: reading goes on under steady questions. */
const URGENT_IN_A_ROW = 16;
/** What a thread has for loading its model, or for the batch under way, when it is to end. */
const CLOSE_WITHIN_MS = 5_000;

export interface WorkerQueue {
  /** Embeds one batch; urgent ones mostly go first. Rejects with the signal's reason when it is aborted. */
  run(texts: readonly string[], urgent: boolean, signal?: AbortSignal): Promise<Float32Array[]>;
  /** Ends the thread; what waits is rejected. */
  close(): Promise<void>;
}

/**
 * One worker thread fed one batch at a time, so that a question never waits for more than the batch under way.
 * A thread that dies fails its batch and is started anew by the next call.
 */
export function createWorkerQueue(script: URL): WorkerQueue {
  const urgentJobs: Job[] = [];
  const waiting: Job[] = [];
  let inARow = 0;
  let running: Job | null = null;
  let worker: Worker | null = null;
  let closed = false;
  let lastId = 0;

  const fail = (error: unknown): void => {
    worker = null;
    const lost = running;
    running = null;
    lost?.reject(error);
    next();
  };

  const start = (): Worker => {
    const started = new Worker(script, { execArgv: [] });
    started.on('message', (response: Response) => {
      const job = running;
      if (!job || job.id !== response.id) return;
      running = null;
      if ('error' in response) job.reject(new Error(`embedding failed: ${response.error}`));
      else job.resolve(response.vectors);
      next();
    });
    started.on('error', fail);
    started.on('exit', (code) => {
      if (worker === started) fail(new Error(`the embedding thread ended with code ${code}`));
    });
    return started;
  };

  function next(): void {
    if (running || closed) return;
    const turn = urgentJobs.length === 0 || (inARow >= URGENT_IN_A_ROW && waiting.length > 0);
    const job = (turn ? waiting : urgentJobs).shift();
    if (!job) return;
    inARow = turn ? 0 : inARow + 1;
    running = job;
    worker ??= start();
    worker.postMessage({ id: job.id, texts: job.texts });
  }

  worker = start();
  return {
    run(texts, urgent, signal) {
      signal?.throwIfAborted();
      if (closed) return Promise.reject(new Error('the embeddings are closed'));
      return new Promise((resolve, reject) => {
        const queue = urgent ? urgentJobs : waiting;
        const abort = (): void => {
          const place = queue.indexOf(job);
          if (place >= 0) queue.splice(place, 1);
          reject(signal?.reason);
        };
        const job: Job = {
          id: ++lastId,
          texts,
          resolve: (vectors) => {
            signal?.removeEventListener('abort', abort);
            resolve(vectors);
          },
          reject: (error) => {
            signal?.removeEventListener('abort', abort);
            reject(error);
          },
        };
        signal?.addEventListener('abort', abort, { once: true });
        queue.push(job);
        next();
      });
    },
    async close() {
      closed = true;
      const ending = worker;
      worker = null;
      for (const job of [running, ...urgentJobs.splice(0), ...waiting.splice(0)])
        job?.reject(new Error('the embeddings are closed'));
      running = null;
      if (!ending) return;
      // Its model may be loading or running, and native code that is cut off takes the whole process with it.
      const ended = once(ending, 'exit');
      ending.postMessage('close');
      const late = setTimeout(() => void ending.terminate(), CLOSE_WITHIN_MS);
      await ended.catch(() => undefined);
      clearTimeout(late);
    },
  };
}
