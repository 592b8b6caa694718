import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
};

/**
 * The bytes of a file.
 *
 * @param maxBytes more is refused before it is read
 * @throws UserError when it cannot be read, is no plain file (a pipe, a device) or is too large
 */
export async function readBytes(file: string, maxBytes: number): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) throw new UserError(`${file} cannot be read: it is a folder.`);
      if (!stats.isFile())
        throw new UserError(`${file} cannot be read: a file was wanted, it is a device or pipe.`);
      if (stats.size > maxBytes) throw new UserError(tooLarge(file, stats.size, maxBytes));
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UserError(`${file} cannot be read: ${REASONS[code] ?? code}.`);
  }
}

const megabytes = (count: number): string => (count / 1e6).toFixed(count < 1e7 ? 1 : 0);

/** The sentence about what is too large to read. */
function tooLarge(name: string, bytes: number, maxBytes: number): string {
  return (
    `${name} has ${megabytes(bytes)} MB: at most ${megabytes(maxBytes)} MB are read. ` +
    'Split it, or set MAX_FILE_MB higher.'
  );
}
