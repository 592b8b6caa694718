import path from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

it('counts all that somebody said, also where some of it is shown', async () => {
  const data = path.join(temporaryFolder(), 'data');
  const run = (...args: string[]) => cli([...args, '--data', data]);
  await run('ingest');
  const [all = '', topics] = (await run('speaker', 'Sherman')).out.split('\n');
  expect(all).toMatch(/^Wendy Sherman \(.*\): \d+ statements$/);
  const some = (await run('speaker', 'Sherman', '--limit', '2')).out.split('\n');
  expect(some.slice(0, 2)).toEqual([`${all}, the newest 2 shown`, topics]);
  expect(some.filter((line) => /^\[\d+\]/.test(line))).toHaveLength(2);
});
