import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '../../../src/web/preview/discord/people.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { runPreview } from '../../support/running-preview.ts';

let running: Awaited<ReturnType<typeof runPreview>>;
beforeAll(async () => {
  running = await runPreview();
});
afterAll(() => running.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const channel = IDS.channel;

function get(path: string): Promise<Response> {
  return fetch(`${running.address}/preview${path}`);
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${running.address}/preview/${path}`, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** The first thing the page is told, now or later, that `match` is true of. */
async function told(
  match: (change: any) => boolean,
): Promise<any> /* oxlint-disable-line typescript/no-explicit-any */ {
  const response = await fetch(`${running.address}/preview/events`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    const lines = text.split('\n\n');
    text = lines.pop() ?? '';
    const change = lines.map((line) => JSON.parse(line.replace(/^data: /, ''))).find(match);
    if (change === undefined) continue;
    await reader?.cancel();
    return change;
  }
  throw new Error('the stream ended');
}

const answered = (words: string) =>
  told(({ kind, message }) => kind === 'message' && JSON.stringify(message).includes(words));

describe('the preview’s page', () => {
  it('runs no script but its own, is framed by nobody, and asks nobody else', async () => {
    const response = await get('');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).not.toMatch(/<script(?! type="module" src=)|\son\w+=|style=/);
    const script = await get('/script.js');
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect((await get('/style.css')).headers.get('content-type')).toMatch(/^text\/css/);
    expect((await get('/avatars/nobody.svg')).status).toBe(404);
  });

  it('has the commands as the bot registered them, also when it did so before', async () => {
    const names = async (): Promise<string[]> =>
      (await (await get('/commands')).json()).map(({ name }: { name: string }) => name);
    const before = await names();
    expect(before).toContain('compare');
    const again = await runPreview(running.app);
    const response = await fetch(`${again.address}/preview/commands`);
    expect(await response.json()).toHaveLength(before.length);
    await again.stop();
  });

  it('offers questions out of the collection that the articles answer', async () => {
    const examples = await (await get('/examples')).json();
    expect(examples).toHaveLength(5);
    expect(examples[1]).toMatchObject({ command: 'compare', values: { topic: 'missiles' } });
    for (const { command, values } of examples.filter((one: object) => 'command' in one))
      expect((await post('command', { channel, name: command, values })).status).toBe(200);
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
    const sites = [{ origin: 'https://example.org' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }];
    for (const headers of sites as Record<string, string>[])
      expect((await post('message', message, headers)).status).toBe(403);
    expect((await post('message', message, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('message', message, { origin: running.address })).status).toBe(200);
  });

  it('is refused when it is too large, or no JSON, or not what was expected', async () => {
    const large = { ...message, content: 'x'.repeat(100_000) };
    expect((await post('message', large)).status).toBe(413);
    expect((await post('message', '{')).status).toBe(400);
    expect((await post('message', { ...message, content: 'x'.repeat(2001) })).status).toBe(400);
    expect((await post('message', { ...message, repliesTo: '12' })).body.error).toMatch(/no longer there/);
  });

  it('is refused with a sentence for commands, options and values that are not there', async () => {
    const command = (name: string, values: object) => post('command', { channel, name, values });
    const sentences = await Promise.all([
      command('nothing', {}),
      command('compare', {}),
      command('compare', { topic: 'weather' }),
      command('compare', { topic: 'missiles', colour: 'red' }),
      command('ask', { question: 'missiles?', private: 'yes' }),
      post('click', { message: '12', customId: 'more:1' }),
      post('form', { interaction: '12', fields: {} }),
    ]);
    expect(sentences.map(({ status }) => status)).toEqual(sentences.map(() => 400));
    expect(sentences.map(({ body }) => body.error)).toEqual([
      'There is no command /nothing; /help lists those that are there.',
      '/compare needs its option “topic”.',
      'The option “topic” of /compare takes one of the choices that it offers.',
      '/compare has no option “colour”.',
      'The option “private” of /ask is true or false.',
      'This message is no longer there.',
      'This form is no longer open; please click the button again.',
    ]);
  });
});

describe('what the bot does', () => {
  it('reaches the page: the answer takes the place of "thinking", with who used what', async () => {
    await post('command', { channel, name: 'compare', values: { topic: 'missiles' } });
    const { message } = await answered('on Missiles');
    expect(message).toMatchObject({ flags: 0, author: { username: 'Parley' }, edited_timestamp: null });
    expect(message.interaction).toMatchObject({ name: 'compare', user: { username: 'You' } });
  });

  it('answers mentions, and goes on in a reply without one', async () => {
    await post('message', { channel, content: `<@${IDS.bot}> US on missiles?`, repliesTo: null });
    const first = await told(
      ({ kind, message }) =>
        kind === 'message' &&
        message.author.bot &&
        message.referenced_message?.content.includes('US on missiles'),
    );
    await post('message', {
      channel,
      content: 'and what about NATO enlargement?',
      repliesTo: first.message.id,
    });
    await answered('going on with');
  });

  it('opens forms for who clicked, and takes them once', async () => {
    await post('command', { channel, name: 'position', values: { side: 'US', topic: 'missiles' } });
    const { message } = await answered('Attribution wrong?');
    const buttons = message.components.flatMap((row: { components: object[] }) => row.components);
    const { custom_id } = buttons.find(({ label }: { label: string }) => label === 'Attribution wrong?');
    const { body } = await post('click', { message: message.id, customId: custom_id });
    expect(body.form.title).toBe('Who really said it?');
    const filled = { interaction: body.interaction, fields: { speaker: 'Antony Blinken' } };
    expect((await post('form', filled)).status).toBe(200);
    const said = await answered('said by Antony Blinken');
    expect(said.message.flags).toBe(64);
    expect(await running.app.corrections()).toMatchObject([
      { speaker: 'Antony Blinken', by: { name: 'You' } },
    ]);
    expect((await post('form', filled)).status).toBe(400);
  });

  it('completes what is typed', async () => {
    const typed = { channel, name: 'speaker', values: { name: 'sher' }, focused: 'name' };
    const { body } = await post('autocomplete', typed);
    expect(body.choices).toEqual([{ name: 'Wendy Sherman · US · 2×', value: 'Wendy Sherman' }]);
  });

  it('checks the quotes of a message from its menu', async () => {
    await post('message', {
      channel,
      content: 'He said "offered the Russian side to continue talks".',
      repliesTo: null,
    });
    const { message } = await answered('He said');
    const name = 'Check quotes in this message';
    expect((await post('menu', { channel, name, message: message.id })).status).toBe(200);
    await told((change) => change.message?.interaction?.name === name && change.message.flags === 64);
  });

  it('is shown as an error when it breaks a limit of Discord', async () => {
    const rest = new REST({ api: running.preview.apiUrl, retries: 0 }).setToken(running.preview.token);
    const body = { content: 'x'.repeat(2001) };
    await expect(rest.post(Routes.channelMessages(channel), { body })).rejects.toMatchObject({ code: 50035 });
    const { problem } = await told(({ kind }) => kind === 'refused');
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
      const { message } = await answered(name);
      const response = await fetch(running.address + message.attachments[0].url);
      expect(response.headers.get('content-type')).toBe(shownAs);
      expect(await response.text()).toBe('bytes');
    }
    expect((await get('/files/1/nothing.png')).status).toBe(404);
  });
});
