import { isSameStamp, type EmbeddingStamp, type Store } from '../store/ports.ts';

/** Sentences read and kept at once: what an interruption loses. */
const AT_ONCE = 128;

export interface ReembedDependencies {
  readonly store: Pick<
    Store,
    'embeddingStamp' | 'candidates' | 'counts' | 'missingNext' | 'saveNext' | 'switchToNext'
  >;
  readonly embeddings: {
    readonly stamp: EmbeddingStamp;
    embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncIterable<Float32Array[]>;
  };
  readonly log: { info(message: string): void; warn(message: string): void };
  /** In milliseconds. */
  readonly now: () => number;
}

/**
 * Where other embeddings made the stored vectors, makes them anew, saying how many, how long it will take and how far it
 * is. The store keeps its old vectors until all are there; an interruption loses a few sentences' work.
 * True when the vectors were changed. Rejects with the signal's reason, or with what the embeddings fail with.
 */
export function createReembed({ store, embeddings, log, now }: ReembedDependencies) {
  const { stamp } = embeddings;

  async function embed(keys: readonly number[], signal?: AbortSignal): Promise<void> {
    const candidates = await store.candidates(keys);
    const texts = candidates.map(({ text }) => text);
    const vectors: Float32Array[] = [];
    for await (const batch of embeddings.embedBatches(texts, signal)) vectors.push(...batch);
    await store.saveNext(
      stamp,
      candidates.flatMap(({ key }, i) => {
        const vector = vectors[i];
        return vector ? [{ key, vector }] : [];
      }),
    );
  }

  return async (signal?: AbortSignal): Promise<boolean> => {
    const made = await store.embeddingStamp();
    const { sentences } = await store.counts();
    if (!made || isSameStamp(made, stamp) || sentences === 0) return false;
    const left = (await store.missingNext(stamp)).length;
    log.warn(
      `The embeddings are now ${nameOf(stamp)}, not ${nameOf(made)}: ${left} of ${sentences} sentences must be embedded again; until then questions are answered as before.`,
    );
    const startedMs = now();
    let done = 0;
    let told = 0;
    // Articles may change meanwhile: what is missing is looked up anew, until nothing is.
    for (;;) {
      signal?.throwIfAborted();
      const keys = (await store.missingNext(stamp)).slice(0, AT_ONCE);
      if (keys.length === 0 && (await store.switchToNext(stamp))) break;
      await embed(keys, signal);
      done += keys.length;
      const share = Math.min(1, done / Math.max(left, 1));
      if (done < left && (told === 0 || share >= told + 0.1)) {
        told = share;
        const leftMs = ((now() - startedMs) / done) * (left - done);
        log.warn(`${done} of ${left} sentences embedded; about ${inWords(leftMs)} left.`);
      }
    }
    log.warn(`All sentences are embedded by ${nameOf(stamp)}.`);
    return true;
  };
}

const nameOf = ({ provider, model }: EmbeddingStamp): string => `${provider}:${model}`;

function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
