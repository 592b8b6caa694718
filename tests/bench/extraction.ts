import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { extractSpans } from '../../src/attribution/extract-spans.ts';
import { createStatementExtractor } from '../../src/attribution/pipeline.ts';
import { tokenize } from '../../src/text/tokenize.ts';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt } from '../../src/text/span.ts';
import { readCollection } from '../../src/ingest/collection.ts';
import { createFileReader } from '../../src/sources/read-article.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { quantile, timed } from './figures.ts';

const ROUNDS = 20;
const ARTICLES = 'seeds/articles';

/** Who said what, in tokens a second on one core, and its share of what reading an article costs with embedding it. */
export async function benchExtraction(print: (line: string) => void): Promise<void> {
  const { actors, topics } = await readCollection('seeds');
  const extract = createStatementExtractor({ extractSpans, actors, topics });
  const files = (await readdir(ARTICLES)).map((name) => path.join(ARTICLES, name));
  const reader = createFileReader();
  const articles = await Promise.all(files.map((file) => reader.read(file)));
  await reader.close();
  const tokens = articles.reduce((sum, { text }) => sum + tokenize(text).count, 0);
  const times = { tagging: [] as number[], statements: [] as number[], embedding: [] as number[] };
  const embeddings = new PackagedEmbeddings();
  await embeddings.embedQuestion('warm');
  for (let round = 0; round < ROUNDS; round++) {
    times.tagging.push(await timed(async () => articles.map(({ text, skips }) => extractSpans(text, skips))));
    times.statements.push(await timed(async () => articles.map((article) => extract(article))));
    if (round % 10 !== 0) continue;
    const texts = articles.flatMap(({ text, skips }) =>
      splitSentences(text, skips).map((sentence) => textAt(text, sentence)),
    );
    times.embedding.push(await timed(() => embeddings.embedDocuments(texts)));
  }
  await embeddings.close();
  const rate = (ms: readonly number[]): string =>
    Math.round((1000 * tokens) / quantile(ms, 0.5)).toLocaleString('en');
  const [own, embedding] = [quantile(times.statements, 0.5), quantile(times.embedding, 0.5)];
  print(
    `extraction: ${rate(times.tagging)} tokens/s for the spans, ${rate(times.statements)} for whole statements; goal >= ` +
      `40,000; ${((100 * own) / (own + embedding)).toFixed(1)} % of ingestion, goal <= 20 %`,
  );
}
