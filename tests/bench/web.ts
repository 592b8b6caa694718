import autocannon from 'autocannon';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { UNKNOWN_PROVENANCE } from '../support/records.ts';
import type { Evidence } from '../../src/domain/answer.ts';
import { ACTS, STATEMENT_TYPES } from '../../src/domain/statement.ts';
import { startWeb } from '../../src/web/start.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { quantile } from './figures.ts';

const STATEMENTS = 1_000;
const SECONDS = 4;
const CONNECTIONS = 8;
const GOAL = 3;

/** A page of an article with 1,000 statements, beside a file of the same size out of the same server. */
export async function benchWeb(print: (line: string) => void): Promise<void> {
  const app = createFakeApp();
  const view = longArticle();
  app.override.article = async () => view;
  const silent = { info: () => undefined, error: () => undefined };
  const preview = new Hono();
  const web = await startWeb({ app, host: '127.0.0.1', port: 0, publicUrl: null, preview, log: silent });
  try {
    const page = `${web.url}/articles/long`;
    const body = await (await fetch(page)).text();
    preview.get('/preview/file', etag(), (c) => c.html(body));
    const file = `${web.url}/preview/file`;
    // Once each to warm up.
    await load(page, 1);
    await load(file, 1);
    const [made, still] = [await load(page, SECONDS), await load(file, SECONDS)];
    print(
      `article page with ${STATEMENTS} statements (${Math.round(body.length / 1024)} kB): ` +
        `${made.perSecond.toFixed(0)} requests a second, p95 ${made.p95Ms.toFixed(0)} ms; ` +
        `a file of that size: ${still.perSecond.toFixed(0)}, p95 ${still.p95Ms.toFixed(0)} ms; ` +
        `ratio ${(still.perSecond / made.perSecond).toFixed(2)}, goal <= ${GOAL}`,
    );
  } finally {
    await web.close();
  }
}

interface Load {
  readonly perSecond: number;
  readonly p95Ms: number;
}

function load(url: string, duration: number): Promise<Load> {
  const times: number[] = [];
  return new Promise((resolve, reject) => {
    const running = autocannon({ url, connections: CONNECTIONS, duration }, (error, result) => {
      if (error) reject(error instanceof Error ? error : new Error(`${url} could not be asked`));
      else if (result.non2xx > 0 || result.errors > 0) reject(new Error(`${url}: ${result.non2xx} refused`));
      else resolve({ perSecond: result.requests.average, p95Ms: quantile(times, 0.95) });
    });
    running.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
}

/** An article in which every sentence is a statement. */
function longArticle() {
  const sentence = 'The delegation said that it would look into limits on the number of exercises.';
  const text = Array.from({ length: STATEMENTS }, (_, i) => `${sentence}${i % 5 === 4 ? '\n\n' : ' '}`).join(
    '',
  );
  const statements: Evidence[] = [];
  for (let i = 0, from = 0; i < STATEMENTS; i++) {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    const [type, act] = [STATEMENT_TYPES[i % 3] ?? 'direct', ACTS[i % ACTS.length] ?? 'states'];
    statements.push(evidence({ n: i + 1, article: 'long', text: sentence, start, end: from, type, act }));
  }
  const meta = { id: 'long', title: 'A long article', outlet: 'The Daily', author: null };
  return {
    article: {
      ...UNKNOWN_PROVENANCE,
      ...meta,
      published: '2022-01-11',
      url: null,
      text,
      hash: '',
      skips: [],
    },
    statements,
  };
}
