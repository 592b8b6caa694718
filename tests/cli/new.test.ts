import { createServer } from 'node:http';
import { copyFile, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { startNewsSite } from '../support/pages/news-site.ts';
import { readSourceList } from '../../src/ingest/read-source-list.ts';

const MERGER = path.resolve(import.meta.dirname, '../collect/merger');

const bodyOf = (text: string): string => text.replace(/^---\n[^]*?\n---\n/, '');

describe('parley new', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'parley-new-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const folder = path.join(root, 'merger');
  const at = (...names: string[]): string => path.join(folder, ...names);
  const read = (name: string): Promise<string> => readFile(at(name), 'utf8');
  const withStore = ['--collection', folder, '--data', at('data')];

  beforeAll(async () => {
    const files = ['herald-bid.md', 'ledger-price.md', 'herald-plants.md'].map((name) =>
      path.join(MERGER, name),
    );
    const made = await cli(['new', folder, ...files, '--json']);
    expect(made.code).toBe(0);
    expect(made.json()).toMatchObject([
      { folder, articles: 3, written: [at('actors.yaml'), at('topics.yaml'), at('README.md')] },
    ]);
  });

  it('copies the articles, and writes tables with which comparing works', async () => {
    expect(await readFile(at('articles', 'herald-bid.md'), 'utf8')).toBe(
      await readFile(path.join(MERGER, 'herald-bid.md'), 'utf8'),
    );
    expect((await read('README.md')).trim().split('\n')).toHaveLength(3);
    const { out, code } = await cli(['compare', 'merger', ...withStore]);
    expect(code).toBe(0);
    expect(out).toContain('Brightwater');
    expect(out).toContain('Union');
  });

  it('says in a sentence that a file stands where the folder should be, and leaves it', async () => {
    const file = path.join(root, 'notes.txt');
    await writeFile(file, 'mine');
    const refused = await cli(['new', file, path.join(MERGER, 'herald-bid.md')]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`No folder can be made at ${file} `);
    expect(refused.err).toContain(': name one where nothing else is.');
    expect(refused.err).not.toContain('A fault in Parley');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('overwrites nothing without being asked', async () => {
    const before = await read('actors.yaml');
    const refused = await cli(['new', folder]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('are there already: --again adds what is new and keeps every edit.');
    expect(await read('actors.yaml')).toBe(before);
  });

  it('adds with --again what is new, and keeps what people wrote and took out', async () => {
    const actors = await read('actors.yaml');
    const edited = actors
      .replace('# Who speaks', '# Checked by Nelly.\n# Who speaks')
      .replace(/^.*\n.*name: Tomas Reyes.*\n/m, '');
    expect(edited).not.toBe(actors);
    await writeFile(at('actors.yaml'), edited);
    expect((await cli(['new', folder, '--again'])).out).toContain('Nothing new was found.');
    expect(await read('actors.yaml')).toBe(edited);

    await copyFile(path.join(MERGER, 'dispatch-authority.md'), at('articles', 'dispatch-authority.md'));
    const [more] = (await cli(['new', folder, '--again', '--json'])).json();
    expect(more).toMatchObject({ articles: 4 });
    const now = await read('actors.yaml');
    expect(now).toContain('# Checked by Nelly.');
    expect(now).not.toContain('name: Tomas Reyes');
  });

  it('says of tables that were edited that the articles were read by others, until they are read again', async () => {
    const told = '"parley ingest" reads the articles by them';
    expect((await cli(['compare', 'merger', ...withStore])).err).toContain(told);
    expect((await cli(['ingest', ...withStore])).code).toBe(0);
    expect((await cli(['compare', 'merger', ...withStore])).err).not.toContain(told);
    await writeFile(at('topics.yaml'), (await read('topics.yaml')).replace(/label: .*/, 'label: The price'));
    expect((await cli(['compare', 'merger', ...withStore])).err).toContain(told);
  });

  it('counts no text twice, and names the files that say the same or have the same id', async () => {
    const into = temporaryFolder();
    const from = temporaryFolder();
    const text = await readFile(path.join(MERGER, 'herald-bid.md'), 'utf8');
    await writeFile(path.join(from, 'a.md'), `---\nid: bid\n---\n${bodyOf(text)}`);
    await writeFile(path.join(from, 'b.md'), `---\nid: copy\n---\n${bodyOf(text)}`);
    await writeFile(path.join(from, 'c.md'), `---\nid: bid\n---\nOther words. ${bodyOf(text)}`);
    const { code, out, err } = await cli(['new', path.join(into, 'bid'), from]);
    expect(code).toBe(0);
    expect(out).toContain('Read 1 article in');
    expect(err).toContain('b.md has the very text of the article "bid": it is not read a second time.');
    expect(err).toContain('c.md has the id "bid", as ');
  });

  it('says that nothing could be read', async () => {
    const { code, err } = await cli(['new', path.join(temporaryFolder(), 'empty')]);
    expect(code).toBe(1);
    expect(err).toContain('articles');
  });
});

it('works without tables by what it finds, says so once, and lists who lacks a side', async () => {
  const collection = temporaryFolder();
  await cp(MERGER, path.join(collection, 'articles'), { recursive: true });
  const bare = ['--collection', collection, '--data', path.join(collection, 'data')];
  const first = await cli(['ingest', ...bare]);
  expect(first.code).toBe(0);
  expect(first.err).toContain(
    'are not there: worked out from the articles instead; "parley new" writes them, to be edited.',
  );
  const asked = await cli(['ask', 'What does the union demand?', '--json', ...bare]);
  expect(asked.err).not.toContain('worked out');
  expect(asked.json()).toMatchObject([{ answered: true }]);
  expect((await cli(['speakers', '--json', ...bare])).json()).toContainEqual(
    expect.objectContaining({ name: 'Ingrid Solheim', side: 'Norvale Foods' }),
  );
  const compared = await cli(['compare', 'job-guarantees', 'Union', 'Norvale', '--json', ...bare]);
  expect(compared.code).toBe(0);
  expect((await cli(['ingest', ...bare])).out).toMatch(/^(?:unchanged .*\n)+$/);
});

it('lists the feeds that it was given, so that they are followed', async () => {
  const text = await readFile(path.join(MERGER, 'herald-bid.md'), 'utf8');
  const site = await startNewsSite(({ url }, response) => {
    if (url === '/talks.rss') {
      const item = `<item><title>Bid</title><link>${site.at('/bid', '127.0.0.1')}</link></item>`;
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(`<rss version="2.0"><channel><title>News</title>${item}</channel></rss>`);
    } else if (url === '/bid') response.writeHead(200, { 'content-type': 'text/plain' }).end(text);
    else response.writeHead(404).end();
  });
  const feed = site.at('/talks.rss', '127.0.0.1');
  const folder = path.join(temporaryFolder(), 'followed');
  const environment = { FETCH_ALLOW: '127.0.0.1' };
  const [made] = (await cli(['new', folder, feed, '--json'], { environment })).json();
  expect(made).toMatchObject({ articles: 1 });
  expect(await readSourceList(folder)).toEqual({ feeds: [feed], pages: [] });
  const list = path.join(folder, 'sources.yaml');
  const edited = `# Asked by Nelly.\n${await readFile(list, 'utf8')}`;
  await writeFile(list, edited);
  expect((await cli(['new', folder, feed, '--again'], { environment })).code).toBe(0);
  expect(await readFile(list, 'utf8')).toBe(edited);
});

it('keeps pages as read, with their address', async () => {
  const text = await readFile(path.join(MERGER, 'herald-bid.md'), 'utf8');
  const paragraphs = text
    .replace(/^---[^]*?---\n/, '')
    .split('\n\n')
    .map((words) => `<p>${words}</p>`);
  const page = `<html><head><title>Norvale bids</title></head><body><article><h1>Norvale bids</h1>${paragraphs.join('')}</article></body></html>`;
  const server = createServer((request, response) => {
    const isPage = request.url === '/norvale-bids';
    response
      .writeHead(isPage ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' })
      .end(isPage ? page : '');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/norvale-bids`;
  const folder = path.join(temporaryFolder(), 'fetched');
  const made = await cli(['new', folder, url], { environment: { FETCH_ALLOW: '127.0.0.1' } });
  expect(made.out).toContain('Read 1 article in');
  const [name = ''] = await readdir(path.join(folder, 'articles'));
  const kept = await readFile(path.join(folder, 'articles', name), 'utf8');
  expect(kept).toContain(`url: ${url}\n`);
  expect(kept).toContain(
    '"It undervalues our brands, our people and our cheese," said Brightwater chairman Peter Lanning.',
  );
});
