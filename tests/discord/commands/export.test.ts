import { ComponentType } from 'discord.js';
import { expect, it } from 'vitest';
import { exportStatements } from '../../../src/discord/commands/export-command.ts';
import { layOutMessage } from '../../../src/discord/layout/lay-out-message.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { TALKS } from '../../support/records.ts';

it('/export gives what was said as a file', async () => {
  const app = createFakeApp();
  app.override.article = async (id) => ({ article: { ...TALKS.geneva.article, id }, statements: [] });
  const run = (options: Record<string, string>) =>
    exportStatements.run({
      app,
      options,
      page: 0,
      server: null,
      commands: [],
      signal: new AbortController().signal,
    });
  const reply = await run({ side: 'US', topic: 'missiles', format: 'jsonl' });
  expect(reply.content).toBe('2 statements from 2 articles.');
  expect(reply.files?.map(({ name }) => name)).toEqual(['statements.jsonl']);
  expect(layOutMessage(reply)).toEqual([
    { type: ComponentType.TextDisplay, content: reply.content },
    { type: ComponentType.File, file: { url: 'attachment://statements.jsonl' } },
  ]);
  const lines = reply.files?.[0]?.data.toString('utf8').trimEnd().split('\n') ?? [];
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ side: 'US' }, { side: 'US' }]);
  expect((await run({ side: 'Mars' })).files).toBeUndefined();
  await expect(run({ format: 'pdf' })).rejects.toThrow('There are the formats csv, jsonl');
});
