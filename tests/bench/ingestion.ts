import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt } from '../../src/text/span.ts';
import { createFileReader } from '../../src/sources/read-article.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { paired, quantile } from './figures.ts';

const ROUNDS = 5;
const ARTICLES = 'seeds/articles';

/** Ingesting the collection into an empty store, in sentences a second, beside embedding its sentences alone. */
export async function benchIngestion(print: (line: string) => void): Promise<void> {
  const files = (await readdir(ARTICLES)).map((name) => path.join(ARTICLES, name));
  const texts: string[][] = [];
  let characters = 0;
  const reader = createFileReader();
  for (const file of files) {
    const { text, skips } = await reader.read(file);
    texts.push(splitSentences(text, skips).map((sentence) => textAt(text, sentence)));
    characters += (await readFile(file)).length;
  }
  await reader.close();
  const sentences = texts.flat().length;
  const embeddings = new PackagedEmbeddings();
  const dirs: string[] = [];
  try {
    await embeddings.embedQuestion('warm');
    const apps: App[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const dir = await mkdtemp(path.join(tmpdir(), 'parley-bench-'));
      dirs.push(dir);
      const app = await createApp(readConfig({ DATA_DIR: dir }), {
        info: () => undefined,
        warn: () => undefined,
      });
      await app.ask('warm').catch(() => undefined);
      apps.push(app);
    }
    const { a, b } = await paired(
      ROUNDS,
      (round) => apps[round]?.ingest([]) ?? Promise.reject(new Error('no app')),
      async () => {
        for (const article of texts) for await (const _batch of embeddings.embedBatches(article));
      },
    );
    await Promise.all(apps.map((app) => app.close()));
    const ratio = quantile(
      b.map((value, round) => value / (a[round] ?? Number.NaN)),
      0.5,
    );
    const rate = (ms: readonly number[]): string => ((1000 * sentences) / quantile(ms, 0.5)).toFixed(0);
    print(
      `ingestion: ${rate(a)} sentences/s (${sentences} sentences, ${Math.round(characters / 1000)} kB); embedding alone ` +
        `${rate(b)}/s; ratio ${ratio.toFixed(2)}, goal >= 0.9`,
    );
  } finally {
    await embeddings.close();
    for (const dir of dirs) await rm(dir, { recursive: true, force: true });
  }
}
