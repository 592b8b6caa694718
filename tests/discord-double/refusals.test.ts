import { REST, Routes } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { checkCommands } from '../../src/discord-double/checks/check-commands.ts';
import { checkFilled } from '../../src/discord-double/checks/check-filled.ts';
import { checkForm } from '../../src/discord-double/checks/check-form.ts';
import { startDiscord } from '../../src/discord-double/discord.ts';
import * as interactions from '../../src/discord-double/interactions.ts';
import { writtenMessage } from '../../src/discord-double/messages.ts';
import { IDS, timeOf, user } from '../../src/discord-double/people.ts';

const person = user(IDS.person, 'Ada', false);
const Message = z.looseObject({ id: z.string() });
const MINUTE_MS = 60_000;

async function start() {
  const discord = await startDiscord({ token: 'token', person, fileUrl: (id) => id });
  onTestFinished(() => discord.stop());
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken('token');
  return { discord, rest };
}

/** A command that somebody sent that long ago; ids may be ahead of the clock, since they only grow. */
function sentAgo(ms: number): interactions.InteractionPayload {
  const payload = interactions.slashCommand('help', [], { by: person });
  const older = BigInt(timeOf(payload.id) - Date.now() + ms);
  return { ...payload, id: String(BigInt(payload.id) - (older << 22n)) };
}

const command = (options: readonly object[], name = 'ask') => ({ name, description: 'Asks', options });
const option = (fields: object) => ({ name: 'question', description: 'What is asked', ...fields });
const ask = (fields: object) => checkCommands([command([option(fields)])]);

describe('a command is refused', () => {
  it.each([
    ['a length of what is no string', { type: 4, min_length: 1 }],
    ['a string with a least value', { type: 3, min_value: 1 }],
    ['more than 6,000 characters', { type: 3, max_length: 6001 }],
    ['no character at most', { type: 3, max_length: 0 }],
    ['a least length above the most', { type: 3, min_length: 3, max_length: 2 }],
  ])('for %s', (_, fields) => {
    expect(ask({ type: 3, min_length: 2, max_length: 6000 })).toBeNull();
    expect(ask(fields)).toMatchObject({ code: 50035 });
  });

  it('whose options are called the same', () => {
    const [first, second] = [option({ type: 3 }), option({ type: 3, name: 'other' })];
    expect(checkCommands([command([first, second])])).toBeNull();
    expect(checkCommands([command([first, first])])).toMatchObject({ code: 50035 });
    const below = { type: 1, name: 'below', description: 'Of its own' };
    expect(checkCommands([command([{ ...below, options: [first, first] }])])).toMatchObject({ code: 50035 });
  });

  it('that is called as another of its kind', () => {
    const menu = { type: 3, name: 'ask' };
    expect(checkCommands([command([]), menu])).toBeNull();
    expect(checkCommands([command([]), command([])])).toMatchObject({ code: 50035 });
  });
});

type Options = Readonly<Record<string, string | number>>;
const filled = (options: Options) => Object.entries(options).map(([name, value]) => ({ name, value }));
const sent = (count: number) => ({
  name: 'more',
  options: [{ name: 'below', options: filled({ count }) }],
});

describe('nobody can send a command', () => {
  const count = option({ type: 4, name: 'count', min_value: 1, max_value: 10 });
  const which = option({ type: 3, name: 'which', choices: [{ name: 'One', value: 'one' }] });
  const question = option({ type: 3, required: true, min_length: 2, max_length: 5 });
  const commands = [
    command([question, count, which]),
    command([{ type: 1, name: 'below', description: 'Of its own', options: [count] }], 'more'),
  ];

  it.each<Options>([
    { question: 'why' },
    { question: 'why', count: 1 },
    { question: 'why', count: 10, which: 'one' },
  ])('but one that fits: %j', (options) => {
    expect(checkFilled(commands, { name: 'ask', options: filled(options) })).toBeNull();
  });

  it.each<Options>([
    {},
    { question: 'y' },
    { question: 'why ever' },
    { question: 'why', count: 0 },
    { question: 'why', count: 11 },
    { question: 'why', count: 1.5 },
    { question: 'why', which: 'two' },
    { question: 'why', other: 'x' },
  ])('with what does not fit: %j', (options) => {
    expect(checkFilled(commands, { name: 'ask', options: filled(options) })).toEqual(expect.any(String));
  });

  it('with what does not fit below it', () => {
    expect(checkFilled(commands, sent(10))).toBeNull();
    expect(checkFilled(commands, sent(0))).toEqual(expect.any(String));
  });

  it('to the bot of a server', async () => {
    const discord = await startDiscord({
      token: 'token',
      person,
      fileUrl: (id) => id,
      registered: new Map([[null, commands]]),
    });
    onTestFinished(() => discord.stop());
    const send = (value: string) => {
      const one = { name: 'question', type: 3, value };
      discord.interact(interactions.slashCommand('ask', [one], { by: person }));
    };
    expect(() => send('why')).not.toThrow();
    expect(() => send('y')).toThrow('would not send');
  });
});

