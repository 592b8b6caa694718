import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paired, quantile } from './figures.ts';

const ROUNDS = 7;

/** Loads the embeddings and embeds once. */
const LOADING = `
  import { PackagedEmbeddings } from './dist/providers/embeddings/packaged.js';
  const embeddings = new PackagedEmbeddings();
  await embeddings.embedQuestion('what did the US offer on missiles?');
  await embeddings.close();`;

/** Runs `node …` to its end. */
function run(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    );
  });
}

/** From starting what is built to its first answer, on a built store, beside loading the embeddings and embedding once. */
export async function benchStart(print: (line: string) => void): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
  try {
    const ask = (): Promise<void> =>
      run('dist/cli.js', 'ask', 'what did the US offer on missiles?', '--json', '--data', dir);
    await run('scripts/build.mjs', '--if-older');
    await ask();
    const { a, b } = await paired(ROUNDS, ask, () => run('--input-type=module', '-e', LOADING));
    const ratio = quantile(
      a.map((value, round) => value / (b[round] ?? Number.NaN)),
      0.5,
    );
    print(
      `start to first answer: ${quantile(a, 0.5).toFixed(0)} ms, ${ratio.toFixed(2)} x loading the embeddings ` +
        `(${quantile(b, 0.5).toFixed(0)} ms); goal <= 2 x`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
