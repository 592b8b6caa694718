import { turns } from '../../take-turns.ts';
import { isSameStamp, type EmbeddingStamp, type Hit, type Store, type VectorIndex } from '../ports.ts';
import { fillGraph } from './fill-graph.ts';
import { createGraph, type Graph } from './graph.ts';
import { createNewKeys } from './new-keys.ts';
import { readGraph, saveGraph, type SavedName, type StampedGraph } from './saved.ts';

/** Dropped keys slow searches and take memory: with more than this part of all, the graph is built anew. */
const STALE_PART = 0.25;
/** While articles come in one by one, no more than one part in so many of the time goes into saving. */
const SAVE_PART = 20;

interface IndexLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface HnswIndexDeps {
  readonly store: Pick<
    Store,
    'readOnly' | 'revision' | 'counts' | 'embeddingStamp' | 'keysInScope' | 'vectorsOf' | 'note' | 'setNote'
  >;
  /** The index's own folder; made when missing. */
  readonly dir: string;
  readonly log: IndexLog;
}

function nameOf({ provider, model, dimensions }: EmbeddingStamp): string {
  return `${provider}/${model} (${dimensions})`;
}

/**
 * An approximate `VectorIndex` kept in `dir`; see `graph.ts` for its recall. Nothing is read before the first `sync`, and a
 * search before it finds nothing; a search during `sync` finds what is in so far. It is saved now and then and at `close`. What
 * cannot be saved is logged once and tried again with the next `sync`: the store has all of it. Beside a store that is only read it is kept in memory.
 */
