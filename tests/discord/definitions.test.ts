import { ApplicationCommandOptionType } from 'discord.js';
import { expect, it } from 'vitest';
import { definition, messageDefinition } from '../../src/discord/commands/command.ts';
import { commands, messageCommands } from '../../src/discord/commands/index.ts';
import { inviteLink, applicationIdOf } from '../../src/discord/invite.ts';
import { UserError } from '../../src/errors.ts';
import { checkCommands } from '../../src/discord-double/checks/check-commands.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { runBot } from '../support/running-bot.ts';

const app = createFakeApp();

it('the list, what is registered and what help tells agree', async () => {
  const running = await runBot({ app });
  const registered = (await running.discord.waitFor({ method: 'PUT' })).body;
  const told = (await running.discord.slash('help').edited()).body.embeds[0].description;
  await running.stop();
  expect(registered).toEqual([
    ...commands.map((command) => definition(command, app)),
    ...messageCommands.map(messageDefinition),
  ]);
  for (const { name } of messageCommands) expect(told).toContain(name);
  const lines = [...told.matchAll(/^\*\*\/(\S+)\*\* · (.*)$/gm)].map(([, name, description]) => ({
    name,
    description,
  }));
  expect(lines).toEqual(commands.map(({ name, description }) => ({ name, description })));
});

const numbers = Array.from({ length: 26 }, (_, i) => i);
const large = {
  ...app,
  sides: numbers.map((i) => ({ id: `s${i}`, label: `Side ${i}`, names: [], adjectives: [] })),
  topics: numbers.map((i) => ({ id: `t${i}`, label: `Topic ${i}`, description: '', words: [] })),
};

it('what completes says so, and what says so completes', async () => {
  for (const command of commands) {
    const completing = command
      .options(large)
      .filter((option) => 'autocomplete' in option && option.autocomplete);
    expect(command.complete !== undefined).toBe(completing.length > 0);
    for (const { name: option } of completing)
      expect(await command.complete?.({ app: large, option, value: '' })).not.toEqual([]);
  }
});

it('more sides or topics than a list of choices holds are completed while one types', async () => {
  const bodies = commands.map((command) => definition(command, large));
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
