import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAID_OUT } from '../../src/discord-double/checks/check-components.ts';
import { checkMessage } from '../../src/discord-double/checks/check-message.ts';
import { startDiscord, type Discord } from '../../src/discord-double/discord.ts';
import { IDS, user } from '../../src/discord-double/people.ts';

const flags = LAID_OUT;
const text = (content: string) => ({ type: 10, content });
const button = (id: string) => ({ type: 2, style: 2, label: 'Context', custom_id: id });
const card = (...components: object[]) => ({ type: 17, accent_color: 0x5b7fa6, components });
const section = (accessory: object) => ({ type: 9, components: [text('where')], accessory });
const gallery = (url: string) => ({ type: 12, items: [{ media: { url }, description: 'a matrix' }] });
const file = (url: string) => ({ type: 13, file: { url } });
const row = (id: string) => ({ type: 1, components: [button(id)] });
const whole = [text('a heading'), card(text('words'), section(button('a'))), row('b')];

/** What Discord says of a message, in one line; null when it takes it. */
const refused = (...asked: Parameters<typeof checkMessage>): string | null => {
  const { errors } = checkMessage(...asked) ?? {};
  return errors === undefined ? null : JSON.stringify(errors);
};

describe('a message that is laid out by components', () => {
  it('is taken with texts, containers, sections, galleries and buttons', () => {
    expect(refused({ flags, components: whole })).toBeNull();
    expect(refused({ flags, components: [card(gallery('attachment://matrix.png'))] })).toBeNull();
    expect(refused({ flags, components: [file('attachment://all.csv')] })).toBeNull();
    expect(refused({ flags, components: [file('https://news.example/all.csv')] })).toContain('components');
  });

  it('takes no text and no embeds beside, and is not empty', () => {
    expect(refused({ flags, components: whole, content: 'words' })).toContain("'content' field");
    expect(refused({ flags, components: whole, embeds: [{ title: 'a' }] })).toContain("'embeds' field");
    expect(refused({ flags, components: whole, poll: {} })).toContain("'poll' field");
    expect(refused({ flags, components: [] })).toContain('components');
    expect(refused({ flags })).toContain('components');
  });

  it('is refused without its flag', () => {
    expect(refused({ components: whole })).toContain('components');
    expect(refused({ content: 'words', components: [row('b')] })).toBeNull();
  });

  it('has 40 components at most, those in others too, and 4,000 characters in all its texts', () => {
    const cards = (count: number) => Array.from({ length: count }, () => card(text('words')));
    expect(refused({ flags, components: cards(20) })).toBeNull();
    expect(refused({ flags, components: [...cards(20), text('one')] })).toContain('exceeds 40');
    const long = [text('x'.repeat(2000)), card(text('x'.repeat(2000)))];
    expect(refused({ flags, components: long })).toBeNull();
    expect(refused({ flags, components: [...long, text('x')] })).toContain('exceeds 4000');
  });

  it('has every custom id once, beside a text as below it', () => {
    expect(refused({ flags, components: [card(section(button('a'))), row('a')] })).toContain('duplicated');
  });

  it('has nothing empty, and no container in another', () => {
    for (const part of [text(''), card(), { type: 1, components: [] }, { type: 12, items: [] }])
      expect(refused({ flags, components: [part] })).toContain('components');
    expect(refused({ flags, components: [card(card(text('words')))] })).toContain('components');
  });
});

describe('an edit', () => {
  it('keeps the flag, and sends no text', () => {
    expect(refused({ flags, components: whole }, flags)).toBeNull();
    expect(refused({ attachments: [] }, flags)).toBeNull();
    expect(refused({ components: whole }, flags)).toContain('cannot be removed');
    expect(refused({ flags: 0 }, flags)).toContain('cannot be removed');
    expect(refused({ flags, components: whole, content: 'words' }, flags)).toContain("'content' field");
  });

  it('lays out what had text only where that is taken away', () => {
    expect(refused({ flags, components: whole, content: null, embeds: [] }, 0)).toBeNull();
    expect(refused({ flags, components: whole }, 0)).toContain('content');
    expect(refused({ flags, components: whole }, 128, true)).toBeNull();
  });
});

describe('a picture in a gallery', () => {
  let discord: Discord;
  let rest: REST;
  beforeAll(async () => {
    const person = user(IDS.person, 'Ada', false);
    discord = await startDiscord({ token: 'token', person, fileUrl: (id, name) => `/files/${id}/${name}` });
    rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken('token');
  });
  afterAll(() => discord.stop());
  const send = (name: string) =>
    rest.post(Routes.channelMessages(IDS.channel), {
      body: { flags, components: [card(gallery(`attachment://${name}`))] },
      files: [{ name: 'matrix.png', data: Buffer.from('bytes'), contentType: 'image/png' }],
    });

  const download = (name: string) =>
    rest.post(Routes.channelMessages(IDS.channel), {
      body: { flags, components: [file(`attachment://${name}`)] },
      files: [{ name: 'all.csv', data: Buffer.from('bytes'), contentType: 'text/csv' }],
    });

  it('has the address of its file', async () => {
    const url = expect.stringMatching(/^\/files\/\d+\/matrix\.png$/);
    expect(await send('matrix.png')).toMatchObject({
      flags,
      components: [{ components: [{ items: [{ media: { url }, description: 'a matrix' }] }] }],
    });
  });

  it('is a file to download besides, with its name and size', async () => {
    const url = expect.stringMatching(/^\/files\/\d+\/all\.csv$/);
    expect(await download('all.csv')).toMatchObject({
      components: [{ type: 13, name: 'all.csv', size: 5, file: { url } }],
    });
    await expect(download('other.csv')).rejects.toMatchObject({ code: 50035 });
  });

  it('is refused where no such file came', async () => {
    await expect(send('other.png')).rejects.toMatchObject({ code: 50035 });
  });
});
