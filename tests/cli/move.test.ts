import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { emptyDatabase, whyNoServer } from '../support/stores/postgres-server.ts';

const ARTICLE =
  'Ann Lee of the United States said on Monday that the talks in Geneva would go on until Friday.';

it('shows no password of an address that cannot be used', async () => {
  const data = temporaryFolder();
  const run = await cli(['--data', data, 'move', '--to', 'mysql://me:not-a-real-password@db.example/talks']);
  expect([run.code, run.out]).toEqual([1, '']);
  expect(run.err).toContain('wanted the address of a PostgreSQL database');
  expect(run.err).not.toContain('not-a-real-password');
});

it('says that there is no store to move', async () => {
  const data = temporaryFolder();
  const run = await cli(['--data', data, 'move', '--to', 'postgres://me@db.example/talks']);
  expect([run.code, run.err]).toEqual([
    1,
    `There is no store in ${data} to move: name its folder with --data, or ingest into the database directly.\n`,
  ]);
});

const why = await whyNoServer();
if (why !== null) process.stderr.write(`no PostgreSQL to test on (${why}): its tests are skipped\n`);

describe.skipIf(why !== null)('on a PostgreSQL server', () => {
  it('moves a store, which then answers as the file did', async () => {
    const { url, remove } = await emptyDatabase();
    const [data, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const file = join(temporaryFolder(), 'geneva.txt');
    writeFileSync(file, ARTICLE);
    const ingested = await cli(['--data', data, 'ingest', file]);
    expect(ingested.code, ingested.err).toBe(0);
    const moved = await cli(['--data', data, 'move', '--to', url]);
    expect(moved.err).toBe('');
    expect(moved.out).toMatch(/^1 article, \d+ statements? and 1 vector are in the database/);
    const again = await cli(['--data', data, 'move', '--to', url]);
    expect([again.code, again.out]).toEqual([1, '']);
    expect(again.err).toContain('already has a store');
    const ask = ['ask', 'What did Ann Lee say about the talks in Geneva?', '--json'];
    const [there, here] = [
      await cli(['--data', elsewhere, ...ask], { environment: { DATABASE_URL: url } }),
      await cli(['--data', data, ...ask]),
    ];
    expect(there.json()).toEqual(here.json());
    expect(there.out).toContain('until Friday');
    for (const command of ['backup', 'restore']) {
      const refused = await cli([command, `${elsewhere}/b`], { environment: { DATABASE_URL: url } });
      expect([refused.code, refused.err]).toEqual([
        1,
        'The store is on a PostgreSQL server: back it up and restore it with pg_dump and pg_restore.\n',
      ]);
    }
    const looked = await cli(['--data', elsewhere, 'doctor', '--json'], {
      environment: { DATABASE_URL: url },
    });
    expect(looked.out).toContain('1 article with');
    await remove();
  });
});
