import type { Config } from '../../config.ts';
import { RERANK_WITHIN_MS, type Reranker } from '../../domain/model/reranker.ts';

/**
 * What orders candidates anew, as the settings name it; null for nothing. Nothing is loaded or asked before the first
 * question.
 *
 * @param withinMs for one answer
 */
export async function openReranker(
  { rerank, llm }: Pick<Config, 'rerank' | 'llm'>,
  withinMs = RERANK_WITHIN_MS,
): Promise<Reranker | null> {
  if (rerank === null) return null;
  if (rerank !== 'llm') {
    const { openCrossEncoder } = await import('../../providers/rerank/cross-encoder.ts');
    return openCrossEncoder(rerank, withinMs);
  }
  if (llm === null) return null;
  const [{ openLanguageModel }, { createGrader }, { readPrompt }] = await Promise.all([
    import('../../providers/llm/open-language-model.ts'),
    import('../../answer/rerank/grade-by-model.ts'),
    import('../../answer/compose/prompt-template.ts'),
  ]);
  const timeoutMs = Math.min(llm.timeoutMs, withinMs);
  const model = await openLanguageModel({ ...llm, timeoutMs });
  return createGrader({ model, template: await readPrompt('grades') });
}
