import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createWorkerQueue } from '../../src/providers/embeddings/worker-queue.ts';
import { paired, quantile } from './figures.ts';
import { QUESTIONS } from './questions.ts';

const ROUNDS = 10;
const silent = { info: () => undefined, warn: () => undefined };

const PORTABLE = new URL('../../src/providers/embeddings/packaged-worker.mjs?portable', import.meta.url);

/** A warm `ask` on the collection, beside embedding the question alone by TensorFlow.js, as it was done before ONNX Runtime. */
export async function benchAsk(print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
  const app = await createApp(readConfig({ DATA_DIR: dir }), silent);
  const alone = createWorkerQueue(PORTABLE);
  const embedAlone = (question: string): Promise<unknown> => alone.run([question], true);
  try {
    await app.ingest([]);
    const questions = Array.from({ length: ROUNDS }, () => QUESTIONS).flat();
    for (const question of QUESTIONS) await Promise.all([app.ask(question), embedAlone(question)]);
    const { a, b } = await paired(
      questions.length,
      (round) => app.ask(questions[round] ?? ''),
      (round) => embedAlone(questions[round] ?? ''),
    );
    printAsk(print, 'collection, embedding by TensorFlow.js', a, b, 1);
  } finally {
    await Promise.all([app.close(), alone.close()]);
    await rm(dir, { recursive: true, force: true });
  }
}

/** Medians, 95th percentiles, and the ratio of the medians beside its goal. */
export function printAsk(
  print: (line: string) => void,
  name: string,
  ask: readonly number[],
  embed: readonly number[],
  goal: number,
): void {
  const [median, p95] = [quantile(ask, 0.5), quantile(ask, 0.95)];
  const [aloneMedian, aloneP95] = [quantile(embed, 0.5), quantile(embed, 0.95)];
  print(
    `warm ask, ${name}: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; embedding the question alone: ` +
      `${aloneMedian.toFixed(1)} / ${aloneP95.toFixed(1)} ms; ratio ${(median / aloneMedian).toFixed(2)}, goal <= ${goal}`,
  );
}