export function createHnswIndex({ store, dir, log }: HnswIndexDeps): VectorIndex {
  const savedName: SavedName = {
    get: () => store.note('vector-index'),
    set: (name) => store.setNote('vector-index', name),
  };
  const newKeys = createNewKeys(store);
  const closing = new AbortController();
  let current: StampedGraph | null = null;
  let opened = false;
  let unsaved = false;
  let saidUnsaved = false;
  let syncedRevision = -1;
  let nextSaveMs = 0;
  let turn: Promise<void> = Promise.resolve();
  /** The one that has not begun yet: whoever asks for another meanwhile has it in common. */
  let waiting: Promise<void> | null = null;

  /** Loads what is saved if it is of that stamp, and says so when it is not. */
  async function openSaved(stamp: EmbeddingStamp, count: number): Promise<void> {
    const saved = await readGraph(dir, savedName);
    const anew = `building it from the store's ${count} vectors`;
    if (saved.kind === 'damaged')
      log.warn(`the vector index in ${dir} is damaged (${saved.reason}); ${anew}`);
    else if (saved.kind === 'foreign') log.warn(`the vector index in ${dir} is not of this store; ${anew}`);
    else if (saved.kind === 'missing' && count > 0) log.info(`no vector index in ${dir} yet; ${anew}`);
    else if (saved.kind === 'missing') return;
    else if (isSameStamp(saved.stamp, stamp)) current = saved;
    else
      log.info(
        `the vector index in ${dir} was made by ${nameOf(saved.stamp)}, not ${nameOf(stamp)}; ${anew}`,
      );
  }

  const insert = (
    graph: Graph,
    keys: readonly number[],
    signal: AbortSignal,
    takeTurns?: () => Promise<void>,
  ): Promise<void> =>
    fillGraph(graph, keys, {
      store,
      signal,
      ...(takeTurns ? { takeTurns } : {}),
      onAdded() {
        unsaved = true;
      },
    });

  /** A graph of the stamp with the store's vectors; a smaller `current` serves until a rebuilt one is whole. */
  async function bringUpToDate(stamp: EmbeddingStamp, signal: AbortSignal): Promise<void> {
    const added = current && isSameStamp(current.stamp, stamp) ? await newKeys.cameIn() : null;
    if (added && current) {
      // Who asks meanwhile finds all the others.
      await insert(current.graph, added, signal, turns.createGiveWay());
      newKeys.add(added);
      return;
    }
    newKeys.set(null);
    newKeys.set(await readAll(stamp, signal));
  }

  /** The same where all keys have to be looked at; gives them. */
  async function readAll(stamp: EmbeddingStamp, signal: AbortSignal): Promise<readonly number[]> {
    const live = await store.keysInScope({}, Number.MAX_SAFE_INTEGER);
    if (!opened) await openSaved(stamp, live.length);
    else if (current && !isSameStamp(current.stamp, stamp)) {
      log.info(
        `the store's vectors are now made by ${nameOf(stamp)}; building the vector index from ${live.length} of them`,
      );
      // What is there serves until the new one is whole.
      const next = { stamp, graph: await createGraph(stamp.dimensions, live.length) };
      await insert(next.graph, live, signal);
      current = next;
      return live;
    }
    opened = true;
    current ??= { stamp, graph: await createGraph(stamp.dimensions, live.length) };
    const { graph } = current;
    const alive = new Set(live);
    for (const key of graph.keys)
      if (!alive.has(key)) {
        graph.drop(key);
        unsaved = true;
      }
    if (graph.dropped.size > STALE_PART * (graph.keys.size + graph.dropped.size)) {
      log.info(
        `building the vector index anew: ${graph.dropped.size} of its ${graph.keys.size + graph.dropped.size} vectors are of replaced or removed articles`,
      );
      const rebuilt = { stamp, graph: await createGraph(stamp.dimensions, live.length) };
      await insert(rebuilt.graph, live, signal);
      current = rebuilt;
    } else await insert(graph, live, signal);
    return live;
  }

  async function save(made: StampedGraph): Promise<void> {
    const startMs = performance.now();
    try {
      if (await saveGraph(dir, made, savedName)) {
        [unsaved, saidUnsaved] = [false, false];
        nextSaveMs = performance.now() + SAVE_PART * (performance.now() - startMs);
      } else log.info(`another process is saving the vector index in ${dir}; this one tries again later`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (!saidUnsaved)
        log.warn(`the vector index could not be saved in ${dir} (${reason}); it is used from memory`);
      saidUnsaved = true;
    }
  }

  async function syncNow(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const revision = await store.revision();
    if (revision !== syncedRevision) {
      const stamp = await store.embeddingStamp();
      if (stamp) await bringUpToDate(stamp, signal);
      syncedRevision = revision;
    }
    if (performance.now() >= nextSaveMs) await saveChanges();
  }

  async function saveChanges(): Promise<void> {
    if (unsaved && current && store.readOnly === null) await save(current);
  }

  /** Of `hits`, those whose vectors are still in the store: another process may have replaced articles since `sync`. */
  async function stillThere(hits: readonly Hit[]): Promise<Hit[]> {
    const known = await store.vectorsOf(hits.map(({ key }) => key));
    return hits.filter(({ key }) => known.has(key));
  }

  return {
    stamp: () => current?.stamp ?? null,
    async search(vector, k) {
      const graph = current?.graph;
      if (!graph || vector.length !== graph.dimensions) return [];
      if ((await store.revision()) === syncedRevision) return graph.search(vector, k);
      for (let fetched = 2 * k; ; fetched *= 2) {
        const hits = graph.search(vector, fetched);
        const valid = await stillThere(hits);
        if (valid.length >= k || hits.length < fetched)
          return valid.slice(0, Math.max(Math.floor(k) || 0, 0));
      }
    },
    sync(signal) {
      if (signal === undefined && waiting) return waiting;
      const stop = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
      const synced = turn.then(() => {
        if (waiting === synced) waiting = null;
        return syncNow(stop);
      });
      if (signal === undefined) waiting = synced;
      turn = synced.catch(() => undefined);
      return synced;
    },
    async close() {
      closing.abort(new Error('the vector index was closed'));
      await turn;
      await saveChanges();
      current = null;
    },
  };
}
