import { writeSync } from 'node:fs';
import { openStatementExtractor } from '../../src/app/models/extractor.ts';
import { openStore } from '../../src/app/stores/open-store.ts';
import { createAddSources } from '../../src/app/sources/add-sources.ts';
import { beginJob } from '../../src/discord/commands/source/jobs.ts';
import { runJob, type Adding } from '../../src/discord/commands/source/run-job.ts';
import { takeUpJobs } from '../../src/discord/commands/source/take-up-jobs.ts';
import { createIngest } from '../../src/ingest/ingest.ts';
import { createSourceReader } from '../../src/sources/read-sources.ts';
import type { Store } from '../../src/store/ports.ts';
import { SEEDS } from '../support/collection.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';

/**
 * The process that is killed while articles are added in Discord, one after the other, each from its address: takes up what
 * the one before was adding, then goes on from `next`. Says `saved …` of what must never be lost.
 */
const tell = (line: string): void => void writeSync(1, `${line}\n`);

const [dir = '', site = '', next = '0', count = '0'] = process.argv.slice(2);
const { store, lock } = await openStore({ dataDir: dir, databaseUrl: null });
const reader = createSourceReader({ fetching: { allowed: ['127.0.0.1'], pauseMs: 0 } });
const extract = await openStatementExtractor(SEEDS.actors, SEEDS.topics);
const told: Store = {
  ...store,
  async saveArticle(record) {
    const outcome = await store.saveArticle(record);
    tell(`saved article ${record.article.url}`);
    return outcome;
  },
};
const ingest = createIngest({
  store: told,
  reader,
  embeddings: createHashedEmbeddings(),
  extract: (article) => extract(article),
  madeBy: '',
  lock: () => lock({ waitMs: 0 }),
});
const add = createAddSources({ store, ingest });
const app: Adding['app'] = {
  ...store,
  sides: SEEDS.actors.sides,
  addSources: (names, options = {}) => add(names, options),
};
const { signal } = new AbortController();
const nobody = { info: () => undefined, warn: () => undefined, error: () => undefined };

tell('ready');
const patch = async (route: string): Promise<void> => {
  const n = route.split('/').at(-3);
  tell(`saved told ${n}`);
};
// The kills come faster than any pause.
const wait = async (): Promise<void> => undefined;
await takeUpJobs({ app, rest: { patch }, log: nobody, wait }, signal);
for (let n = Number(next); n < Number(count); n++) {
  const job = await beginJob(
    app,
    { names: [`${site}/${n}`], corrects: null },
    { applicationId: '1', token: String(n) },
  );
  tell(`saved begun ${n}`);
  const reply = await runJob({ app, signal }, job);
  tell(`saved told ${n}`);
  await reply.sent?.();
}
await reader.close();
await store.close();
tell('done');
