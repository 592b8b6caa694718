import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import type { ArticleRecord, VectorIndex } from '../../src/store/ports.ts';
import { openStore } from '../../src/app/stores/open-store.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { randomNumbers } from '../support/stores/random.ts';
import { recordOf } from '../support/records.ts';
import { quantile } from './figures.ts';
import { QUESTIONS } from './questions.ts';

const SENTENCES_AN_ARTICLE = 30;
const WORDS_A_SENTENCE = [8, 34] as const;
/** Every so many of the sentences are said by somebody. */
const SAID_EVERY = 3;
const SPEAKERS = 2000;
const NEAREST = 10;
const RECALL_QUESTIONS = 50;
/** So many articles come in, one before each question. */
const ARRIVALS = 60;
const silent = { info: () => undefined, warn: () => undefined };

/** Draws from what is listed, the first most often: as words are in texts (Zipf 1949). */
function zipf<T>(of: readonly T[], next: () => number): () => T {
  const ends = new Float64Array(of.length);
  let sum = 0;
  for (let i = 0; i < of.length; i++) ends[i] = sum += 1 / (i + 2.7);
  return () => {
    const at = next() * sum;
    let [low, high] = [0, of.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const drawn = of[low];
    if (drawn === undefined) throw new Error('nothing to draw from');
    return drawn;
  };
}

/** The words of all text files below a folder, the most frequent first, and some of their sentences. */
async function readTexts(dir: string, sentences: number) {
  const counts = new Map<string, number>();
  const found: string[] = [];
  for (const name of await readdir(dir, { recursive: true })) {
    if (!/\.(?:txt|md)$/.test(name)) continue;
    const text = await readFile(path.join(dir, name), 'utf8');
    for (const [word] of text.matchAll(/\p{L}[\p{L}’'-]*/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
    if (found.length < sentences) found.push(...(text.match(/\p{Lu}[^.!?\n]{30,250}[.!?]/gu) ?? []));
  }
  const words = [...counts].toSorted((a, b) => b[1] - a[1]).map(([word]) => word);
  return { words, sentences: found.slice(0, sentences) };
}

/**
 * A store of so many passages of made words, drawn by how often words are (Zipf) from the texts below a folder, with vectors
 * mixed from those of the texts' sentences: what it takes on disk and in memory, how long a question takes, how many of the
 * exact nearest the index finds. Nothing is embedded but those sentences and the questions. On a server where `DATABASE_URL`
 * is set: an empty database.
 */
export async function benchMadeStore(
  passages: number,
  texts: string,
  print: (line: string) => void,
): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-made-'));
  const { DATABASE_URL } = process.env;
  const config = readConfig({ DATA_DIR: dir, ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }) });
  const embeddings = new PackagedEmbeddings();
  try {
    const next = randomNumbers(1948);
    const { words, sentences } = await readTexts(texts, 3000);
    const known: Float32Array[] = [];
    for await (const batch of embeddings.embedBatches(sentences)) known.push(...batch);
    const word = zipf(words, next);
    const names = words.filter((one) => /^\p{Lu}\p{Ll}{3,}$/u.test(one));
    const speakers = Array.from(
      { length: SPEAKERS },
      (_, i) => `${names[i % names.length]} ${names[(i * 7 + 3) % names.length]}`,
    );
    const speaker = zipf(speakers, next);
    const [least, most] = WORDS_A_SENTENCE;
    const sentence = (): string => {
      const made = Array.from({ length: least + Math.floor(next() * (most - least)) }, word).join(' ');
      return `${made.charAt(0).toUpperCase()}${made.slice(1)}.`;
    };
    const vector = (): Float32Array => mix(known, next);
    const { store, indexed } = await openStore(config);
    await store.setEmbeddingStamp(embeddings.stamp);
    let startMs = performance.now();
    for (let made = 0, nr = 0; made < passages; nr++) {
      const record = article(nr, sentence, speaker, next);
      await store.saveArticle({ ...record, vectors: record.sentences.map(vector) });
      made += record.sentences.length;
    }
    const savedMs = performance.now() - startMs;
    startMs = performance.now();
    const index = createHnswIndex({ store: indexed, dir: path.join(dir, 'index'), log: silent });
    await index.sync();
    const indexedMs = performance.now() - startMs;
    const { articles, statements } = await store.counts();
    print(
      `${passages} made passages in ${articles} articles, ${statements} statements, ${words.length} words: saved in ${seconds(savedMs)}, ` +
        `index built in ${seconds(indexedMs)}; on disk ${await megabytes(dir)} MB`,
    );
    const recall = await recallOf(index, await store.keysInScope({}, Number.MAX_SAFE_INTEGER), {
      vectors: (keys) => store.vectorsOf(keys),
      asked: Array.from({ length: RECALL_QUESTIONS }, vector),
    });
    print(`recall@${NEAREST} against exact search ${recall.toFixed(3)}`);
    await index.close();
    await store.close();

    startMs = performance.now();
    const app = await createApp(config, silent);
    await app.ask(QUESTIONS[0] ?? '');
    print(`first answer ${seconds(performance.now() - startMs)} after the start`);
    for (const question of QUESTIONS) await app.ask(question);
    const times: number[] = [];
    for (const question of [...QUESTIONS, ...QUESTIONS, ...QUESTIONS]) {
      startMs = performance.now();
      await app.ask(question);
      times.push(performance.now() - startMs);
    }
    print(
      `a warm question p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    );
    const { store: other, tell } = await openStore(config);
    const arriving: number[] = [];
    for (let round = 1; round <= ARRIVALS; round++) {
      const record = article(-round, sentence, speaker, next);
      await other.saveArticle({ ...record, vectors: record.sentences.map(vector) });
      await tell();
      startMs = performance.now();
      await app.ask(QUESTIONS[round % QUESTIONS.length] ?? '');
      arriving.push(performance.now() - startMs);
    }
    await other.close();
    print(
      `with another article in before each question: the first ${seconds(arriving[0] ?? 0)}, p50 ${quantile(arriving, 0.5).toFixed(1)} ms, p99 ${quantile(arriving, 0.99).toFixed(1)} ms`,
    );
    await app.close();
  } finally {
    await embeddings.close();
    await rm(dir, { recursive: true, force: true });
  }
}

function article(
  nr: number,
  sentence: () => string,
  speaker: () => string,
  next: () => number,
): ArticleRecord {
  const lines = Array.from({ length: SENTENCES_AN_ARTICLE }, (_, i) => {
    const said = sentence();
    return i % SAID_EVERY === 0 ? { said, by: speaker() } : { said, by: null };
  });
  const statements = lines.flatMap(({ said, by }) =>
    by === null
      ? []
      : [{ content: [said.slice(0, -1)], source: by, speaker: by, speakerKind: 'person' as const }],
  );
  return recordOf({
    id: `made-${nr}`,
    text: lines.map(({ said, by }) => (by === null ? said : `${said.slice(0, -1)}, ${by} said.`)).join(' '),
    published: `2022-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}`,
    outlet: `Gazette ${nr % 50}`,
    statements,
  });
}

/** Near one sentence, less near another. */
function mix(known: readonly Float32Array[], next: () => number): Float32Array {
  const [a, b] = [known[Math.floor(next() * known.length)], known[Math.floor(next() * known.length)]];
  const share = 0.3 + next() * 0.4;
  const mixed = (a ?? new Float32Array(512)).map((x, i) => x + share * (b?.[i] ?? 0) + 0.02 * (next() - 0.5));
  const length = Math.hypot(...mixed);
  return mixed.map((x) => x / length);
}

/** Compares with every vector in parts, so that not all of them are in memory. */
async function recallOf(
  index: VectorIndex,
  keys: readonly number[],
  {
    vectors,
    asked,
  }: {
    readonly vectors: (keys: readonly number[]) => Promise<ReadonlyMap<number, Float32Array>>;
    readonly asked: readonly Float32Array[];
  },
): Promise<number> {
  const best = asked.map((): { key: number; score: number }[] => []);
  for (let i = 0; i < keys.length; i += 5000) {
    const some = [...(await vectors(keys.slice(i, i + 5000)))];
    asked.forEach((one, at) => {
      const scored = some.map(([key, vector]) => {
        let score = 0;
        for (let d = 0; d < vector.length; d++) score += (vector[d] ?? 0) * (one[d] ?? 0);
        return { key, score };
      });
      best[at] = [...(best[at] ?? []), ...scored].toSorted((a, b) => b.score - a.score).slice(0, NEAREST);
    });
  }
  let found = 0;
  for (const [at, one] of asked.entries()) {
    const exact = new Set(best[at]?.map(({ key }) => key));
    found += (await index.search(one, NEAREST)).filter(({ key }) => exact.has(key)).length;
  }
  return found / (NEAREST * asked.length);
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

async function megabytes(dir: string): Promise<string> {
  const sizes = new Map<string, number>();
  for (const name of await readdir(dir, { recursive: true })) {
    const found = await stat(path.join(dir, name));
    const of = name.split('/')[0] ?? name;
    if (found.isFile()) sizes.set(of, (sizes.get(of) ?? 0) + found.size);
  }
  return [...sizes].map(([name, size]) => `${name} ${Math.round(size / 1e6)}`).join(', ');
}
