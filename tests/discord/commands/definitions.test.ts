import { ApplicationCommandOptionType } from 'discord.js';
import { expect, it } from 'vitest';
import { definition, messageDefinition } from '../../../src/discord/commands/define/command.ts';
import { commands, messageCommands } from '../../../src/discord/commands/index.ts';
import { help } from '../../../src/discord/commands/help-command.ts';
import { COMMAND_NAMES, LOCALES } from '../../../src/discord/words/command-names.ts';
import { DEFAULT_SETTINGS, writeSettings } from '../../../src/discord/server-settings.ts';
import { inviteLink, applicationIdOf } from '../../../src/discord/invite.ts';
import { UserError } from '../../../src/errors.ts';
import { checkCommands } from '../../../src/discord-double/checks/check-commands.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { runBot } from '../../support/discord/running-bot.ts';

const app = createFakeApp();

it('the list, what is registered and what help tells agree', async () => {
  const running = await runBot({ app });
  const registered = (await running.discord.waitFor({ method: 'PUT' })).body;
  const told = (await running.discord.slash('help').edited()).body;
  const more = (await running.discord.click(told, 'More commands', { isPrivate: true }).edited()).body;
  await running.stop();
  expect(registered).toEqual([
    ...commands.map((command) => definition(command)),
    ...messageCommands.map(messageDefinition),
  ]);
  for (const { name } of messageCommands) expect(more.content).toContain(name);
  const all = `${told.content}\n${more.content}`;
  expect(told.content.split('\n').length).toBeLessThanOrEqual(5);
  const ids = [...all.matchAll(/<\/([a-z]+)[ a-z]*:(\d+)>/g)].map(([, name]) => name);
  expect(new Set(ids)).toEqual(new Set(commands.map(({ name }) => name)));
});

async function helpFor(mayManage: boolean): Promise<string> {
  const server = { id: '1', roles: [], mayManage, readsMessages: true };
  const signal = new AbortController().signal;
  return (await help.run({ app, options: { more: 'true' }, page: 0, server, commands, signal })).content;
}

it('help tells of settings only whoever may change them', async () => {
  expect(await helpFor(true)).toContain('/parley settings');
  expect((await helpFor(true)).split('\n').length).toBeLessThanOrEqual(6);
  expect(await helpFor(false)).not.toMatch(/\/parley (settings|collection)/);
  expect(await helpFor(false)).toContain('/parley forget');
});

it('every command has its name and description in the languages of people', () => {
  for (const command of commands) {
    const made = definition(command);
    expect(Object.keys(made.name_localizations ?? {})).toEqual([...LOCALES]);
    expect(Object.keys(made.description_localizations ?? {})).toEqual([...LOCALES]);
  }
  for (const locale of LOCALES) {
    const names = commands.map(({ name }) => COMMAND_NAMES[name]?.[locale][0]);
    expect(new Set(names).size).toBe(commands.length);
  }
});

it('the double refuses names that Discord does not take, and limits that contradict each other', () => {
  const [first] = commands;
  const made = { ...(first === undefined ? {} : definition(first)) };
  expect(checkCommands([{ ...made, name_localizations: { de: 'Frage' } }])).not.toBeNull();
  expect(checkCommands([{ ...made, name_localizations: { es: 'preguntar' } }])).not.toBeNull();
  const count = { type: ApplicationCommandOptionType.Integer, name: 'count', description: 'How many' };
  expect(checkCommands([{ ...made, options: [{ ...count, min_value: 3, max_value: 2 }] }])).not.toBeNull();
});

const numbers = Array.from({ length: 26 }, (_, i) => i);
const large = {
  ...app,
  sides: numbers.map((i) => ({ id: `s${i}`, label: `Side ${i}`, names: [], adjectives: [] })),
  topics: numbers.map((i) => ({ id: `t${i}`, label: `Topic ${i}`, words: [] })),
};

it('what completes says so, and what says so completes', async () => {
  const guildId = '900000000000000002';
  const collections = [{ key: 'a'.repeat(32), name: 'Harbour' }];
  await writeSettings(app, guildId, { ...DEFAULT_SETTINGS, collections });
  for (const command of commands) {
    const completing = command
      .options()
      .flatMap((option) => ('options' in option ? (option.options ?? []) : [option]))
      .filter((option) => 'autocomplete' in option && option.autocomplete);
    expect(command.complete !== undefined).toBe(completing.length > 0);
    for (const { name: option } of completing)
      expect(await command.complete?.({ app: large, option, value: '', guildId })).not.toEqual([]);
  }
});

it('sides and topics are completed while one types: each server may have others', async () => {
  const bodies = commands.map((command) => definition(command));
  expect(checkCommands(bodies)).toBeNull();
  const topic = bodies[0]?.options?.find(({ name }) => name === 'topic');
  expect(topic).toMatchObject({ type: ApplicationCommandOptionType.String, autocomplete: true });
  const choices = await commands[0]?.complete?.({ app: large, option: 'topic', value: '25' });
  expect(choices).toEqual([{ name: 'Topic 25', value: 't25' }]);
});

it('the invite asks for what is needed', () => {
  const link = new URL(inviteLink('900000000000000001'));
  expect(link.searchParams.get('client_id')).toBe('900000000000000001');
  expect(link.searchParams.get('scope')).toBe('bot applications.commands');
  // Add Reactions, View Channels, Send Messages, Embed Links, Attach Files, Read Message History, Create Public Threads, Send Messages in Threads.
  expect(BigInt(link.searchParams.get('permissions') ?? 0)).toBe(
    (1n << 6n) |
      (1n << 10n) |
      (1n << 11n) |
      (1n << 14n) |
      (1n << 15n) |
      (1n << 16n) |
      (1n << 35n) |
      (1n << 38n),
  );
});

it('the application is read off the token', () => {
  const first = Buffer.from('900000000000000001').toString('base64').replace(/=+$/, '');
  expect(applicationIdOf(`${first}.Gabc.def`)).toBe('900000000000000001');
  expect(() => applicationIdOf('nonsense')).toThrow(UserError);
});
