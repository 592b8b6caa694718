import { DiscordAPIError } from 'discord.js';
import { expect, it } from 'vitest';
import { createAdditions, type Addition } from '../../../src/discord/messages/addition.ts';
import { createReply } from '../../../src/discord/reply.ts';
import { captureLog } from '../../support/discord/running-bot.ts';

const NEXT = createReply('with text');
const READ = { question: 'What did Russia answer?' };

/** What becomes of one message, and in which order. */
function start() {
  const events: string[] = [];
  const captured = captureLog();
  const additions = createAdditions({ journal: { claimsDropped: () => undefined }, log: captured.log });
  const addition: Addition = {
    messageId: '1',
    about: { command: 'ask', server: null },
    reply: { ...createReply('quotes'), later: async () => ({ reply: NEXT, dropped: [], read: READ }) },
    onRead: async () => void events.push('read'),
    edit: async () => events.push('edited'),
  };
  return { additions, addition, events, lines: captured.lines };
}

it('tells what the question was read as before it edits', async () => {
  const { additions, addition, events } = start();
  await additions.await(addition);
  expect(events).toEqual(['read', 'edited']);
});

it('does not edit a message that shows something else by then', async () => {
  const { additions, addition, events } = start();
  await additions.await({ ...addition, onRead: () => additions.leave('1') });
  expect(events).toEqual([]);
});

it('lets nothing else be shown before an edit that is under way has arrived', async () => {
  const { additions, addition, events } = start();
  let left: Promise<void> | undefined;
  await additions.await({
    ...addition,
    async edit() {
      await new Promise((resolve) => setImmediate(resolve));
      left = additions.leave('1').then(() => void events.push('left'));
      await new Promise((resolve) => setImmediate(resolve));
      events.push('edited');
    },
  });
  await left;
  expect(events).toEqual(['read', 'edited', 'left']);
});

it('leaves a message that was deleted meanwhile', async () => {
  const { additions, addition, lines } = start();
  const gone = { code: 10008, message: 'Unknown Message' };
  await additions.await({
    ...addition,
    edit: () => Promise.reject(new DiscordAPIError(gone, 10008, 404, 'PATCH', '/channels/1/messages/1', {})),
  });
  await additions.leave('1');
  expect(lines().map(({ msg, level }) => [msg, level])).toEqual([['nothing was added to an answer', 40]]);
});
