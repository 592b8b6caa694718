import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import { startDiscord } from '../../src/discord-double/discord.ts';
import * as interactions from '../../src/discord-double/interactions.ts';
import { IDS, user } from '../../src/discord-double/people.ts';

const person = user(IDS.person, 'Ada', false);

async function start() {
  const discord = await startDiscord({ token: 'token', person, fileUrl: (id) => id });
  onTestFinished(() => discord.stop());
  return discord;
}

/** Somebody who connects to the gateway, as any page in a browser can; `names` is what they were told. */
async function connect(apiUrl: string) {
  const socket = new WebSocket(new URL('/', apiUrl.replace('http', 'ws')), {
    origin: 'https://evil.example',
  });
  const names: unknown[] = [];
  socket.on('message', (data: RawData) => {
    const text = Buffer.isBuffer(data) ? data.toString('utf8') : '{}';
    names.push(/"t":"?(\w+)/.exec(text)?.[1]);
  });
  await once(socket, 'message');
  return {
    names,
    /** The code that the connection is closed with after this was sent. */
    async closedBy(sent: string | object): Promise<unknown> {
      socket.send(typeof sent === 'string' ? sent : JSON.stringify(sent));
      return (await once(socket, 'close'))[0];
    },
  };
}

it.each(['no JSON', '{}', '{"op":"two"}', '[]', 'null'])(
  'what is no packet ends its own connection alone: %s',
  async (sent) => {
    const { apiUrl } = await start();
    expect(await (await connect(apiUrl)).closedBy(sent)).toBe(4002);
  },
);

it('a packet larger than Discord takes ends its own connection alone', async () => {
  const { apiUrl } = await start();
  expect(await (await connect(apiUrl)).closedBy({ op: 1, d: 'x'.repeat(5000) })).toBe(1009);
});

it.each([
  ['IDENTIFY', { op: 2, d: { token: 'another', intents: 0 } }],
  ['IDENTIFY', { op: 2, d: null }],
  ['RESUME', { op: 6, d: { token: 'another', session_id: 'session-1', seq: 0 } }],
  ['RESUME', { op: 6, d: null }],
])('nobody is told anything without the token: %s %j', async (_, packet) => {
  const discord = await start();
  discord.dispatch('MESSAGE_CREATE', { content: 'a question' });
  const other = await connect(discord.apiUrl);
  expect(await other.closedBy(packet)).toBe(4004);
  expect(other.names).toEqual(['null']);
});

it('a body larger than Discord takes is refused without being read', async () => {
  const { apiUrl } = await start();
  const body = 'x'.repeat(10 * 1024 * 1024 + 1);
  expect((await fetch(`${apiUrl}/v10/users/@me`, { method: 'POST', body })).status).toBe(413);
});

it('who knows the ids of interactions cannot tell their tokens', () => {
  const payload = interactions.slashCommand('help', [], { by: person });
  const { id, token } = payload;
  const near = [-2n, -1n, 0n, 1n, 2n].map((step) => String(BigInt(id) + step));
  expect(near.filter((one) => token.includes(one))).toEqual([]);
});
