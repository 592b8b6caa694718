import { InteractionResponseType, PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import type { TableEdit } from '../../../../src/domain/change/table-edit.ts';
import * as interactions from '../../../../src/discord-double/interactions.ts';
import { storedMessage } from '../../../../src/discord-double/messages.ts';
import { UserError } from '../../../../src/errors.ts';
import { PERSON } from '../../../support/discord/discord-payloads.ts';
import { createFakeApp } from '../../../support/fake-app.ts';
import { botOfTest } from '../../../support/discord/bot-of-test.ts';

async function run() {
  const app = createFakeApp();
  const edits: TableEdit[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  app.override.editTables = async (edit, by, signal) => {
    signals.push(signal);
    edits.push(edit);
    return {
      edit: { id: edits.length, edit, by, at: '2026-01-01T00:00:00Z' },
      articles: 2,
      done: Promise.resolve(),
    };
  };
  app.override.undoTableEdit = async (id, _by, signal) => {
    signals.push(signal);
    const edit = edits[id - 1];
    if (!edit) throw new UserError('none');
    edits.splice(id - 1, 1);
    return {
      edit: { id, edit, by: { id: PERSON.id, name: 'Ada' }, at: '2026-01-01T00:00:00Z' },
      articles: 0,
      done: Promise.resolve(),
    };
  };
  const running = await botOfTest({ app });
  const { discord } = running;
  const asked = async (name: string, permissions: bigint) =>
    (await discord.interact(interactions.slashCommand(name, [], { by: PERSON, permissions })).edited()).body;
  /** Fills in the form of a button as somebody who may or may not manage the server. */
  const fill = async (
    name: string,
    label: string,
    fields: Readonly<Record<string, string>>,
    permissions: bigint = PermissionFlagsBits.ManageGuild,
  ) => {
    const { body } = await discord
      .click(await asked(name, PermissionFlagsBits.ManageGuild), label)
      .callback();
    expect(body.type).toBe(InteractionResponseType.Modal);
    const sent = interactions.formSubmit(body.data, fields, { by: PERSON, permissions });
    return (await discord.interact(sent).edited()).body;
  };
  /** Clicks the button under what a form answered. */
  const undo = async (answered: unknown, permissions: bigint = PermissionFlagsBits.ManageGuild) => {
    const [id = ''] = /undo-edit:[^"]+/.exec(JSON.stringify(answered)) ?? [];
    const click = interactions.buttonClick(storedMessage({}), id, { by: PERSON, permissions });
    return (await discord.interact(click).edited()).body;
  };
  return { edits, signals, asked, fill, undo };
}

it('everybody sees who speaks for whom and what is negotiated; buttons to edit are for who manages the server', async () => {
  const { asked } = await run();
  const sides = await asked('sides', 0n);
  expect(sides.cards[0].description).toContain(
    '**US** · also Washington\nWendy Sherman _Deputy Secretary_ 2×',
  );
  expect(sides.cards[0].description).toContain('**Russia** · also Moscow\nSergey Ryabkov 1×');
  const topics = await asked('topics', 0n);
  expect(topics.cards[0].description).toMatch(/\*\*Missiles\*\* · \d+ statements of sides\nmissile/);
  expect(JSON.stringify([sides.components, topics.components])).not.toContain('edit-');
  expect(JSON.stringify(await asked('sides', PermissionFlagsBits.ManageGuild))).toContain('edit-merge');
});

it('forms edit by any name, tell what holds now, and are taken back', async () => {
  const { edits, signals, fill, undo } = await run();
  const given = await fill('sides', 'Give a side', { person: 'ryabkov', side: 'american' });
  expect(edits).toEqual([{ kind: 'give-side', person: 'Sergey Ryabkov', side: 'US' }]);
  expect(given.content).toBe(
    'Done: Sergey Ryabkov speaks for US. It holds from now on. 2 articles that it touches were read again.',
  );
  expect((await undo(given)).content).toContain('Taken back');
  expect(edits).toEqual([]);
  // What comes too late is stopped.
  expect(signals).toEqual([expect.any(AbortSignal), expect.any(AbortSignal)]);
  await fill('sides', 'Merge two people', { person: 'Sergey Ryabkov', into: 'sherman' });
  await fill('sides', 'Rename', { old: 'moscow', name: 'The Kremlin' });
  await fill('sides', 'New side', { label: 'Dockers', names: 'the union, dock workers' });
  await fill('topics', 'Words', { topic: 'missiles', add: 'launcher, warhead', remove: 'missile' });
  await fill('topics', 'New topic', { label: 'Port fees & dues', words: 'fee; due' });
  expect(edits).toEqual([
    { kind: 'merge-people', person: 'Sergey Ryabkov', into: 'Wendy Sherman', side: 'US' },
    { kind: 'rename-side', side: 'Russia', label: 'The Kremlin' },
    { kind: 'new-side', side: 'Dockers', label: 'Dockers', names: ['union', 'dock workers'] },
    { kind: 'change-words', topic: 'missiles', add: ['launcher', 'warhead'], remove: ['missile'] },
    { kind: 'new-topic', topic: 'port-fees-dues', label: 'Port fees & dues', words: ['fee', 'due'] },
  ]);
});

it('who may no longer manage the server takes nothing back', async () => {
  const { edits, fill, undo } = await run();
  const given = await fill('sides', 'Give a side', { person: 'ryabkov', side: 'american' });
  expect((await undo(given, 0n)).content).toContain('Only who may manage');
  expect(edits).toHaveLength(1);
});

it('a topic is named in any script', async () => {
  const { edits, fill } = await run();
  await fill('topics', 'New topic', { label: 'Рыба', words: 'рыба' });
  expect(edits).toEqual([{ kind: 'new-topic', topic: 'topic-1', label: 'Рыба', words: ['рыба'] }]);
});

it('nobody edits who may not, and what is not there is named', async () => {
  const { edits, fill } = await run();
  const told = async (...filled: Parameters<typeof fill>) => (await fill(...filled)).content;
  expect(await told('sides', 'Rename', { old: 'moscow', name: 'X' }, 0n)).toContain('Only who may manage');
  expect(await told('sides', 'Give a side', { person: 'nobody', side: 'US' })).toContain('“nobody”');
  expect(await told('sides', 'Give a side', { person: 'sherman', side: 'Mars' })).toContain(
    'There is no side “Mars”',
  );
  expect(await told('topics', 'Rename', { topic: 'x', label: 'y' })).toContain('There is no topic “x”');
  expect(edits).toEqual([]);
});
