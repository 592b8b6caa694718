import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createVerify } from '../../src/answer/browse/verify.ts';
import { groupSameWords } from '../../src/domain/quote/same-words.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { evidence } from '../support/fake-app.ts';
import { directory } from '../support/answers/known.ts';
import { recordOf } from '../support/records.ts';
import { quantile, timed } from './figures.ts';

const ROUNDS = 10;
const ARTICLES = 40;
const PARAGRAPHS = 400;
const LONGEST_QUOTE = 2_000;
const SENTENCE =
  'The Russia desk said that the talks, which the minister led, would go on until the guarantees were written down.';

/** Looking up the longest quotes in long articles that all share their words, and how long nothing else gets a turn. */
export async function benchVerify(print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
  const store = await openSqliteStore({ path: path.join(dir, 'parley.sqlite') });
  try {
    await store.setEmbeddingStamp({ provider: 'bench', model: 'none', dimensions: 16 });
    for (let i = 0; i < ARTICLES; i++) {
      const text = Array.from({ length: PARAGRAPHS }, (_, k) => `${SENTENCE} Round ${i * k} began.`).join(
        '\n',
      );
      await store.saveArticle(recordOf({ id: `made-${i}`, text }));
    }
    const verify = createVerify({ store, directory });
    const quotes = [
      `the Russia${','.repeat(1_980)} the`,
      `${SENTENCE} `.repeat(20).slice(0, LONGEST_QUOTE),
      'a the russia '.repeat(160).slice(0, LONGEST_QUOTE),
    ];
    const times: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    for (const quote of quotes) await verify(quote);
    delay.enable();
    for (let round = 0; round < ROUNDS; round++)
      for (const quote of quotes) times.push(await timed(() => verify(quote)));
    delay.disable();
    print(
      `verify in ${ARTICLES} articles: median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms, ` +
        `goal < 100 ms; at most ${(delay.max / 1e6).toFixed(0)} ms without a turn for others, goal < 50 ms`,
    );
  } finally {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Joining what two articles have in the same words, where their sentences are ten times as long. */
export async function benchSameWords(print: (line: string) => void): Promise<void> {
  const [short, long] = [await groupTwo(2_000), await groupTwo(20_000)];
  print(
    `the same words in sentences of 2,000 words: ${short.toFixed(1)} ms, of 20,000: ${long.toFixed(1)} ms, ` +
      `${(long / short).toFixed(1)} x as long, goal <= 30 x`,
  );
}

/** The median milliseconds for two sentences of so many words. */
async function groupTwo(words: number): Promise<number> {
  const items = [3, 5].map((seed, i) => {
    const text = Array.from({ length: words }, (_, k) => `treaty${(k * seed) % 997}`).join(' ');
    return evidence({ n: i + 1, article: `made-${i}`, text });
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(async () => groupSameWords(items)));
  return quantile(times, 0.5);
}
