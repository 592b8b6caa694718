import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plural } from '../../src/show/show-count.ts';
import type { Store } from '../../src/store/ports.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { damagedTexts, integrityFaults } from '../../src/store/sqlite/file/integrity.ts';
import { openDatabase } from '../../src/store/sqlite/file/open.ts';
import { createSqliteStore, openSqliteStore } from '../../src/store/sqlite/store.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { inspectIndex } from '../../src/store/vector/inspect.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';
import { emptyDatabase } from '../support/stores/postgres-server.ts';
import { recordOf } from '../support/records.ts';
import { runAndKill } from './run-and-kill.ts';

const ARTICLES = 'seeds/articles';
/** Copies of those, each with a sentence of its own. */
const COPIES = 30;
const BIG_ARTICLES = 100;
const SENTENCES_EACH = 150;
const ALL = Number.MAX_SAFE_INTEGER;

const { stamp: STAMP } = createHashedEmbeddings();
const OTHER = { ...STAMP, model: 'other-hashed-words' };

/**
 * Kills a process of its own so many times, at random moments, during ingestion, while an index is built and while
 * sentences are embedded again; prints what was counted.
 *
 * @param server the address of a PostgreSQL server: ingestion into it is killed too
 * @returns whether something was finished before the kills, none of it was lost, and every store was whole
 */
