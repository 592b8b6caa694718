import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDiscord, type Discord } from '../../src/discord-double/discord.ts';
import { IDS, user } from '../../src/discord-double/people.ts';

const PNG = Buffer.from('not really a picture, but bytes: \u0000\u00ff');

let discord: Discord;
let rest: REST;
beforeAll(async () => {
  discord = await startDiscord({
    token: 'token',
    person: user(IDS.person, 'Ada', false),
    fileUrl: (id, name) => `/files/${id}/${name}`,
  });
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken('token');
});
afterAll(() => discord.stop());

const chart = { name: 'chart.png', data: PNG, contentType: 'image/png' };
const route = Routes.channelMessages(IDS.channel);

function withChart(filename: string) {
  return {
    embeds: [{ image: { url: `attachment://${filename}` } }],
    attachments: [{ id: 0, description: 'Who said how much' }],
  };
}

describe('a message with a file', () => {
  it('is given back with where the file is, and the embed that shows it', async () => {
    const message = await rest.post(route, { body: withChart('chart.png'), files: [chart] });
    const url = expect.stringMatching(/^\/files\/\d+\/chart\.png$/);
    const description = 'Who said how much';
    expect(message).toMatchObject({
      attachments: [{ filename: 'chart.png', description, content_type: 'image/png', size: PNG.length, url }],
      embeds: [{ image: { url, description } }],
    });
    const { attachments } = discord.message(idOf(message)) ?? { attachments: [] };
    expect(Buffer.from(discord.file(attachments[0]?.id ?? '')?.bytes ?? [])).toEqual(PNG);
  });

  it('keeps the file when it is edited without a word of it, and loses it when it is left out', async () => {
    const message = await rest.post(route, { body: withChart('chart.png'), files: [chart] });
    const id = idOf(message);
    const [file] = discord.message(id)?.attachments ?? [];
    const edited = await rest.patch(Routes.channelMessage(IDS.channel, id), { body: { content: 'now' } });
    expect(edited).toMatchObject({ id, content: 'now', attachments: [file] });
    await rest.patch(Routes.channelMessage(IDS.channel, id), {
      body: { content: 'gone', embeds: [], attachments: [] },
    });
    expect(discord.message(id)?.attachments).toEqual([]);
    expect(discord.file(file?.id ?? '')).toBeUndefined();
  });

  it('is refused when an embed shows a file that did not come, or when it is too large', async () => {
    await expect(rest.post(route, { body: withChart('other.png'), files: [chart] })).rejects.toMatchObject({
      code: 50035,
    });
    const data = Buffer.alloc(10 * 1024 * 1024 + 1);
    await expect(rest.post(route, { body: {}, files: [{ ...chart, data }] })).rejects.toMatchObject({
      status: 413,
    });
  });
});

function idOf(message: unknown): string {
  return typeof message === 'object' && message !== null && 'id' in message ? String(message.id) : '';
}