const input = (custom_id: string, fields: object = {}) => ({
  type: 18,
  label: 'Words',
  component: { type: 4, custom_id, style: 1, ...fields },
});
const form = (...components: readonly object[]) =>
  checkForm({ custom_id: 'form', title: 'Wrong?', components });
const menu = (...values: readonly string[]) => ({
  type: 18,
  label: 'Which',
  component: { type: 3, custom_id: 'menu', options: values.map((value) => ({ label: 'One', value })) },
});

describe('a form is refused', () => {
  it('with one custom id twice', () => {
    expect(form(input('a'), input('b'))).toBeNull();
    expect(form(input('a'), input('a'))).toMatchObject({ code: 50035 });
  });

  it('with a value twice in a menu', () => {
    expect(form(menu('a', 'b'))).toBeNull();
    expect(form(menu('a', 'a'))).toMatchObject({ code: 50035 });
  });

  it.each([{ value: 'x'.repeat(4001) }, { placeholder: 'x'.repeat(101) }, { min_length: 4001 }])(
    'with more in a field than fits',
    (fields) => {
      expect(form(input('a', fields))).toMatchObject({ code: 50035 });
    },
  );
});

it('the token of an interaction is good for 15 minutes, and the bot stays who it is after that', async () => {
  const { discord, rest } = await start();
  const reply = async ({ id, token }: interactions.InteractionPayload) => {
    await rest.post(Routes.interactionCallback(id, token), { body: { type: 5 }, auth: false });
    const body = { content: 'late' };
    return rest.patch(Routes.webhookMessage(IDS.application, token), { body, auth: false });
  };
  const [good, old] = [sentAgo(14 * MINUTE_MS), sentAgo(15 * MINUTE_MS + 1)];
  expect(timeOf(good.id) - timeOf(old.id)).toBeGreaterThanOrEqual(MINUTE_MS);
  discord.interact(good);
  discord.interact(old);
  expect(await reply(good)).toMatchObject({ content: 'late' });
  await expect(reply(old)).rejects.toMatchObject({ code: 50027, status: 401 });
  expect(await rest.get(Routes.user('@me'))).toMatchObject({ id: IDS.bot });
});

it('a message is edited by who wrote it, and where it stands', async () => {
  const { discord, rest } = await start();
  const theirs = writtenMessage('hello', { author: person, channelId: IDS.channel });
  discord.say(theirs);
  const body = { content: 'changed' };
  const edit = (channel: string, id: string) => rest.patch(Routes.channelMessage(channel, id), { body });
  await expect(edit(IDS.channel, theirs.id)).rejects.toMatchObject({ code: 50005 });
  const { id } = Message.parse(
    await rest.post(Routes.channelMessages(IDS.channel), { body: { content: 'mine' } }),
  );
  await expect(edit(IDS.directChannel, id)).rejects.toMatchObject({ code: 10008 });
  await expect(edit(IDS.channel, '1')).rejects.toMatchObject({ code: 10008 });
  expect(await edit(IDS.channel, id)).toMatchObject({ content: 'changed' });
});

it('a reaction is an emoji', async () => {
  const { rest } = await start();
  const react = (emoji: string) =>
    rest.put(Routes.channelMessageOwnReaction(IDS.channel, '1', encodeURIComponent(emoji)));
  for (const emoji of ['👀', '👍🏽', '❤️', 'parrot:900000000000000001']) await react(emoji);
  for (const emoji of ['eyes', ':eyes:', 'a👀'])
    await expect(react(emoji)).rejects.toMatchObject({ code: 10014 });
});

it('a thread has a name', async () => {
  const { discord, rest } = await start();
  const message = writtenMessage('hello', { author: person, channelId: IDS.channel });
  discord.say(message);
  for (const name of ['', 'x'.repeat(101)])
    await expect(
      rest.post(Routes.threads(IDS.channel, message.id), { body: { name } }),
    ).rejects.toMatchObject({ code: 50035 });
});
