import { REST, Routes } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import type { Change } from '../../src/discord-double/seen-changes.ts';
import { startDiscord } from '../../src/discord-double/discord.ts';
import { writtenMessage } from '../../src/discord-double/messages.ts';
import { IDS, user } from '../../src/discord-double/people.ts';

it('a message has one thread, in which the bot may write, under its own id', async () => {
  const person = user(IDS.person, 'Ada', false);
  const changes: Change[] = [];
  const discord = await startDiscord({
    token: 'token',
    person,
    fileUrl: (id) => id,
    onChange: (change) => changes.push(change),
  });
  onTestFinished(() => discord.stop());
  const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken('token');
  const { id } = writtenMessage('hello', { author: person, channelId: IDS.channel });
  const threads = Routes.threads(IDS.channel, id);
  await expect(rest.post(threads, { body: { name: 'Missiles' } })).rejects.toMatchObject({ code: 10008 });
  discord.say({ ...writtenMessage('hello', { author: person, channelId: IDS.channel }), id });
  await expect(rest.post(Routes.channelMessages(id), { body: { content: 'on' } })).rejects.toMatchObject({
    code: 10003,
  });
  expect(await rest.post(threads, { body: { name: 'Missiles' } })).toMatchObject({ id, name: 'Missiles' });
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'thread' }));
  await expect(rest.post(threads, { body: { name: 'Missiles' } })).rejects.toMatchObject({ code: 160004 });
  const on = await rest.post(Routes.channelMessages(id), { body: { content: 'on' } });
  expect(on).toMatchObject({ channel_id: id, content: 'on' });
});
