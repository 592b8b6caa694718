import { EventEmitter } from 'node:events';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { SiteEnv } from '../../../src/web/env.ts';
import { createChangesSeen } from '../../../src/web/preview/changes-seen.ts';
import { writtenMessage } from '../../../src/discord-double/messages.ts';
import { IDS, user } from '../../../src/discord-double/people.ts';
import { createEvents } from '../../../src/web/preview/events.ts';

const person = user(IDS.person, 'Ada', false);
const messageOf = (content: string) => writtenMessage(content, { author: person, channelId: IDS.channel });

/** The server's side of a connection, as far as it matters here. */
class Connection extends EventEmitter {
  destroy(): void {
    this.emit('close');
  }
}

function start() {
  const conversation = createChangesSeen();
  const closing = new AbortController();
  const routes = new Hono<SiteEnv>();
  routes.get('/events', createEvents({ conversation, closing: closing.signal }));
  const open = async (method = 'GET') => {
    const connection = new Connection();
    const response = await routes.request('/events', { method }, { outgoing: connection });
    return { connection, response };
  };
  return { conversation, open };
}

it('what changes while a page reads the beginning comes behind it', async () => {
  const { conversation, open } = start();
  const messages = ['one', 'two', 'three', 'four', 'five'].map(messageOf);
  for (const message of messages) conversation.add({ kind: 'message', message });
  const { response } = await open();
  const [last] = messages.slice(-1);
  if (last) conversation.add({ kind: 'message', message: { ...last, content: 'mended' } });
  let text = '';
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString('utf8');
    if (text.includes('mended') && text.includes('ready')) break;
  }
  expect(text.match(/(?<="content":")\w+/g)).toEqual(['one', 'two', 'three', 'four', 'five', 'mended']);
});

it('a page too many is refused until another is closed', async () => {
  const { open } = start();
  const pages = await Promise.all(Array.from({ length: 50 }, () => open()));
  expect(pages.map(({ response }) => response.status)).toEqual(pages.map(() => 200));
  expect((await open()).response.status).toBe(503);
  await pages[0]?.response.body?.cancel();
  expect((await open()).response.status).toBe(200);
  expect((await open()).response.status).toBe(503);
});

it('who asks for the head alone takes no room', async () => {
  const { open } = start();
  for (let n = 0; n < 60; n++) (await open('HEAD')).connection.emit('close');
  expect((await open()).response.status).toBe(200);
});

it('a page that takes nothing is cut off', async () => {
  const { conversation, open } = start();
  const { connection } = await open();
  let isClosed = false;
  connection.once('close', () => (isClosed = true));
  const message = messageOf('again and again');
  for (let n = 0; n < 990; n++) conversation.add({ kind: 'message', message });
  expect(isClosed).toBe(false);
  for (let n = 0; n < 20; n++) conversation.add({ kind: 'message', message });
  expect(isClosed).toBe(true);
});
