import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import Database from 'better-sqlite3';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { createFileReader } from '../../src/sources/read-article.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt } from '../../src/text/span.ts';
import { isGold, readRows, type Row } from '../eval/questions.ts';
import { quantile, timed } from './figures.ts';
import { writeArticles } from './scale.ts';

const FIVE = 5;
const ROUNDS = 5;
const EVAL = 'tests/eval';
const silent = { info: () => undefined, warn: () => undefined };

interface Passage {
  readonly article: string;
  readonly text: string;
}
interface Peer {
  readonly name: string;
  /** Reads the articles of a folder. */
  add(dir: string): Promise<void>;
  /** The best passages for a question, at most five, best first. */
  ask(question: string): Promise<Passage[]>;
  close(): Promise<void>;
}

/** The collections, each with its questions. */
const COLLECTIONS = [
  {
    dir: 'seeds',
    questions: ['questions.dev', 'own-questions', 'more-questions', 'kept-questions'].map(
      (name) => `${EVAL}/${name}.jsonl`,
    ),
  },
  ...['strike', 'trade'].map((name) => ({
    dir: `${EVAL}/collections/${name}`,
    questions: [`${EVAL}/collections/${name}/questions.jsonl`],
  })),
];

async function parley(collection: string, dataDir: string): Promise<Peer> {
  const config = readConfig({ DATA_DIR: dataDir, COLLECTION_DIR: collection });
  const app = await createApp(config, silent);
  return {
    name: 'Parley',
    add: async (dir) => void (await app.ingest([dir])),
    ask: async (question) => [...(await app.ask(question, { limit: FIVE })).evidence],
    close: () => app.close(),
  };
}

/** LangChain as its documentation puts it together: texts cut at 500 characters, HNSWLib, the same embeddings. */
async function langchain(embeddings: PackagedEmbeddings): Promise<Peer> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 500, chunkOverlap: 0 });
  const store = new HNSWLib(embeddings, { space: 'cosine' });
  return {
    name: 'LangChain HNSWLib',
    async add(dir) {
      for (const { id, text } of await articlesOf(dir))
        await store.addDocuments(await splitter.createDocuments([text], [{ article: id }]));
    },
    async ask(question) {
      const found = await store.similaritySearch(question, FIVE);
      return found.map(({ pageContent, metadata }) => ({
        article: String(metadata['article']),
        text: pageContent,
      }));
    },
    close: async () => undefined,
  };
}

/** Sentences in SQLite's full-text index, any word of the question, by its own BM25. */
async function fts5(): Promise<Peer> {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE sentence USING fts5(text, article UNINDEXED, tokenize = 'porter unicode61')");
  const insert = db.prepare('INSERT INTO sentence (text, article) VALUES (?, ?)');
  const select = db.prepare<[string, number], Passage>(
    'SELECT text, article FROM sentence WHERE sentence MATCH ? ORDER BY rank LIMIT ?',
  );
  return {
    name: 'SQLite FTS5',
    async add(dir) {
      const passages = await sentencesOf(dir);
      db.transaction(() => passages.forEach(({ text, article }) => insert.run(text, article)))();
    },
    async ask(question) {
      const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.length === 0 ? [] : select.all(words.map((word) => `"${word}"`).join(' OR '), FIVE);
    },
    close: async () => void db.close(),
  };
}

/** Every sentence's vector compared with the question's. */
async function exact(embeddings: PackagedEmbeddings): Promise<Peer> {
  const passages: (Passage & { readonly vector: Float32Array })[] = [];
  return {
    name: 'exact search by vectors',
    async add(dir) {
      const sentences = await sentencesOf(dir);
      const vectors: Float32Array[] = [];
      for await (const batch of embeddings.embedBatches(sentences.map(({ text }) => text)))
        vectors.push(...batch);
      for (const [index, vector] of vectors.entries()) {
        const sentence = sentences[index];
        if (sentence) passages.push({ ...sentence, vector });
      }
    },
    async ask(question) {
      const asked = await embeddings.embedQuestion(question);
      return passages
        .map((passage) => ({
          ...passage,
          score: passage.vector.reduce((sum, value, i) => sum + value * (asked[i] ?? 0), 0),
        }))
        .toSorted((a, b) => b.score - a.score)
        .slice(0, FIVE);
    },
    close: async () => undefined,
  };
}

