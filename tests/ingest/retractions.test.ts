import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createIngest, type IngestOptions } from '../../src/ingest/ingest.ts';
import { addRetraction, readRetractions } from '../../src/ingest/retractions.ts';
import { createSourceReader, type SourceName } from '../../src/sources/read-sources.ts';
import { temporaryFolder } from '../support/folders.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { pageOf, resolveTo, startNewsSite } from '../support/pages/news-site.ts';

async function world() {
  const store = createMemoryStore();
  const pages: Record<string, { readonly type: string; readonly body: string }> = {};
  const site = await startNewsSite(({ url = '' }, response) => {
    const page = pages[url.split('?')[0] ?? ''];
    if (page) response.writeHead(200, { 'content-type': page.type }).end(page.body);
    else response.writeHead(404).end();
  });
  const fetching = { allowed: ['127.0.0.1'], resolve: resolveTo('127.0.0.1'), pauseMs: 0 };
  const reader = createSourceReader({ fetching });
  onTestFinished(() => reader.close());
  const ingest = createIngest({
    store,
    reader,
    embeddings: createHashedEmbeddings(),
    extract: () => [],
    madeBy: 'v1',
    lock: async () => () => undefined,
  });
  const read = async (name: SourceName, options: IngestOptions = {}) =>
    (await ingest([name], options)).results;
  const takeOut = async (id: string): Promise<void> => {
    const article = await store.article(id);
    if (!article) throw new Error(`there is no ${id}`);
    await addRetraction(store, article, { by: 'Ada', at: '2026-01-02T00:00:00Z' });
    await store.removeArticle(id);
  };
  return { store, site, pages, read, takeOut };
}

const ids = async ({ store }: Awaited<ReturnType<typeof world>>): Promise<string[]> =>
  (await store.sources()).map(({ id }) => id);

it('what was taken out does not come back by its file, another copy of it or its feed, but when it is named', async () => {
  const made = await world();
  const { pages, site, read, takeOut, store } = made;
  const folder = temporaryFolder();
  await writeFile(path.join(folder, 'port.txt'), 'The harbour master said the lockout would end on Monday.');
  await read(folder);
  await takeOut('port');
  const [gone] = await read(folder);
  expect(gone).toMatchObject({ outcome: 'left-out', reason: expect.stringContaining('taken out by Ada') });
  await writeFile(path.join(folder, 'again.txt'), 'The harbour master said the lockout would end on Monday.');
  expect((await read(folder)).map(({ outcome }) => outcome)).toEqual(['left-out', 'left-out']);

  pages['/quota'] = { type: 'text/html', body: pageOf('Ministers divide the quota') };
  const [added] = await read(site.at('/quota'));
  await takeOut(added?.id ?? '');
  pages['/feed'] = {
    type: 'application/rss+xml',
    body: `<rss version="2.0"><channel><title>News</title><item><link>${site.at('/quota?utm_source=rss')}</link></item></channel></rss>`,
  };
  expect((await read(site.at('/feed'))).map(({ outcome }) => outcome)).toEqual(['left-out', 'feed']);
  expect(await ids(made)).toEqual([]);

  expect(await read(site.at('/quota'), { bringsBack: true })).toMatchObject([{ outcome: 'added' }]);
  expect(await ids(made)).toEqual([added?.id]);
  expect((await readRetractions(store)).map(({ id }) => id)).toEqual(['port']);
});

it('a corrected version replaces the article that it corrects, wherever it comes from', async () => {
  const made = await world();
  const { pages, site, read, store } = made;
  pages['/v2.txt'] = {
    type: 'application/x-anything',
    body: 'The minister said the quota would be 90 tonnes.',
  };
  const folder = temporaryFolder();
  await writeFile(path.join(folder, 'quota.txt'), 'The minister said the quota would be 9 tonnes.');
  await read(path.join(folder, 'quota.txt'));
  const corrected = { name: 'v2.txt', url: site.at('/v2.txt') };
  expect(await read(corrected, { corrects: 'quota' })).toMatchObject([{ outcome: 'replaced', id: 'quota' }]);
  expect(await ids(made)).toEqual(['quota']);
  expect((await store.article('quota'))?.text).toContain('90 tonnes');
});

it('a corrected version stays where the file has the text that it corrects, until the file has another', async () => {
  const { pages, site, read, store } = await world();
  pages['/v2.txt'] = { type: 'text/plain', body: 'The minister said the quota would be 90 tonnes.' };
  pages['/v3.txt'] = { type: 'text/plain', body: 'The minister said the quota would be 95 tonnes.' };
  const correct = (name: string) =>
    read({ name, url: site.at(`/${name}`) }, { corrects: 'quota', bringsBack: true });
  const folder = temporaryFolder();
  const write = (text: string) => writeFile(path.join(folder, 'quota.txt'), text);
  await write('The minister said the quota would be 9 tonnes.');
  await read(folder);
  for (const version of ['v2.txt', 'v3.txt']) {
    expect(await correct(version)).toMatchObject([{ outcome: 'replaced', id: 'quota' }]);
    const reason = expect.stringContaining('quota.txt has the text of "quota" before it was corrected');
    expect(await read(folder)).toMatchObject([{ outcome: 'left-out', reason }]);
    expect(await read(folder, { again: true })).toMatchObject([
      { outcome: 'left-out' },
      { outcome: 'unchanged', id: 'quota' },
    ]);
  }
  expect((await store.article('quota'))?.text).toContain('95 tonnes');
  await write('The minister said the quota would be 99 tonnes.');
  expect(await read(folder)).toMatchObject([{ outcome: 'replaced' }]);
  expect((await store.article('quota'))?.text).toContain('99 tonnes');
  await store.removeArticle('quota');
  await write('The minister said the quota would be 9 tonnes.');
  expect(await read(folder)).toMatchObject([{ outcome: 'added' }]);
});

it('a file handed over is known by its name, whatever its host says of it or asks programs for', async () => {
  const made = await world();
  const { pages, site, read } = made;
  pages['/robots.txt'] = { type: 'text/plain', body: 'User-agent: *\nDisallow: /' };
  pages['/1/notes.txt'] = { type: 'image/png', body: 'id: x\nThe skipper said nobody would sail.' };
  pages['/2/notes.txt'] = { type: 'text/plain', body: 'The skipper said everybody would sail.' };
  const [first] = await read({ name: 'notes.txt', url: site.at('/1/notes.txt?key=secret') });
  const [second] = await read({ name: 'notes.txt', url: site.at('/2/notes.txt') });
  expect([first?.outcome, second?.outcome]).toEqual(['added', 'added']);
  expect(first?.id).toMatch(/^notes-[0-9a-f]{6}$/);
  expect(second?.id).not.toBe(first?.id);
  expect(site.asked).not.toContain('/robots.txt');
  const [again] = await read({ name: 'other.txt', url: site.at('/2/notes.txt') });
  expect(again).toMatchObject({ outcome: 'duplicate', reason: expect.stringContaining('very text') });
  const [refused] = await read({ name: 'photo.png', url: site.at('/1/notes.txt?key=secret') });
  expect(refused).toMatchObject({
    outcome: 'refused',
    reason: expect.stringContaining('photo.png cannot be read'),
  });
  const [gone] = await read({ name: 'gone.txt', url: site.at('/gone.txt?key=secret') });
  expect(gone?.reason).toContain('gone.txt cannot be read: there is nothing at that address');
  expect(gone?.reason).not.toContain('secret');
});
