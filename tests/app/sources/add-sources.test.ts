import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { pageOf, startNewsSite } from '../../support/pages/news-site.ts';

const QUOTED =
  '<p>“We will not sail for less than 40 crowns,” said Marit Solheim, who leads the crews. ' +
  'The owners’ envoy Per Dahl warned that the boats would be sold.</p>';

const QUIET = { info: () => undefined, warn: () => undefined };

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
  let app = await createApp(config, QUIET);
  onTestFinished(() => app.close());
  const reopen = async () => {
    await app.close();
    app = await createApp(config, QUIET);
    return app;
  };
  const at = (where: string): string => site.at(where, '127.0.0.1');
  return { app, pages, at, reopen, collection };
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

it('an edit holds at once for answers, outlasts a restart, is taken back, and goes into the files', async () => {
  const { app, pages, at, reopen, collection } = await world();
  pages['/boats'] = pageOf('Crews and owners far apart', { body: QUOTED });
  await app.addSources([at('/boats')]);
  const sideOfDahl = async (of: typeof app) =>
    (await of.speakers()).find(({ name }) => name === 'Per Dahl')?.side;
  expect(await sideOfDahl(app)).toBeNull();
  const by = { id: '1', name: 'Ada' };
  const owners = await app.editTables({ kind: 'new-side', side: 'Owners', label: 'Owners', names: [] }, by);
  await owners.done;
  const given = await app.editTables({ kind: 'give-side', person: 'Per Dahl', side: 'Owners' }, by);
  expect(given.articles).toBe(1);
  await given.done;
  expect(await sideOfDahl(app)).toBe('Owners');
  const sale = { kind: 'new-topic' as const, topic: 'sale', label: 'Sale', words: ['sell', 'sold'] };
  const made = await app.editTables(sale, by);
  await made.done;
  expect((await app.position('Owners', 'sale')).statements.map(({ speaker }) => speaker)).toEqual([
    'Per Dahl',
  ]);
  await expect(app.editTables({ kind: 'give-side', person: 'Per Dahl', side: 'Owners' }, by)).rejects.toThrow(
    'would change nothing',
  );
  await expect(app.undoTableEdit(made.edit.id, '2')).rejects.toThrow('that you could take back');
  await (
    await app.undoTableEdit(made.edit.id, '1')
  ).done;
  await expect(app.position('Owners', 'sale')).rejects.toThrow('sale');
  expect(app.topics.map(({ id }) => id)).toEqual(['pay']);

  const again = await reopen();
  expect(await sideOfDahl(again)).toBe('Owners');
  expect((await again.exportTables()).edits).toBe(2);
  expect(await again.tableEdits()).toEqual([]);
  expect(await readFile(path.join(collection, 'actors.yaml'), 'utf8')).toContain(
    'name: Per Dahl, side: Owners',
  );
  const last = await reopen();
  expect(last.sides.map(({ id }) => id)).toEqual(['Crews', 'Owners']);
  expect(await sideOfDahl(last)).toBe('Owners');
}, 60_000);

it('an edit or correction that is stopped while articles are added is not made later', async () => {
  const { app, pages, at } = await world();
  pages['/boats'] = pageOf('Crews and owners far apart', { body: QUOTED });
  await app.addSources([at('/boats')]);
  const [said] = await app.statements();
  if (!said) throw new Error('nobody said anything');
  pages['/more'] = pageOf('Crews sail again', { body: QUOTED.replaceAll('40', '50') });
  const by = { id: '1', name: 'Ada' };
  const { article, start, end } = said;
  const input = { article, start, end, speaker: 'Per Dahl', side: null, note: null, by };
  const stopped: Promise<PromiseSettledResult<unknown>[]>[] = [];
  await app.addSources([at('/more')], {
    // Told while the articles are held.
    onProgress() {
      const asked = new AbortController();
      stopped.push(
        Promise.allSettled([
          app.editTables({ kind: 'new-side', side: 'Owners', label: 'Owners', names: [] }, by, asked.signal),
          app.correct(input, asked.signal),
        ]),
      );
      asked.abort(new Error('too late'));
    },
  });
  expect(stopped.length).toBeGreaterThan(0);
  for (const one of (await Promise.all(stopped)).flat()) expect(one).toMatchObject({ status: 'rejected' });
  // Had they been left waiting, they would be made before this one.
  await app.editTables({ kind: 'new-side', side: 'Town', label: 'Town', names: [] }, by);
  expect((await app.tableEdits()).map(({ edit }) => edit)).toMatchObject([{ side: 'Town' }]);
  expect(await app.corrections()).toEqual([]);
  // The next one is made in its turn.
  const { id } = await app.correct(input);
  expect(await app.undoCorrection(id, '1')).toMatchObject({ id });
});
