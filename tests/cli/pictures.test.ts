import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { wellFormed } from '../support/drawn.ts';

it('matrix and timeline print tables and quotes, and draw into files', async () => {
  const dir = temporaryFolder();
  const run = (...args: string[]) => cli([...args, '--data', path.join(dir, 'data')]);
  await run('ingest');
  const [svg, png] = ['matrix.svg', 'timeline.PNG'].map((name) => path.join(dir, name));
  if (svg === undefined || png === undefined) throw new Error('two were asked for');

  const matrix = await run('matrix', '--picture', svg);
  expect(matrix).toMatchObject({ code: 0, err: `Picture: ${svg}\n` });
  const [head, ...rows] = matrix.out.trimEnd().split('\n');
  expect(head).toMatch(/^TOPIC +US +RUSSIA$/);
  expect(rows).toHaveLength(7);
  expect(rows[1]).toMatch(/^nato-enlargement +\d+ rejects +\d+ demands$/);
  const us = head?.indexOf('US');
  for (const row of rows) expect(row.slice(us)).toMatch(/^(?:\d+ [a-z]+|–) +(?:\d+ [a-z]+|–)$/);
  wellFormed(readFileSync(svg, 'utf8'));

  const [answer] = (await run('matrix', '--json')).json();
  expect(answer).toMatchObject({ sides: ['US', 'Russia'], searched: { articles: 5 } });

  const timeline = await run('timeline', 'missiles', '--side', 'US', '--picture', png);
  expect(timeline.out).toBe((await run('timeline', 'missiles', '--side', 'US')).out);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');

  const nowhere = path.join(dir, 'nowhere', 'm.svg');
  const refused = await run('matrix', '--picture', nowhere);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain(`The picture cannot be written to ${JSON.stringify(nowhere)}: ENOENT`);
});

it('a picture of another kind is wrong usage, said before anything is read', async () => {
  const data = path.join(temporaryFolder(), 'data');
  for (const args of [['matrix'], ['timeline', 'missiles']]) {
    const { code, err } = await cli([...args, '--picture', 'm.gif', '--data', data]);
    expect({ code, err }).toEqual({
      code: 2,
      err: '--picture takes a file that ends in .svg or .png; found "m.gif".\n',
    });
  }
  expect(existsSync(data)).toBe(false);
});
