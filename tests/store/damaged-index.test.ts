import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { createHnswIndex } from '../../src/store/vector/hnsw.ts';
import { temporaryFolder } from '../support/folders.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { DIMENSIONS, TALKS, recordOf, textVector } from '../support/records.ts';

const STAMP = { provider: 'test', model: 'letters', dimensions: DIMENSIONS };
const QUERY = textVector('missiles');

/** An index over `store` in `dir`, synced; what it said is in `said`, what it finds in `hits`. */
async function opened(store: Store, dir: string) {
  const said: string[] = [];
  const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) };
  const index = createHnswIndex({ store, dir, log });
  await index.sync();
  const hits = await index.search(QUERY, 99);
  // A second time: what is noticed only while searching or in the next round counts too.
  await index.sync();
  expect(await index.search(QUERY, 99)).toEqual(hits);
  await index.close();
  return { hits, said };
}

/** A store with the talks and one article that was replaced, and its saved index with a dropped key. */
async function built() {
  const store = createMemoryStore();
  await store.setEmbeddingStamp(STAMP);
  for (const record of Object.values(TALKS)) await store.saveArticle(record);
  await store.saveArticle(recordOf({ id: 'last', text: 'A missile flew.' }));
  const dir = join(temporaryFolder(), 'index');
  await opened(store, dir);
  await store.saveArticle(recordOf({ id: 'last', text: 'No missile flew.' }));
  const { hits } = await opened(store, dir);
  expect(hits).toHaveLength(10);
  return { store, dir, hits };
}

const manifestOf = (dir: string): string => join(dir, 'manifest.json');

function folderOf(dir: string): string {
  return join(dir, readdirSync(dir).find((entry) => entry.startsWith('graph-')) ?? '');
}

const graphOf = (dir: string): string => join(folderOf(dir), 'hnswlib.index');

/** The manifest with other values, as it is written or with a checksum that does not know of it. */
function change(to: object): (dir: string) => void {
  return (dir) => {
    const text = readFileSync(manifestOf(dir), 'utf8');
    const before: unknown = JSON.parse(text);
    writeFileSync(manifestOf(dir), JSON.stringify({ ...Object(before), ...to }));
  };
}

const writeManifest = (text: string | Buffer) => (dir: string) => writeFileSync(manifestOf(dir), text);

function editGraph(edit: (bytes: Buffer) => Buffer): (dir: string) => void {
  return (dir) => writeFileSync(graphOf(dir), edit(readFileSync(graphOf(dir))));
}

/** Every label of the graph becomes another one. */
const garble = editGraph((bytes) => bytes.fill(0xff, 100, 2000));

