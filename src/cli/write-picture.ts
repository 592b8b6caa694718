import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError, UserError } from '../errors.ts';
import type { Terminal } from './command-context.ts';

/** What `--picture` takes. */
export const PICTURE_OPTION = [
  '--picture <file>',
  'also draw it, into a file that ends in .svg or .png',
] as const;

/** A place to draw into; null where nothing is to be drawn. Throws `UsageError` for a file of another kind. */
export function pictureFile(file: string | undefined): PictureFile | null {
  if (file === undefined) return null;
  const ending = path.extname(file).toLowerCase();
  if (ending === '.svg') return { file, contentOf: async (svg) => svg };
  if (ending === '.png')
    return { file, contentOf: async (svg) => (await import('../pictures/png.ts')).pngOf(svg) };
  throw new UsageError(`--picture takes a file that ends in .svg or .png; found ${JSON.stringify(file)}.`);
}

export interface PictureFile {
  readonly file: string;
  readonly contentOf: (svg: string) => Promise<string | Buffer>;
}

/**
 * Writes a picture and says so beside the results. Throws `UserError` where it cannot be written.
 *
 * @param draw loads what draws, with its fonts, which no command should wait for that draws nothing
 */
export async function writePicture(
  { file, contentOf }: PictureFile,
  draw: () => Promise<string>,
  terminal: Terminal,
): Promise<void> {
  const content = await contentOf(await draw());
  try {
    await writeFile(file, content);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`The picture cannot be written to ${JSON.stringify(file)}: ${why}.`, { cause });
  }
  terminal.err(`Picture: ${file}\n`);
}
