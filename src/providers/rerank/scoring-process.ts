import { fork } from 'node:child_process';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { PACKAGE, type loadModel } from '../transformers-model.mjs';

/** Which model of @huggingface/transformers, and where it is taken from. */
export type CrossEncoderOptions = Parameters<typeof loadModel>[1];

const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('missing') }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
  z.object({ kind: z.literal('scored'), id: z.int(), scores: z.array(z.number()) }),
  z.object({ kind: z.literal('unscored'), id: z.int(), reason: z.string() }),
]);

/** Its scripts would download CUDA. */
const NOT_INSTALLED =
  'RERANK=transformers:… needs @huggingface/transformers, which is not installed: run ' +
  'npm install --save-prod --ignore-scripts @huggingface/transformers@3, or leave RERANK out.';

/** A process that scores pairs. */
export interface ScoringProcess {
  /** Settles when the model is loaded; rejects with `UserError` where it cannot be. */
  readonly loaded: Promise<void>;
  /** Settles when it has ended. */
  readonly ended: Promise<void>;
  /** One number for each text. Rejects with `UserError`. */
  score(question: string, texts: readonly string[]): Promise<number[]>;
  end(): Promise<void>;
}

interface Job {
  readonly resolve: (scores: number[]) => void;
  readonly reject: (error: UserError) => void;
}

/** Starts a process that loads the model. */
export function startScoringProcess(place: CrossEncoderOptions, packageName = PACKAGE): ScoringProcess {
  const child = fork(
    new URL('./cross-encoder-process.mjs', import.meta.url),
    [JSON.stringify({ packageName, place })],
    // What the package writes on its console is for nobody.
    { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
  );
  const jobs = new Map<number, Job>();
  let lastId = 0;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const failed = (reason: string): UserError =>
    new UserError(`The model transformers:${place.model} gave no numbers (${reason}); check RERANK.`);
  const gone = failed('its process has ended');

  const loaded = new Promise<void>((resolve, reject) => {
    child.on('message', (sent) => {
      const message = Message.parse(sent);
      if (message.kind === 'loaded') resolve();
      else if (message.kind === 'missing') reject(new UserError(NOT_INSTALLED));
      else if (message.kind === 'failed') reject(new UserError(`${message.reason}; check RERANK.`));
      else {
        const job = jobs.get(message.id);
        jobs.delete(message.id);
        if (message.kind === 'scored') job?.resolve(message.scores);
        else job?.reject(failed(message.reason));
      }
    });
    void ended.then(() => reject(gone));
  });
  loaded.catch(() => child.kill('SIGKILL'));
  void ended.then(() => {
    for (const { reject } of jobs.values()) reject(gone);
  });

  return {
    loaded,
    ended,
    score(question, texts) {
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        jobs.set(id, { resolve, reject });
        if (child.connected) child.send({ id, question, texts });
        else reject(gone);
      });
    },
    async end() {
      // It keeps nothing: what it downloads is begun anew where it was broken off.
      child.kill('SIGKILL');
      await ended;
    },
  };
}
