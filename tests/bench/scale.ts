import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt } from '../../src/text/span.ts';
import { createFileReader } from '../../src/sources/read-article.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { printAsk } from './ask.ts';
import { paired, quantile } from './figures.ts';
import { QUESTIONS } from './questions.ts';

const SENTENCES_PER_ARTICLE = 100;
/** Of the words of a sentence, so many are swapped for others of the same collection. */
const SWAPPED = 0.3;
const NEAREST = 10;
const silent = { info: () => undefined, warn: () => undefined };

/** Numbers in [0, 1) from a seed (Marsaglia 2003, "Xorshift RNGs"): every run makes the same articles. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Articles made of PARTS of real sentences, joined and with words swapped; no two sentences alike but by chance. */
export async function writeArticles(dir: string, passages: number): Promise<void> {
  const next = random(20220110);
  const pick = <T>(from: readonly T[], or: T): T => from[Math.floor(next() * from.length)] ?? or;
  const real: string[][] = [];
  const reader = createFileReader();
  for (const name of await readdir('seeds/articles')) {
    const { text, skips } = await reader.read(path.join('seeds/articles', name));
    for (const sentence of splitSentences(text, skips)) real.push(textAt(text, sentence).split(/\s+/));
  }
  await reader.close();
  const words = real.flat();
  const part = (): string[] => {
    const sentence = pick(real, []);
    const from = Math.floor((next() * sentence.length) / 2);
    return sentence.slice(from, from + 6 + Math.floor(next() * 10));
  };
  const sentence = (): string => {
    const mixed = [...part(), ...part()].map((word) => (next() < SWAPPED ? pick(words, word) : word));
    const text = mixed.join(' ').replace(/[."“”!?]/g, '');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  for (let made = 0, number = 0; made < passages; made += SENTENCES_PER_ARTICLE, number++) {
    const lines = Array.from({ length: Math.min(SENTENCES_PER_ARTICLE, passages - made) }, sentence);
    const paragraphs = Array.from({ length: Math.ceil(lines.length / 4) }, (_, i) =>
      lines.slice(4 * i, 4 * i + 4).join(' '),
    );
    await writeFile(path.join(dir, `made-${number}.txt`), paragraphs.join('\n'));
  }
}

/** A warm `ask` over many passages, and how many of the exact nearest neighbours the index finds. */
export async function benchScale(passages: number, print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
  const dataDir = path.join(dir, 'data');
  const alone = new PackagedEmbeddings();
  const app = await createApp(readConfig({ DATA_DIR: dataDir }), silent);
  try {
    await writeArticles(dir, passages);
    const started = performance.now();
    let said = 0;
    await app.ingest([], {});
    await app.ingest([dir], {
      onProgress: ({ sentencesDone, sentencesTotal }) => {
        if (sentencesDone - said < 10_000) return;
        said = sentencesDone;
        process.stderr.write(`${sentencesDone} of ${sentencesTotal} sentences\n`);
      },
    });
    const minutes = (performance.now() - started) / 60_000;
    const size = (await stat(path.join(dataDir, 'parley.sqlite'))).size;
    print(
      `large store: ${passages} passages ingested in ${minutes.toFixed(1)} min, ${Math.round(size / 1e6)} MB`,
    );
    for (const question of QUESTIONS) await Promise.all([app.ask(question), alone.embedQuestion(question)]);
    const questions = Array.from({ length: 5 }, () => QUESTIONS).flat();
    const { a, b } = await paired(
      questions.length,
      (round) => app.ask(questions[round] ?? ''),
      (round) => alone.embedQuestion(questions[round] ?? ''),
    );
    printAsk(print, `${passages} passages`, a, b, 2);
    await benchRecall(dataDir, alone, print);
  } finally {
    await Promise.all([app.close(), alone.close()]);
    await rm(dir, { recursive: true, force: true });
  }
}

async function benchRecall(
  dataDir: string,
  embeddings: PackagedEmbeddings,
  print: (line: string) => void,
): Promise<void> {
  const store = await openSqliteStore({ path: path.join(dataDir, 'parley.sqlite') });
  const index = createHnswIndex({ store, dir: path.join(dataDir, 'index'), log: silent });
  await index.sync();
  const keys = await store.keysInScope({}, Number.MAX_SAFE_INTEGER);
  const vectors = await store.vectorsOf(keys);
  let found = 0;
  const times: number[] = [];
  for (const question of QUESTIONS) {
    const asked = await embeddings.embedQuestion(question);
    const exact = [...vectors]
      .map(([key, vector]) => ({
        key,
        score: vector.reduce((sum, value, i) => sum + value * (asked[i] ?? 0), 0),
      }))
      .toSorted((x, y) => y.score - x.score)
      .slice(0, NEAREST)
      .map(({ key }) => key);
    const from = performance.now();
    const hits = await index.search(asked, NEAREST);
    times.push(performance.now() - from);
    found += hits.filter(({ key }) => exact.includes(key)).length;
  }
  await index.close();
  await store.close();
  const recall = found / (NEAREST * QUESTIONS.length);
  print(
    `recall@${NEAREST} against exact search: ${recall.toFixed(3)}, goal >= 0.95; a search ${quantile(times, 0.5).toFixed(1)} ms`,
  );
}
