import { MessageFlags } from 'discord.js';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkMessage } from '../../../src/discord-double/checks/check-message.ts';
import { changes } from '../../../src/discord/commands/changes-command.ts';
import { layOutMessage } from '../../../src/discord/layout/lay-out-message.ts';
import { latest } from '../../../src/discord/commands/position-commands.ts';
import type { OptionValues } from '../../../src/discord/commands/define/command.ts';
import { CHANGE, CHANGES, FIRST } from '../../support/answers/changes.ts';
import { createFakeApp, evidence } from '../../support/fake-app.ts';
import { outsideText } from '../../support/outside-text.ts';

const app = createFakeApp();
const context = (options: OptionValues) => ({
  app,
  options,
  page: 0,
  server: null,
  commands: [],
  signal: new AbortController().signal,
});

it('/changes shows each change, the newest first, with its two quotes and the words that differ in bold', async () => {
  const asked: unknown[] = [];
  app.override.changes = async (filters) => {
    asked.push(filters);
    return CHANGES;
  };
  const narrowed = context({ side: 'US', topic: 'missiles', since: '2022-01-01' });
  const first = await changes.run(narrowed);
  expect(asked).toEqual([
    { side: 'US', topic: 'missiles', since: '2022-01-01' },
    { side: 'US', topic: 'missiles' },
  ]);
  expect(first.content).toMatch(
    /^\*\*What changed for US on Missiles since 2022-01-01: 2 changes\*\*\n-# The newest first\..* · 1 of 2$/,
  );
  // A phone shows the picture alone.
  expect(first.cards.map(({ image }) => image?.url)).toEqual(['attachment://path.png']);
  const reply = await changes.run({ ...narrowed, page: 1 });
  expect(reply.cards[0]?.author?.name).toBe('US on Missiles · 12 launchers → 14 launchers');
  expect(reply.cards[0]?.fields?.map(({ name, value }) => [name, value])).toEqual([
    [
      '11 Jan 2022 · Wendy Sherman (US) · The Messenger',
      '> We offer **12** launchers **if inspectors may come**',
    ],
    ['3 Feb 2022 · Wendy Sherman (US) · The Messenger', '> We offer **14** launchers'],
  ]);
  expect(reply.cards[1]?.author?.name).toBe('US on Missiles · first statement in these articles');
  expect(reply.shown?.items.map(({ text }) => text)).toEqual([
    CHANGE.from?.text,
    CHANGE.to.text,
    FIRST.to.text,
  ]);
});

it('/changes of a topic shows the whole way as a picture, told in words; of all topics, and on later pages, none', async () => {
  app.override.changes = async () => CHANGES;
  const reply = await changes.run(context({ topic: 'missiles', since: '2022-02-01' }));
  expect(reply.cards[0]?.image?.url).toBe('attachment://path.png');
  expect(reply.files?.map(({ name, description }) => [name, description])).toEqual([
    ['path.png', 'US: 11 Jan 2022 offers; 3 Feb 2022 12 launchers → 14 launchers.'],
  ]);
  expect((await changes.run(context({}))).files).toBeUndefined();
  expect((await changes.run({ ...context({ topic: 'missiles' }), page: 1 })).files).toBeUndefined();
});

it('/changes says so where there are none', async () => {
  app.override.changes = async () => ({ ...CHANGES, changes: [] });
  const reply = await changes.run(context({}));
  expect(reply).toMatchObject({
    content: 'What changed: no change found in 5 articles.',
    cards: [],
    found: 0,
  });
});

it('/latest shows the latest of each kind with what it replaces', async () => {
  app.override.latest = async (side, topic) => ({
    side,
    topic,
    now: [
      { act: 'offers', evidence: CHANGE.to, replaces: CHANGE.from },
      { act: 'rejects', evidence: evidence({ published: '2022-01-02' }), replaces: null },
    ],
    changes: [],
    searched: CHANGES.searched,
  });
  const reply = await latest.run(context({ side: 'US', topic: 'missiles' }));
  expect(reply.content).toBe(
    '**US on Missiles, now**\n-# The latest of each kind, asides last: offers 3 Feb 2022, rejects 2 Jan 2022 · 1 of 2',
  );
  expect(reply.cards[0]).toMatchObject({
    author: { name: '1 · 3 Feb 2022 · Wendy Sherman (US) · offers · quoted' },
    description:
      '“We offer 14 launchers”\n-# Negotiations between Russia and US … · The Messenger · 3 Feb 2022',
    fields: [
      {
        name: 'before: 11 Jan 2022 · Wendy Sherman (US) · The Messenger',
        value: '“We offer 12 launchers if inspectors may come”',
      },
    ],
  });
  const next = await latest.run({ ...context({ side: 'US', topic: 'missiles' }), page: 1 });
  expect(next.cards[0]?.fields).toBeUndefined();
});

it('keeps what articles hold as it is, and within Discord’s limits', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(outsideText, async (text) => {
      const odd = evidence({ text, title: text, outlet: text, speaker: text });
      const one = { ...CHANGE, from: odd, to: odd, words: { from: text, to: text } };
      app.override.changes = async () => ({ ...CHANGES, changes: Array.from({ length: 30 }, () => one) });
      const components = layOutMessage(await changes.run(context({})));
      expect(checkMessage({ flags: MessageFlags.IsComponentsV2, components })).toBeNull();
    }),
  );
});
