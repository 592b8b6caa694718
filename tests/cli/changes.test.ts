import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

const COLLECTION = path.resolve(import.meta.dirname, '../eval/collections/tracker');

const Change = z.object({
  kind: z.string(),
  side: z.string(),
  topic: z.string(),
  when: z.iso.date(),
  from: z.object({ text: z.string() }).nullable(),
  to: z.object({ text: z.string(), article: z.string() }),
  differences: z.array(z.object({ kind: z.string(), given: z.string(), source: z.string() })),
  words: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
});

it('prints each change with its two quotes and the words that differ', async () => {
  const data = path.join(temporaryFolder(), 'data');
  const run = (...args: string[]) => cli([...args, '--data', data, '--collection', COLLECTION]);
  await run('ingest');
  const narrowed = ['changes', '--side', 'hospitals', '--topic', 'pay', '--since', '2024-03-19'];
  const { code, out } = await run(...narrowed);
  expect(code).toBe(0);
  expect(out).toContain('2024-03-19 · Hospitals on pay · 6 per cent → 6.5 per cent\n');
  expect(out).toContain('    then: "6" "if the strike ends by March 11"\n    now:  "6.5"\n');

  const changes = (await run(...narrowed, '--json')).json().map((line) => Change.parse(line));
  expect(changes.map(({ kind, when }) => `${when} ${kind}`)).toEqual([
    '2024-03-19 number',
    '2024-03-19 condition-dropped',
    '2024-04-04 number',
    '2024-04-08 number',
  ]);
  expect(changes[0]?.words).toEqual({ from: '6 per cent', to: '6.5 per cent' });

  const none = await run('changes', '--side', 'Ministry', '--topic', 'pensions');
  expect(none).toMatchObject({ code: 0, out: 'no change found in 38 articles\n' });
  expect((await run('changes', '--topic', 'weather')).code).toBe(2);
});
