import { RERANK_WITHIN_MS, type Reranker } from '../../domain/model/reranker.ts';
import { UserError } from '../../errors.ts';
import { createBreaker, guarded } from '../llm/breaker.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { startScoringProcess, type CrossEncoderOptions, type ScoringProcess } from './scoring-process.ts';

/** Pairs at once: a question that is given up, or comes from somebody else, waits for no more. */
const BATCH_PAIRS = 8;

/**
 * A cross-encoder of @huggingface/transformers. Its process starts with the first question, and goes on loading where that
 * does not wait any longer.
 *
 * @param withinMs for one answer, loading included
 * @param start starts the process
 */
export function openCrossEncoder(
  options: CrossEncoderOptions,
  withinMs = RERANK_WITHIN_MS,
  start = startScoringProcess,
): Reranker {
  const name = `transformers:${options.model}`;
  const breaker = createBreaker(() => performance.now());
  const closing = new AbortController();
  let running: ScoringProcess | null = null;

  function current(): ScoringProcess {
    if (running) return running;
    const started = start(options);
    running = started;
    void started.ended.then(() => {
      if (running === started) running = null;
    });
    return started;
  }

  async function scoreAll(
    question: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<number[]> {
    const model = current();
    await model.loaded;
    const scores: number[] = [];
    for (let from = 0; from < texts.length && !signal.aborted; from += BATCH_PAIRS)
      scores.push(...(await model.score(question, texts.slice(from, from + BATCH_PAIRS))));
    return scores;
  }

  return {
    name,
    score: (question, texts, signal) =>
      guarded(
        {
          breaker,
          withinMs,
          signal,
          closing: closing.signal,
          resting: () =>
            new UserError(`The model ${name} failed several times and is left alone for a minute.`),
          late: () => new UserError(`The model ${name} gave no numbers within ${withinMs / 1000} s.`),
        },
        async (stop) => {
          const scores = await unlessAborted(stop, scoreAll(question, texts, stop));
          if (scores.length === texts.length) return scores;
          throw new UserError(`The model ${name} gave ${scores.length} numbers for ${texts.length} texts.`);
        },
      ),
    async close() {
      closing.abort(new UserError(`The model ${name} is closed.`));
      await running?.end();
    },
  };
}