async function articlesOf(dir: string): Promise<{ id: string; text: string; sentences: string[] }[]> {
  const articles = [];
  const reader = createFileReader();
  for (const name of (await readdir(dir)).toSorted()) {
    const { id, text, skips } = await reader.read(path.join(dir, name));
    articles.push({ id, text, sentences: splitSentences(text, skips).map((span) => textAt(text, span)) });
  }
  await reader.close();
  return articles;
}

async function sentencesOf(dir: string): Promise<Passage[]> {
  const articles = await articlesOf(dir);
  return articles.flatMap(({ id, sentences }) => sentences.map((text) => ({ article: id, text })));
}

/**
 * Parley beside what everybody has, on the same articles with the same embeddings, in one run: how long reading takes and by how
 * much the process grows, which share of the questions gets a right passage, and a warm question's time.
 *
 * @param passages made-up sentences that are read beside the first collection
 */
export async function benchPeers(passages: number, print: (line: string) => void): Promise<void> {
  const embeddings = new PackagedEmbeddings();
  await embeddings.embedQuestion('warm');
  const totals = new Map<string, { first: number; five: number; asked: number }>();
  for (const [place, { dir, questions }] of COLLECTIONS.entries()) {
    const temporary = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
    const made = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
    if (place === 0) await writeArticles(made, passages);
    const peers = [
      await parley(dir, temporary),
      await langchain(embeddings),
      await fts5(),
      await exact(embeddings),
    ];
    const rows = questions.flatMap(readRows).filter(({ kind }) => kind === 'answer');
    print(`${dir}: ${rows.length} questions${place === 0 ? `, ${passages} more sentences after them` : ''}`);
    for (const peer of peers) {
      await peer.add(path.join(dir, 'articles'));
      const { first, five } = await countRight(peer, rows);
      const total = totals.get(peer.name) ?? { first: 0, five: 0, asked: 0 };
      totals.set(peer.name, {
        first: total.first + first,
        five: total.five + five,
        asked: total.asked + rows.length,
      });
      print(`  ${peer.name}: right first ${first}, within five ${five} of ${rows.length}`);
    }
    if (place === 0) {
      await timeQuestions(peers, rows, embeddings, print, 'five articles');
      for (const peer of peers) {
        const before = process.memoryUsage().rss;
        const took = await timed(() => peer.add(made));
        const grown = Math.round((process.memoryUsage().rss - before) / 1e6);
        print(
          `  ${peer.name}: ${Math.round(passages / (took / 1000))} sentences a second, ${grown} MB more in memory`,
        );
      }
      await timeQuestions(peers, rows, embeddings, print, `${passages} sentences more`);
    }
    for (const peer of peers) await peer.close();
    for (const each of [temporary, made]) await rm(each, { recursive: true, force: true });
  }
  for (const [name, { first, five, asked }] of totals)
    print(
      `${name}, all collections: right first ${percent(first, asked)}, within five ${percent(five, asked)}`,
    );
  await embeddings.close();
}

const median = (values: readonly number[]): string => `${quantile(values, 0.5).toFixed(1)} ms`;
const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;

async function countRight(peer: Peer, rows: readonly Row[]): Promise<{ first: number; five: number }> {
  const count = { first: 0, five: 0 };
  for (const { question, gold } of rows) {
    const right = (await peer.ask(question)).map(({ article, text }) => isGold(article, text, gold));
    if (right[0]) count.first++;
    if (right.includes(true)) count.five++;
  }
  return count;
}

/** Each question to each peer in turn, so that all meet the same machine. */
async function timeQuestions(
  peers: readonly Peer[],
  rows: readonly Row[],
  embeddings: PackagedEmbeddings,
  print: (line: string) => void,
  name: string,
): Promise<void> {
  const times = peers.map((): number[] => []);
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { question } of rows) {
      alone.push(await timed(() => embeddings.embedQuestion(question)));
      for (const [index, peer] of peers.entries()) times[index]?.push(await timed(() => peer.ask(question)));
    }
  }
  const shown = peers.map((peer, index) => `${peer.name} ${median(times[index] ?? [])}`).join(', ');
  print(`  a warm question, ${name}: ${shown}; embedding it alone ${median(alone)}`);
}
