import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, 'client');

/** The build's; without one the script is put together where it is asked for. */
const BUILT = path.join(FOLDER, 'preview-page.js');

/** The page's script, made or read on the first call and kept; throws esbuild's error when it cannot be made. */
export function createClientScript(): () => Promise<string> {
  let made: Promise<string> | null = null;
  return () => (made ??= existsSync(BUILT) ? readFile(BUILT, 'utf8') : bundleClient(FOLDER));
}

export function clientStyle(): Promise<string> {
  return readFile(path.join(FOLDER, 'style.css'), 'utf8');
}

/**
 * The preview's script, put together out of the TypeScript in `folder`; written to `outfile` where one is named. esbuild is
 * there only where Parley is built, so it is loaded only here; throws its error when the script cannot be made.
 *
 * @public the build calls it
 */
export async function bundleClient(folder: string, outfile?: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'preview-page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    tsconfig: path.join(folder, 'tsconfig.json'),
  });
  const script = outputFiles[0]?.text ?? '';
  if (outfile !== undefined) await writeFile(outfile, script);
  return script;
}
