import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createIngest, type Ingest } from '../../src/ingest/ingest.ts';
import { createSourceReader } from '../../src/sources/read-sources.ts';
import type { Store } from '../../src/store/ports.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { pageOf, resolveTo, startNewsSite, type NewsSite } from '../support/pages/news-site.ts';

interface Answer {
  readonly type?: string;
  readonly body: string;
  readonly etag?: string;
}

/** A host whose pages a test changes as it goes. */
async function hostOf(pages: Record<string, Answer>): Promise<NewsSite> {
  return startNewsSite(({ url = '', headers }, response) => {
    const page = pages[url];
    if (!page) response.writeHead(404).end();
    else if (page.etag !== undefined && headers['if-none-match'] === page.etag) response.writeHead(304).end();
    else {
      response.writeHead(200, {
        'content-type': page.type ?? 'text/html',
        ...(page.etag ? { etag: page.etag } : {}),
      });
      response.end(page.body);
    }
  });
}

const lock = async () => () => undefined;

function ingestion(store: Store, madeBy = 'v1'): Ingest {
  const reader = createSourceReader({
    fetching: { allowed: ['127.0.0.1'], resolve: resolveTo('127.0.0.1'), pauseMs: 0 },
  });
  onTestFinished(() => reader.close());
  return createIngest({
    store,
    reader,
    embeddings: createHashedEmbeddings(),
    extract: () => [],
    madeBy,
    lock,
  });
}

const outcomes = async (ingest: Ingest, names: readonly string[], again = false): Promise<string[]> =>
  (await ingest(names, { again })).results.map(({ outcome, reason, notes }) =>
    [outcome, reason ?? '', ...notes].filter((part) => part !== '').join(' · '),
  );

/** A report of an agency, long enough to be known again. */
const REPORT = Array.from(
  { length: 12 },
  (_, i) =>
    `<p>Delegate number ${i} told the agency on day ${i + 3} that clause ${i * 7} of the draft would stay open.</p>`,
).join('');

describe('an address', () => {
  it('is read, not sent again while it is unchanged, and replaced when it is not', async () => {
    const store = createMemoryStore();
    const ingest = ingestion(store);
    const pages: Record<string, Answer> = { '/talks-begin': { body: pageOf('Talks begin'), etag: '"1"' } };
    const site = await hostOf(pages);
    const url = site.at('/talks-begin');
    expect(await outcomes(ingest, [url])).toEqual(['added']);
    const [{ id } = { id: '' }] = await store.sources();
    expect(await store.article(id)).toMatchObject({ url, language: 'en', partial: null, copyOf: null });
    expect((await store.article(id))?.fetched).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(await outcomes(ingest, [url])).toEqual(['unchanged']);
    pages['/talks-begin'] = { body: pageOf('Talks go on'), etag: '"2"' };
    expect(await outcomes(ingest, [url])).toEqual([
      `replaced · ${url}: it has changed since it was read before: the new version replaces the old one.`,
    ]);
    expect((await store.sources()).map(({ title }) => title)).toEqual(['Talks go on']);
  });

  it('is sent whole again when its article was removed', async () => {
    const store = createMemoryStore();
    const ingest = ingestion(store);
    const site = await hostOf({ '/a': { body: pageOf('Talks'), etag: '"1"' } });
    await ingest([site.at('/a')]);
    for (const { id } of await store.sources()) await store.removeArticle(id);
    expect(await outcomes(ingest, [site.at('/a')])).toEqual(['added']);
  });

  it('is refused in a sentence where there is nothing, and the others are read', async () => {
    const site = await hostOf({ '/a': { body: pageOf('Talks') } });
    expect(await outcomes(ingestion(createMemoryStore()), [site.at('/b'), site.at('/a')])).toEqual([
      `refused · ${site.at('/b')} cannot be read: there is nothing at that address.`,
      'added',
    ]);
  });

  it('is made anew from what is stored where what reads it has learned something', async () => {
    const store = createMemoryStore();
    const site = await hostOf({ '/a': { body: pageOf('Talks'), etag: '"1"' } });
    await ingestion(store)([site.at('/a')]);
    const before = site.asked.length;
    expect(await outcomes(ingestion(store, 'v2'), [], true)).toEqual(['replaced']);
    expect(await outcomes(ingestion(store, 'v2'), [], true)).toEqual(['unchanged']);
    expect(site.asked).toHaveLength(before);
  });
});

