import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '../../../src/discord-double/people.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { createPreviewClient } from '../../support/pages/preview-client.ts';
import { runPreview } from '../../support/pages/running-preview.ts';
import { LAID_OUT } from '../../../src/discord-double/checks/check-components.ts';
import { buttonsOf } from '../../support/discord/read-cards.ts';

let running: Awaited<ReturnType<typeof runPreview>>;
let page: ReturnType<typeof createPreviewClient>;
beforeAll(async () => {
  running = await runPreview();
  page = createPreviewClient(running.address);
});
afterAll(() => running.stop());

const channel = IDS.channel;

describe('the preview’s page', () => {
  it('runs no script but its own, is framed by nobody, and asks nobody else', async () => {
    const response = await page.get('');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).not.toMatch(/<script(?! type="module" src=)|\son\w+=|style=/);
    const script = await page.get('/script.js');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await page.get('/style.css')).headers.get('content-type')).toMatch(/^text\/css/);
    expect((await page.get('/avatars/nobody.svg')).status).toBe(404);
  });

  it('has the commands as the bot registered them, also when it did so before', async () => {
    const before = await page.json('/commands');
    expect(before.map(({ name }: { name: string }) => name)).toContain('compare');
    const again = await runPreview(running.app);
    const response = await fetch(`${again.address}/preview/commands`);
    expect(await response.json()).toHaveLength(before.length);
    await again.stop();
  });

  it('offers questions out of the collection that the articles answer', async () => {
    const examples = await page.json('/examples');
    expect(examples).toHaveLength(5);
    expect(examples[1]).toMatchObject({ command: 'compare', values: { topic: 'missiles' } });
    for (const { command, values } of examples.filter((one: object) => 'command' in one))
      expect((await page.post('command', { channel, name: command, values })).status).toBe(200);
  });

  it('has something to click also where nothing is said', async () => {
    const empty = await runPreview(createFakeApp([]));
    const response = await fetch(`${empty.address}/preview/examples`);
    expect(await response.json()).toEqual([{ label: '/help', command: 'help', values: {} }]);
    await empty.stop();
  });
});

