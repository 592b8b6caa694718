import type { Config } from '../../config.ts';
import { openReranker } from '../models/models.ts';
import { saying, unwell, well, type Check } from './check.ts';

/** A model may have to be downloaded first. */
const WITHIN_MS = 10 * 60 * 1000;

const SENTENCES = ['She said that the talks go on.', 'It rained.'];

/** Whether what RERANK names gives numbers: two sentences are sent to it. */
export async function checkReranker(
  config: Pick<Config, 'rerank' | 'llm'>,
  signal: AbortSignal,
): Promise<Check> {
  const reranker = await openReranker(config, WITHIN_MS);
  if (!reranker) return well('rerank', 'none');
  try {
    const startedMs = performance.now();
    await reranker.score('What did she say about the talks?', SENTENCES, signal);
    return well(
      'rerank',
      `${reranker.name}; the first answer took ${Math.round(performance.now() - startedMs)} ms`,
    );
  } catch (error) {
    signal.throwIfAborted();
    const todo = 'check the RERANK settings, or leave them out; until then answers stay in their own order';
    return unwell('rerank', saying(error), todo);
  } finally {
    await reranker.close();
  }
}