const flip = (at: (length: number) => number) =>
  editGraph((bytes) => {
    const place = at(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    return bytes;
  });

const damages: readonly (readonly [what: string, damage: (dir: string) => void])[] = [
  ['a graph cut short', (dir) => truncateSync(graphOf(dir), 100)],
  ['a graph cut by one byte', editGraph((bytes) => bytes.subarray(0, -1))],
  ['an empty graph', (dir) => truncateSync(graphOf(dir), 0)],
  ['a graph with more at its end', (dir) => appendFileSync(graphOf(dir), 'more')],
  ['a graph of zeros', editGraph((bytes) => bytes.fill(0))],
  ['a garbled graph', garble],
  ['one bit changed at the start of the graph', flip(() => 0)],
  ['one bit changed in the middle of the graph', flip((length) => Math.floor(length / 2))],
  ['one bit changed at the end of the graph', flip((length) => length - 1)],
  ['a missing graph', (dir) => rmSync(graphOf(dir))],
  [
    'a folder in place of the graph',
    (dir) => {
      rmSync(graphOf(dir));
      mkdirSync(graphOf(dir));
    },
  ],
  [
    'a link that leads to itself in place of the graph',
    (dir) => {
      rmSync(graphOf(dir));
      symlinkSync(graphOf(dir), graphOf(dir));
    },
  ],
  ['other settings', (dir) => writeFileSync(join(folderOf(dir), 'args.json'), '{}')],
  ['missing settings', (dir) => rmSync(join(folderOf(dir), 'args.json'))],
  ['another docstore', (dir) => writeFileSync(join(folderOf(dir), 'docstore.json'), '[[1,2]]')],
  ['a missing docstore', (dir) => rmSync(join(folderOf(dir), 'docstore.json'))],
  ['its folder gone', (dir) => rmSync(folderOf(dir), { recursive: true })],
  ['its folder under another name', (dir) => renameSync(folderOf(dir), join(dir, 'graph-other'))],
  [
    'a file in place of its folder',
    (dir) => {
      const folder = folderOf(dir);
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    },
  ],
  ['an empty manifest', writeManifest('')],
  ['a manifest of garbage', writeManifest('\0garbage')],
  ['a manifest that is no UTF-8', writeManifest(Buffer.from([0xff, 0xfe, 0x7b]))],
  ['a manifest of nothing', writeManifest('null')],
  ['a manifest that is a list', writeManifest('[]')],
  ['a manifest without anything', writeManifest('{}')],
  ['a manifest nested deeply', writeManifest('['.repeat(100_000))],
  [
    'half a manifest',
    (dir) => truncateSync(manifestOf(dir), Math.floor(readFileSync(manifestOf(dir)).length / 2)),
  ],
  [
    'a folder in place of the manifest',
    (dir) => {
      rmSync(manifestOf(dir));
      mkdirSync(manifestOf(dir));
    },
  ],
  ['a manifest of another format', change({ format: 99 })],
  [
    'a manifest without a format',
    (dir) => {
      change({ format: undefined })(dir);
    },
  ],
  ['a manifest with another count', change({ count: 3 })],
  ['a manifest with a count that is none', change({ count: 'ten' })],
  ['a manifest with other dimensions', change({ dimensions: 4 })],
  ['a manifest with dimensions that cannot be', change({ dimensions: -16 })],
  ['a manifest without its dropped keys', change({ dropped: [] })],
  ['a manifest without its dropped keys, and a count that fits', change({ dropped: [], count: 11 })],
  ['a manifest with keys dropped that are there', change({ dropped: [1, 2, 10], count: 8 })],
  ['a manifest with dropped keys that are none', change({ dropped: ['a', null] })],
  ['a manifest with another last key', change({ lastKey: 7 })],
  ['a manifest without files', change({ files: [] })],
  [
    'a manifest without files, and a garbled graph',
    (dir) => {
      change({ files: [] })(dir);
      garble(dir);
    },
  ],
  [
    'a manifest that leaves out the graph, and a garbled graph',
    (dir) => {
      const { files } = Object(JSON.parse(readFileSync(manifestOf(dir), 'utf8')));
      change({ files: [...files].filter(({ name }) => name !== 'hnswlib.index') })(dir);
      garble(dir);
    },
  ],
  [
    'a manifest that has the garbled graph’s own size and sum',
    (dir) => {
      garble(dir);
      const bytes = readFileSync(graphOf(dir));
      change({ files: [{ name: 'hnswlib.index', bytes: bytes.length, crc32: crc32(bytes) }] })(dir);
    },
  ],
  ['a manifest with a file outside its folder', change({ files: [{ name: '../x', bytes: 0, crc32: 0 }] })],
  ['a manifest with files that are none', change({ files: 'all' })],
  ['a manifest that names another folder', change({ folder: 'graph-of-nobody' })],
  ['a manifest that names a folder outside', change({ folder: '../..' })],
  ['a manifest of another provider', change({ provider: 'other' })],
  ['a manifest of another model', change({ model: 'other' })],
];

it('knows many ways of damage', () => {
  expect(damages.length).toBeGreaterThanOrEqual(29);
});

it.each(damages)('an index is built anew when there is %s', async (_, damage) => {
  const { store, dir, hits } = await built();
  damage(dir);
  const first = await opened(store, dir);
  expect(first.hits).toEqual(hits);
  expect(first.said).toHaveLength(1);
  expect(first.said[0]).toMatch(
    /^the vector index in \S+ is (damaged \(.+\)|not of this store); building it from the store's 10 vectors$/,
  );
  const second = await opened(store, dir);
  expect(second).toEqual({ hits, said: [] });
});
