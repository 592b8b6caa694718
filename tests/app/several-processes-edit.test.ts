import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/folders.ts';
import { emptyDatabase, whyNoServer } from '../support/stores/postgres-server.ts';

const QUIET = { info: () => undefined, warn: () => undefined };
const why = await whyNoServer();

const edit = { kind: 'new-topic', topic: 'pay', label: 'Pay', words: ['crowns'] } as const;
const by = { id: '1', name: 'Ada' };

async function collectionFolder(): Promise<string> {
  const folder = temporaryFolder();
  await mkdir(path.join(folder, 'articles'));
  await writeFile(
    path.join(folder, 'actors.yaml'),
    'sides: [{ id: Crews, label: Crews, names: [] }]\nactors: []\n',
  );
  await writeFile(path.join(folder, 'topics.yaml'), '[]\n');
  return folder;
}

it('an ingest reads by what another process edited', async () => {
  const COLLECTION_DIR = await collectionFolder();
  const config = readConfig({ COLLECTION_DIR, DATA_DIR: temporaryFolder() });
  const [one, other] = [await createApp(config, QUIET), await createApp(config, QUIET)];
  onTestFinished(async () => void (await Promise.all([one.close(), other.close()])));
  await (
    await one.editTables(edit, by)
  ).done;
  const article =
    '---\nid: boats\ntitle: Talks go on\noutlet: Post\npublished: 2031-05-01\n---\n' +
    '“We offer 40 more crowns for the boats,” said Per Dahl of Owners.\n';
  await writeFile(path.join(COLLECTION_DIR, 'articles', 'boats.md'), article);
  await other.ingest([]);
  expect(other.topics.map(({ id }) => id)).toEqual(['pay']);
  expect((await other.statements({})).map(({ topics }) => topics)).toEqual([['pay']]);
});

it.skipIf(why !== null)(
  'an edit holds in all processes of one server, though it touches no article',
  async () => {
    const { url, remove } = await emptyDatabase();
    const COLLECTION_DIR = await collectionFolder();
    const open = () =>
      createApp(readConfig({ COLLECTION_DIR, DATA_DIR: temporaryFolder(), DATABASE_URL: url }), QUIET);
    const [one, other] = [await open(), await open()];
    onTestFinished(async () => {
      await Promise.all([one.close(), other.close()]);
      await remove();
    });
    const made = await one.editTables(edit, by);
    await made.done;
    await expect.poll(() => other.topics.map(({ id }) => id)).toEqual(['pay']);
    await one.undoTableEdit(made.edit.id, '1');
    await expect.poll(() => other.topics.map(({ id }) => id)).toEqual([]);
  },
);