export async function killTimes(times: number, server: string | null = null): Promise<boolean> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-kill-'));
  try {
    const found = [
      await duringIngestion(dir, times),
      ...(server === null ? [] : [await duringIngestion(dir, times, server)]),
      await duringIndexing(dir, times),
      await duringReembedding(dir, times),
    ];
    return found.every(({ finished, lost, faults }) => finished > 0 && lost + faults === 0);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

interface Counted {
  /** What could have been lost; with nothing of that, kills show nothing. */
  readonly finished: number;
  readonly lost: number;
  readonly faults: number;
}

function print(work: string, times: number, counted: Counted, more: string): Counted {
  const { lost, faults } = counted;
  process.stdout.write(`${work}: ${times} kills; ${more}; lost ${lost}, faults in the store ${faults}\n`);
  return counted;
}

/** Opens a store that was left by a killed process; counts what is wrong with the file. */
async function opened<T>(
  dir: string,
  work: (store: Store) => Promise<T>,
): Promise<{ result: T; faults: number }> {
  const file = path.join(dir, 'parley.sqlite');
  const db = openDatabase({ path: file });
  const store = createSqliteStore({ db, path: file });
  try {
    const faults = integrityFaults(db).length + damagedTexts(db).length;
    return { result: await work(store), faults };
  } finally {
    await store.close();
  }
}

/** The same for a store on a server, which checks its own pages and references. */
async function openedOn<T>(
  url: string,
  work: (store: Store) => Promise<T>,
): Promise<{ result: T; faults: number }> {
  const store = await openPostgresStore(url);
  try {
    const damaged = [...(await store.hashes()).values()].filter((hash) => hash === '').length;
    return { result: await work(store), faults: damaged };
  } finally {
    await store.close();
  }
}

/** An article is finished when it was said to be saved; it must be there as in a store of a run that was left alone. */
async function duringIngestion(dir: string, times: number, server: string | null = null): Promise<Counted> {
  const articles = await copiesOf(path.join(dir, 'articles-'));
  const whole = path.join(dir, server === null ? 'whole' : 'whole-beside-server');
  const { tookMs } = await runAndKill(['ingest', whole, articles], null);
  const { result: wanted } = await opened(whole, shapesOf);
  let [kills, lost, half, faults, finished, rounds] = [0, 0, 0, 0, 0, 0];
  while (kills < times) {
    const data = path.join(dir, `ingest-${rounds++}`);
    const place = server === null ? null : await emptyDatabase(server);
    const promised = new Set<string>();
    for (let isDone = false; !isDone && kills < times;) {
      const left = 1 - promised.size / wanted.size;
      const { saved, killed } = await runAndKill(
        ['ingest', data, articles, ...(place ? [place.url] : [])],
        Math.random() * tookMs * Math.max(left, 0.05),
      );
      isDone = !killed;
      kills += Number(killed);
      for (const id of saved) promised.add(id);
      const { result: shapes, faults: more } = await (place
        ? openedOn(place.url, shapesOf)
        : opened(data, shapesOf));
      faults += more;
      lost += [...promised].filter((id) => !shapes.has(id)).length;
      half += [...shapes].filter(([id, shape]) => wanted.get(id) !== shape).length;
    }
    finished += promised.size;
    await place?.remove();
    await rm(data, { recursive: true, force: true });
  }
  const more = `${finished} articles finished before them in ${plural(rounds, 'store')}, half saved ${half}`;
  return print(
    server === null ? 'ingestion' : 'ingestion into PostgreSQL',
    times,
    { finished, lost: lost + half, faults },
    more,
  );
}

/** Each article with all that was made of it, as one text. */
async function shapesOf(store: Store): Promise<ReadonlyMap<string, string>> {
  const shapes = new Map<string, string>();
  for (const id of (await store.hashes()).keys()) {
    const statements = await store.statements({ article: id });
    const said = statements.map((statement) => ({ ...statement, key: 0 }));
    const vectors = await store.articleVectors(id);
    const sentences = await store.keysInScope({ article: id }, ALL);
    shapes.set(
      id,
      JSON.stringify([
        await store.article(id),
        said,
        sentences.length,
        vectors.map(({ vector, ...span }) => [span, [...vector]]),
      ]),
    );
  }
  return shapes;
}

/** After a kill the next start has a whole index: the saved one, or one built anew; the store is as it was. */
async function duringIndexing(dir: string, times: number): Promise<Counted> {
  const data = path.join(dir, 'index');
  const sentences = await bigStore(data);
  const { tookMs } = await runAndKill(['index', data], null);
  let [kills, lost, faults, anew] = [0, 0, 0, 0];
  while (kills < times) {
    const { killed } = await runAndKill(['index', data], Math.random() * tookMs);
    if (!killed) continue;
    kills++;
    const { result, faults: more } = await opened(data, async (store) => {
      const said: string[] = [];
      const log = { info: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
      const where = { store, dir: path.join(data, 'index') };
      const index = createHnswIndex({ ...where, log });
      await index.sync();
      await index.close();
      const state = await inspectIndex(where);
      const missing = state.kind === 'loaded' ? state.lacking + state.stale : sentences;
      return { missing, gone: sentences - (await store.counts()).sentences, anew: said.length > 0 };
    });
    lost += result.missing + result.gone;
    faults += more;
    anew += Number(result.anew);
  }
  const more = `${sentences} vectors found by the next start every time, ${anew} times built anew`;
  return print('building the index', times, { finished: sentences, lost, faults }, more);
}

/** A sentence is finished when its vector was said to be saved; the store's own stay until every one has another. */
async function duringReembedding(dir: string, times: number): Promise<Counted> {
  const data = path.join(dir, 'reembed');
  const sentences = await bigStore(data);
  let [from, to] = [STAMP, OTHER];
  const { tookMs } = await runAndKill(['reembed', data, to.model], null);
  [from, to] = [to, from];
  let [kills, lost, faults, finished, promised, switches] = [0, 0, 0, 0, 0, 0];
  while (kills < times) {
    const left = 1 - promised / sentences;
    const { saved, killed } = await runAndKill(
      ['reembed', data, to.model],
      Math.random() * tookMs * Math.max(left, 0.05),
    );
    kills += Number(killed);
    const now = saved.reduce((sum, count) => sum + Number(count), 0);
    promised += now;
    finished += now;
    const { result, faults: more } = await opened(data, async (store) => ({
      model: (await store.embeddingStamp())?.model,
      missing: (await store.missingNext(to)).length,
      vectors: (await store.vectorsOf(await store.keysInScope({}, ALL))).size,
    }));
    faults += more;
    lost += sentences - result.vectors;
    if (result.model === to.model) {
      switches++;
      [from, to, promised] = [to, from, 0];
    } else if (result.model === from.model) lost += Math.max(0, result.missing - (sentences - promised));
    else lost += sentences;
  }
  const more = `${finished} sentences finished before them, ${switches} changes of the model`;
  return print('embedding again', times, { finished, lost, faults }, more);
}

async function copiesOf(prefix: string): Promise<string> {
  const folder = await mkdtemp(prefix);
  const files = (await readdir(ARTICLES)).filter((name) => name.endsWith('.md'));
  for (let i = 0; i < COPIES; i++) {
    const text = await readFile(path.join(ARTICLES, files[i % files.length] ?? ''), 'utf8');
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    await writeFile(path.join(folder, `copy-${i}.txt`), `Report number ${i} of the day.\n\n${body}`);
  }
  return folder;
}

/** A store with many short sentences; gives how many. */
async function bigStore(data: string): Promise<number> {
  const store = await openSqliteStore({ path: path.join(data, 'parley.sqlite') });
  await store.setEmbeddingStamp(STAMP);
  for (let i = 0; i < BIG_ARTICLES; i++) {
    const lines = Array.from({ length: SENTENCES_EACH }, (_, n) => `Envoy ${i} spoke of point ${n}.`);
    await store.saveArticle(recordOf({ id: `many-${i}`, text: lines.join('\n') }));
  }
  const { sentences } = await store.counts();
  await store.close();
  return sentences;
}
