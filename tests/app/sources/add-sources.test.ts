import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { pageOf, startNewsSite } from '../../support/news-site.ts';

const QUOTED =
  '<p>“We will not sail for less than 40 crowns,” said Marit Solheim, who leads the crews. ' +
  'The owners’ envoy Per Dahl warned that the boats would be sold.</p>';

/** An app of its own over an empty collection, and a host that it may read. */
async function world() {
  const collection = temporaryFolder();
  await mkdir(path.join(collection, 'articles'));
  await writeFile(
    path.join(collection, 'actors.yaml'),
    'sides: [{ id: Crews, label: Crews, names: [the crews], adjectives: [] }]\n' +
      'actors: [{ name: Marit Solheim, side: Crews }]\n',
  );
  await writeFile(
    path.join(collection, 'topics.yaml'),
    '[{ id: pay, label: Pay, description: What crews earn., words: [crowns] }]\n',
  );
  const pages: Record<string, string> = {};
  const site = await startNewsSite(({ url = '' }, response) => {
    const body = pages[url];
    if (body === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': url.endsWith('rss') ? 'application/rss+xml' : 'text/html' })
        .end(body);
  });
  const config = readConfig({
    COLLECTION_DIR: collection,
    DATA_DIR: temporaryFolder(),
    FETCH_ALLOW: '127.0.0.1',
  });
  const app = await createApp(config, { info: () => undefined, warn: () => undefined });
  onTestFinished(() => app.close());
  const at = (where: string): string => site.at(where, '127.0.0.1');
  return { app, pages, at };
}

it('an article that is checked is not kept; one that is added is told with who speaks, and taken out for good', async () => {
  const { app, pages, at } = await world();
  pages['/boats'] = pageOf('Crews and owners far apart', { body: QUOTED });
  const [checked] = await app.checkSources([at('/boats')]);
  expect(checked).toMatchObject({ kind: 'article', known: null, article: { partial: null } });
  expect(await app.sources()).toEqual([]);

  const { sources } = await app.addSources([at('/boats'), at('/gone')]);
  expect(sources).toMatchObject([
    { outcome: 'refused', article: null },
    {
      outcome: 'added',
      article: {
        title: 'Crews and owners far apart',
        speakers: [
          { name: 'Marit Solheim', side: 'Crews', statements: 1 },
          { name: 'Per Dahl', side: null, statements: 1 },
        ],
      },
    },
  ]);
  const id = sources[1]?.article?.id ?? '';
  expect(checked?.article?.speakers).toEqual(sources[1]?.article?.speakers);
  expect((await app.checkSources([at('/boats')]))[0]?.known).toEqual({ id, as: 'unchanged' });

  const answer = await app.ask('what do the crews say about crowns?');
  expect(answer.evidence[0]?.article).toBe(id);
  expect(await app.retract([id], 'Ada')).toMatchObject([{ id, removed: true }]);
  expect((await app.checkSources([at('/boats')]))[0]?.takenOutBy).toBe('Ada');
  const item = answer.evidence[0];
  expect(item && (await app.context(item))).toBeNull();
  const [back] = (await app.addSources([at('/boats')])).sources;
  expect(back?.outcome).toBe('added');
});

it('a feed that is added is followed until it is dropped, and no file of this machine is read', async () => {
  const { app, pages, at } = await world();
  pages['/boats'] = pageOf('Crews and owners far apart', { body: QUOTED });
  pages['/rss'] =
    `<rss version="2.0"><channel><title>N</title><item><link>${at('/boats')}</link></item></channel></rss>`;
  const { sources } = await app.addSources([at('/rss')]);
  expect(sources.map(({ outcome }) => outcome)).toEqual(['feed', 'added']);
  expect(await app.feeds()).toEqual([at('/rss')]);
  expect(await app.dropFeed(at('/rss'))).toBe(true);
  expect(await app.dropFeed(at('/rss'))).toBe(false);
  await expect(app.addSources(['/etc/hostname'])).rejects.toThrow('An address that begins with https://');
  await expect(app.checkSources(['seeds/articles'])).rejects.toThrow('An address that begins with https://');
});
