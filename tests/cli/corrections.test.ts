import path from 'node:path';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { cli } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';

it('lists corrections, which show at once and can be taken back', async () => {
  const data = path.join(temporaryFolder(), 'data');
  const run = (...args: string[]) => cli([...args, '--data', data]);
  await run('ingest');
  expect(await run('corrections')).toMatchObject({ code: 0, out: 'Nothing has been corrected.\n' });

  const app = await createApp(readConfig({ DATA_DIR: data }), { info: () => {}, warn: () => {} });
  const [said] = (await app.speaker('Ryabkov')).statements;
  if (!said) throw new Error('nothing is said by Ryabkov');
  const by = { id: '1', name: 'Nelly\u001B[2J' };
  const { article, start, end } = said;
  await app.correct({ article, start, end, speaker: 'fomin', side: null, note: 'See the video.', by });
  await app.close();

  const listed = await run('corrections');
  expect(listed.out).toContain('[1] Sergei Ryabkov (Russia) → Alexander Fomin (Russia) · applied');
  expect(listed.out).toContain('Note: See the video.');
  expect(listed.out).toContain('— Nelly[2J (1), 2');
  expect((await run('corrections', '--json')).json()).toMatchObject([
    {
      id: 1,
      article,
      quote: said.text,
      was: { speaker: 'Sergei Ryabkov', side: 'Russia' },
      speaker: 'fomin',
      to: { speaker: 'Alexander Fomin', side: 'Russia' },
      status: 'applied',
    },
  ]);
  expect((await run('speaker', 'Fomin', '--json')).json()).toMatchObject([
    { statements: expect.arrayContaining([expect.objectContaining({ text: said.text, side: 'Russia' })]) },
  ]);
  const saidBy = async (name: string): Promise<unknown> => (await run('speaker', name, '--json')).json();

  // Reading the article again keeps it so.
  await run('ingest');
  expect(await saidBy('Fomin')).toMatchObject([
    { statements: expect.arrayContaining([expect.objectContaining({ text: said.text })]) },
  ]);
  expect(await run('corrections', '--undo', '2')).toMatchObject({ code: 2 });
  expect((await run('corrections', '--undo', '1')).out).toContain('Correction 1 is taken back.');
  expect(await saidBy('Ryabkov')).toMatchObject([
    { statements: expect.arrayContaining([expect.objectContaining({ text: said.text })]) },
  ]);
});