describe('what the page sends', () => {
  const message = { channel, content: 'hello', repliesTo: null };

  it('is taken from its own page only, as JSON', async () => {
    const sites: readonly Record<string, string>[] = [
      { origin: 'https://example.org' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ];
    for (const headers of sites) expect((await page.post('message', message, headers)).status).toBe(403);
    for (const type of [
      'text/plain',
      'application/json-evil',
      'application/jsonx',
      'json',
      'text/json; a="application/json',
    ])
      expect((await page.post('message', message, { 'content-type': type })).status).toBe(415);
    expect((await page.post('message', message, { origin: running.address })).status).toBe(200);
  });

  it('is refused when it is too large, or no JSON, or not what was expected', async () => {
    const large = { ...message, content: 'x'.repeat(70_000) };
    expect((await page.post('message', large)).status).toBe(413);
    expect((await page.post('message', '{')).status).toBe(400);
    expect((await page.post('message', { ...message, content: 'x'.repeat(2001) })).status).toBe(400);
    expect((await page.post('message', { ...message, repliesTo: '12' })).body.error).toMatch(
      /no longer there/,
    );
  });

  it('is refused with a sentence for commands, options and values that are not there', async () => {
    const command = (name: string, values: object) => page.post('command', { channel, name, values });
    const sentences = await Promise.all([
      command('nothing', {}),
      command('compare', {}),
      command('export', { format: 'doc' }),
      command('compare', { topic: 'missiles', colour: 'red' }),
      command('ask', { question: 'missiles?', private: 'yes' }),
      page.post('command', { channel: '12', name: 'help', values: {} }),
      page.post('click', { message: '12', customId: 'more:1' }),
      page.post('form', { interaction: '12', fields: {} }),
    ]);
    expect(sentences.map(({ status }) => status)).toEqual(sentences.map(() => 400));
    expect(sentences.map(({ body }) => body.error)).toEqual([
      'There is no command /nothing; /help lists those that are there.',
      '/compare needs its option “topic”.',
      'The option “format” of /export takes one of the choices that it offers.',
      '/compare has no option “colour”.',
      'The option “private” of /ask is true or false.',
      'This channel is not there.',
      'This message is no longer there.',
      'This form is no longer open; please click the button again.',
    ]);
  });
});

describe('what the bot does', () => {
  it('reaches the page: the answer takes the place of "thinking", with who used what', async () => {
    await page.post('command', { channel, name: 'compare', values: { topic: 'missiles' } });
    const { message } = await page.answered('Missiles, compared');
    expect(message).toMatchObject({
      flags: LAID_OUT,
      author: { username: 'Parley' },
      edited_timestamp: null,
    });
    expect(message.interaction).toMatchObject({ name: 'compare', user: { username: 'You' } });
  });

  it('shows the settings of the server, which the visitor manages', async () => {
    await page.post('command', {
      channel,
      name: 'parley',
      subcommand: 'settings',
      values: { private: false },
    });
    const { message } = await page.told(
      ({ message: one }) => one?.interaction?.name === 'parley' && one.components.length > 0,
    );
    expect(JSON.stringify(message.components)).not.toContain('Only who may manage');
  });

  it('answers mentions, and goes on in a reply without one', async () => {
    await page.post('message', { channel, content: `<@${IDS.bot}> US on missiles?`, repliesTo: null });
    const first = await page.told(
      ({ kind, message }) =>
        kind === 'message' &&
        message.author.bot &&
        message.referenced_message?.content.includes('US on missiles'),
    );
    await page.post('message', {
      channel,
      content: 'and what about NATO enlargement?',
      repliesTo: first.message.id,
    });
    await page.answered('going on with');
  });

  it('opens forms for who clicked, and takes them once', async () => {
    await page.post('command', { channel, name: 'position', values: { side: 'US', topic: 'missiles' } });
    const { message } = await page.answered('Wrong?');
    const customId = buttonsOf(message.components).find(({ label }) => label === 'Wrong?')?.custom_id;
    const { body } = await page.post('click', { message: message.id, customId });
    expect(body.form.title).toBe('Who really said it?');
    const filled = { interaction: body.interaction, fields: { speaker: 'Antony Blinken' } };
    expect((await page.post('form', filled)).status).toBe(200);
    const said = await page.answered('said by Antony Blinken');
    expect(said.message.flags).toBe(LAID_OUT | 64);
    expect(await running.app.corrections()).toMatchObject([
      { speaker: 'Antony Blinken', by: { name: 'You' } },
    ]);
    expect((await page.post('form', filled)).status).toBe(400);
  });

  it('completes what is typed', async () => {
    const typed = { channel, name: 'speaker', values: { name: 'sher' }, focused: 'name' };
    const { body } = await page.post('autocomplete', typed);
    expect(body.choices).toEqual([{ name: 'Wendy Sherman · US · 2×', value: 'Wendy Sherman' }]);
  });

  it('checks the quotes of a message from its menu', async () => {
    await page.post('message', {
      channel,
      content: 'He said "offered the Russian side to continue talks".',
      repliesTo: null,
    });
    const { message } = await page.answered('He said');
    const name = 'Check quotes in this message';
    expect((await page.post('menu', { channel, name, message: message.id })).status).toBe(200);
    await page.told(
      (change) => change.message?.interaction?.name === name && change.message.flags === (LAID_OUT | 64),
    );
  });

  it('is shown as an error when it breaks a limit of Discord', async () => {
    const rest = new REST({ api: running.preview.apiUrl, retries: 0 }).setToken(running.preview.token);
    const body = { content: 'x'.repeat(2001) };
    await expect(rest.post(Routes.channelMessages(channel), { body })).rejects.toMatchObject({ code: 50035 });
    const { problem } = await page.told(({ kind }) => kind === 'refused');
    expect(problem.message).toBe('Invalid Form Body');
    expect(Object.keys(problem.errors)).toEqual(['content']);
  });

  it('may have files: pictures are shown, others are only ever saved', async () => {
    const rest = new REST({ api: running.preview.apiUrl, retries: 0 }).setToken(running.preview.token);
    for (const [contentType, shownAs] of [
      ['image/png', 'image/png'],
      ['image/svg+xml', 'application/octet-stream'],
      ['text/html', 'application/octet-stream'],
    ] as const) {
      const name = `file of ${contentType.replace('/', ' ')}`;
      await rest.post(Routes.channelMessages(channel), {
        body: { content: name },
        files: [{ name: 'file', data: Buffer.from('bytes'), contentType }],
      });
      const { message } = await page.answered(name);
      const response = await fetch(running.address + message.attachments[0].url);
      expect(response.headers.get('content-type')).toBe(shownAs);
      expect(await response.text()).toBe('bytes');
    }
    expect((await page.get('/files/1/nothing.png')).status).toBe(404);
  });
});
