import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleClient } from './bundle-client.ts';

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
