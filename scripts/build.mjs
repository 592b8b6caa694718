// @ts-check
// Puts what runs without a compiler into dist/: `node scripts/build.mjs [--if-older]`.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const SRC = path.join(ROOT, 'src');
const DIST = path.join(ROOT, 'dist');
/** Made last, so a build that was interrupted does not count as one. */
const LAST = path.join(DIST, 'web/preview/client/preview-page.js');
/** All but these is read beside the code: weights, workers, style sheets, pictures. */
const NOT_READ = /\.tsx?$|\.md$|^tsconfig\.json$/;

if (!process.argv.includes('--if-older') || isOlder()) await build();

/** Whether something that it is made of was changed after the last build, or there was none. */
function isOlder() {
  if (!existsSync(LAST)) return true;
  const built = statSync(LAST).mtimeMs;
  const parts = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
  const files = [...parts.map((name) => path.join(ROOT, name)), ...filesOf(SRC)];
  return files.some((file) => existsSync(file) && statSync(file).mtimeMs > built);
}

async function build() {
  rmSync(DIST, { recursive: true, force: true });
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
  // What the compiler wrote stays: in it imports end in .js.
  for (const file of filesOf(SRC).filter((name) => !NOT_READ.test(path.basename(name))))
    cpSync(file, path.join(DIST, path.relative(SRC, file)), { force: false });
  rmSync(path.join(DIST, 'training'), { recursive: true, force: true });
  chmodSync(path.join(DIST, 'cli.js'), 0o755);
  const { bundleClient } = await import(path.join(DIST, 'web/preview/client-files.js'));
  await bundleClient(path.join(SRC, 'web/preview/client'), LAST);
}

/** @param {string} folder */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