describe('what is double', () => {
  it('is named: the same address written otherwise, the same text under another', async () => {
    const store = createMemoryStore();
    const ingest = ingestion(store);
    const body = pageOf('Talks');
    const site = await hostOf({ '/a': { body }, '/a?utm_source=x': { body }, '/b': { body } });
    expect(await outcomes(ingest, [site.at('/a')])).toEqual(['added']);
    const [{ id } = { id: '' }] = await store.sources();
    expect(await outcomes(ingest, [site.at('/a?utm_source=x'), site.at('/b')])).toEqual([
      'unchanged',
      `duplicate · ${site.at('/b')} has the very text of the article "${id}": it is not read a second time.`,
    ]);
  });

  it('is named: a file with the address of a page', async () => {
    const store = createMemoryStore();
    const site = await hostOf({ '/a': { body: pageOf('Talks') } });
    await ingestion(store)([site.at('/a')]);
    const [{ id } = { id: '' }] = await store.sources();
    const file = path.join(temporaryFolder(), 'a.md');
    await writeFile(file, `---\ntitle: Talks\nurl: ${site.at('/a')}\n---\nOther words altogether.`);
    expect(await outcomes(ingestion(store), [file])).toEqual([
      `duplicate · ${file} has the address of the article "${id}": it is not read a second time.`,
    ]);
  });

  it('is read and named where it is mostly the words of another, which may go', async () => {
    const store = createMemoryStore();
    const site = await hostOf({
      '/agency': { body: pageOf('Clauses stay open', { body: REPORT }) },
      '/paper': {
        body: pageOf('Open clauses', { body: `${REPORT}<p>The paper adds a sentence of its own here.</p>` }),
      },
      '/post': { body: pageOf('Clauses, open', { body: `<p>The post begins otherwise.</p>${REPORT}` }) },
      '/other': { body: pageOf('Something else') },
    });
    const ingest = ingestion(store);
    const [first, second, third, other] = await outcomes(
      ingest,
      ['/agency', '/paper', '/post', '/other'].map((each) => site.at(each)),
    );
    const idOf = async (at: string): Promise<string> =>
      (await store.sources()).find(({ url }) => url === site.at(at))?.id ?? '';
    const agency = await idOf('/agency');
    expect([first, other]).toEqual(['added', 'added']);
    for (const [result, at] of [
      [second, '/paper'],
      [third, '/post'],
    ] as const)
      expect(result).toBe(
        `added · ${site.at(at)}: it is mostly the words of "${agency}", and counts once with it.`,
      );
    const originalOf = async (at: string): Promise<string | null | undefined> =>
      (await store.article(await idOf(at)))?.copyOf;
    expect([await originalOf('/paper'), await originalOf('/post')]).toEqual([agency, agency]);
    await store.removeArticle(agency);
    expect([await originalOf('/paper'), await originalOf('/post')]).toEqual([null, await idOf('/paper')]);
  });
});

const feedOf = (site: NewsSite, paths: readonly string[]): string =>
  `<rss version="2.0"><channel><title>News</title>${paths
    .map(
      (item, i) =>
        `<item><link>${site.at(item)}</link><pubDate>${new Date(Date.UTC(2022, 0, i + 1)).toUTCString()}</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

describe('a feed', () => {
  it('stands for its items, the newest first, brings back none that was removed, and tries none again that could not be read for a day', async () => {
    const store = createMemoryStore();
    const ingest = ingestion(store);
    const pages: Record<string, Answer> = {
      '/a': { body: pageOf('Talks begin') },
      '/b': { body: pageOf('Talks go on') },
      '/c': { body: pageOf('Talks end') },
    };
    const site = await hostOf(pages);
    pages['/feed'] = { type: 'application/rss+xml', body: feedOf(site, ['/a', '/b', '/gone']), etag: '"1"' };
    expect(await outcomes(ingest, [site.at('/feed')])).toEqual([
      `refused · ${site.at('/gone')} cannot be read: there is nothing at that address.`,
      'feed',
      'added',
      'added',
    ]);
    expect(site.asked).toEqual(['/robots.txt', '/feed', '/gone', '/b', '/a']);
    expect(await outcomes(ingest, [site.at('/feed')])).toEqual(['unchanged']);
    const [removed] = await store.sources();
    await store.removeArticle(removed?.id ?? '');
    pages['/feed'] = {
      type: 'application/rss+xml',
      body: feedOf(site, ['/a', '/b', '/gone', '/c']),
      etag: '"2"',
    };
    expect(await outcomes(ingest, [site.at('/feed')])).toEqual(
      'unchanged unchanged unchanged feed added'.split(' '),
    );
    expect(site.asked.slice(6)).toEqual(['/feed', '/c']);
  });
});
