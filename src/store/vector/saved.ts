import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tryExclusive } from '../exclusive.ts';
import type { EmbeddingStamp } from '../ports.ts';
import { loadGraph, type Graph } from './graph.ts';
import {
  FORMAT,
  describeFile,
  readManifest,
  syncFolder,
  writeManifest,
  type Manifest,
  type SavedFile,
} from './manifest.ts';

export interface StampedGraph {
  readonly graph: Graph;
  /** What made its vectors. */
  readonly stamp: EmbeddingStamp;
}

/** What lay in the folder: a graph made by `stamp`, or why there is none; `foreign` when it is of another store. */
export type Loaded =
  | ({ readonly kind: 'loaded' } & StampedGraph)
  | { readonly kind: 'missing' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'damaged'; readonly reason: string };

/** Reads what `saveGraph` wrote into `dir`. Never throws: what cannot be read is `damaged`. */
export async function readGraph(dir: string, name: Pick<SavedName, 'get'>): Promise<Loaded> {
  for (let before: Manifest | null = null; ;) {
    let manifest: Manifest | null = null;
    try {
      manifest = await readManifest(dir);
      if (!manifest) return { kind: 'missing' };
      if (manifest.folder !== (await name.get())) return { kind: 'foreign' };
      const { provider, model, dimensions } = manifest;
      return {
        kind: 'loaded',
        graph: await loadChecked(dir, manifest),
        stamp: { provider, model, dimensions },
      };
    } catch (error) {
      // Another process may have saved meanwhile and taken the old files away: then there is a new manifest to read.
      const same = manifest?.folder === before?.folder;
      before = manifest;
      const reason = error instanceof Error ? error.message : String(error);
      if (!manifest || same) return { kind: 'damaged', reason };
    }
  }
}

async function loadChecked(dir: string, manifest: Manifest): Promise<Graph> {
  const folder = join(dir, manifest.folder);
  // Checked before the native library sees them: it trusts what it reads.
  for (const wanted of manifest.files) {
    const found = await describeFile(folder, wanted.name);
    if (found.bytes !== wanted.bytes)
      throw new Error(`${wanted.name} has ${found.bytes} bytes, not ${wanted.bytes}`);
    if (found.crc32 !== wanted.crc32)
      throw new Error(`${wanted.name} has another checksum than when it was saved`);
  }
  const graph = await loadGraph(folder, manifest.dimensions, manifest.dropped);
  if (graph.keys.size !== manifest.count)
    throw new Error(`it holds ${graph.keys.size} vectors, not ${manifest.count}`);
  return graph;
}

/**
 * The store remembers under which name its index was last saved. Keys are unique within one store only: an index that
 * stayed while the store was deleted, or set back to a backup, would give its vectors to other passages.
 */
export interface SavedName {
  get(): Promise<string | null>;
  set(name: string): Promise<void>;
}

/**
 * Saves the graph into a new folder in `dir`, then points the manifest at it: a crash leaves the old index or the new one.
 * False when another process is saving at this moment. Rejects when the disk does not take it.
 */
export async function saveGraph(
  dir: string,
  { graph, stamp }: StampedGraph,
  name: SavedName,
): Promise<boolean> {
  await mkdir(dir, { recursive: true });
  const release = tryExclusive(join(dir, 'save.lock'));
  if (!release) return false;
  const folder = `graph-${randomUUID()}`;
  try {
    const files = await writeFiles(join(dir, folder), graph);
    await writeManifest(dir, {
      format: FORMAT,
      provider: stamp.provider,
      model: stamp.model,
      dimensions: stamp.dimensions,
      count: graph.keys.size,
      lastKey: [...graph.keys].reduce((last, key) => Math.max(last, key), 0),
      dropped: [...graph.dropped],
      folder,
      files,
    });
    await name.set(folder);
    await removeFolders(dir, folder);
    return true;
  } finally {
    release();
  }
}

async function writeFiles(folder: string, graph: Graph): Promise<SavedFile[]> {
  try {
    await graph.save(folder);
    const files: SavedFile[] = [];
    for (const name of await readdir(folder)) files.push(await describeFile(folder, name, true));
    await syncFolder(folder);
    return files;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** All but the one in use: the one before, and what crashes left. Only who holds the lock writes such folders. */
async function removeFolders(dir: string, keep: string): Promise<void> {
  for (const name of await readdir(dir))
    if (name.startsWith('graph-') && name !== keep)
      await rm(join(dir, name), { recursive: true, force: true });
}
