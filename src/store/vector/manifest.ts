import { lstat, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';

/** Goes up when the saved files or the graph's settings change: what was saved before is then built anew. */
export const FORMAT = 2;

const CHUNK_BYTES = 4 * 1024 * 1024;

const savedFile = z.object({ name: z.string().regex(/^[\w.-]+$/), bytes: z.int(), crc32: z.int() });

const manifest = z.object({
  format: z.literal(FORMAT),
  provider: z.string(),
  model: z.string(),
  dimensions: z.int().positive(),
  /** How many keys can be found. */
  count: z.int(),
  lastKey: z.int(),
  dropped: z.array(z.int()),
  /** The folder beside the manifest that holds `files`. */
  folder: z.string().regex(/^[\w-]+$/),
  files: z.array(savedFile),
});

/** The manifest says which files are checked and how, so it is checked itself. */
const checked = z.looseObject({ crc32: z.unknown().optional() });

/** Over what a manifest says, its own checksum left out. */
function sumOf(said: object): number {
  return crc32(JSON.stringify(said));
}

/** What a saved index is and what made it; the index is the folder that it names, nothing else. */
export type Manifest = z.infer<typeof manifest>;
export type SavedFile = z.infer<typeof savedFile>;

/** Null when there is none; throws when it is there but unusable. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(join(dir, 'manifest.json'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const { crc32: sum, ...rest } = checked.safeParse(JSON.parse(text)).data ?? {};
  const { data } = manifest.safeParse(rest);
  if (!data) throw new Error('its manifest is not of this version');
  if (sum !== sumOf(rest)) throw new Error('its manifest has another checksum than when it was saved');
  return data;
}

/** Replaces the manifest at once: who reads it sees the old one or the new one, also after a crash. */
export async function writeManifest(dir: string, next: Manifest): Promise<void> {
  const path = join(dir, 'manifest.json');
  const file = await open(`${path}.new`, 'w');
  try {
    await file.writeFile(JSON.stringify({ ...next, crc32: sumOf(next) }));
    await file.sync();
  } finally {
    await file.close();
  }
  // No file can take the place of a folder.
  if ((await lstat(path).catch(() => null))?.isDirectory()) await rm(path, { recursive: true });
  await rename(`${path}.new`, path);
  await syncFolder(dir);
}

/** Size and checksum of a file, with its bytes on the disk before this returns when `flush` is set. */
export async function describeFile(folder: string, name: string, flush = false): Promise<SavedFile> {
  const file = await open(join(folder, name), flush ? 'r+' : 'r');
  try {
    if (flush) await file.sync();
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    let [bytes, sum] = [0, 0];
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES);
      if (bytesRead === 0) return { name, bytes, crc32: sum };
      bytes += bytesRead;
      sum = crc32(chunk.subarray(0, bytesRead), sum);
    }
  } finally {
    await file.close();
  }
}

/** Makes renames and new files in `dir` last. */
export async function syncFolder(dir: string): Promise<void> {
  // Windows cannot open folders; there, a rename lasts by itself.
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
