import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const FOLDER = path.join(import.meta.dirname, 'client');

/** The page's script, put together out of `client/` on the first call and kept; throws esbuild's error when it cannot be. */
export function createClientScript(): () => Promise<string> {
  let made: Promise<string> | null = null;
  return () => (made ??= bundle());
}

export function clientStyle(): Promise<string> {
  return readFile(path.join(FOLDER, 'style.css'), 'utf8');
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(FOLDER, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    tsconfig: path.join(FOLDER, 'tsconfig.json'),
  });
  return outputFiles[0]?.text ?? '';
}
