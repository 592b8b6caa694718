import { expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { checkMessage } from '../../../src/discord-double/checks/check-message.ts';
import { renderBatch } from '../../../src/discord/render/render-batch.ts';
import { withReaderLinks } from '../../../src/discord/render/reader-links.ts';
import { renderFollows } from '../../../src/discord/render/render-follows.ts';
import type { Destination } from '../../../src/domain/follow.ts';
import type { ServerSettings } from '../../../src/discord/server-settings.ts';
import { IDS, OTHER_PERSON } from '../../support/discord/discord-payloads.ts';
import { createFakeApp, evidence } from '../../support/fake-app.ts';
import { createFakeCollections } from '../../support/fake-collections.ts';
import { botOfTest } from '../../support/discord/bot-of-test.ts';

type Teller = Parameters<App['tellArrivals']>[0];

/** The bot, and what brings batches to its Discord. */
async function run() {
  const app = createFakeApp();
  const teller = new Promise<Teller>((resolve) => {
    app.override.tellArrivals = async (one) => {
      resolve(one);
      return { sent: 0, isLeft: false };
    };
  });
  const running = await botOfTest({ app });
  return { ...running, teller: await teller };
}

const inChannel = (id: string): RegExp => new RegExp(`^/channels/${id}/messages$`);

const CHANNEL: Destination = {
  id: 1,
  kind: 'channel',
  place: IDS.channel,
  pace: 'at once',
  quiet: null,
  cursor: 0,
  pending: 3,
  due: null,
};
const batch = (fields: Partial<Destination> = {}) => ({
  destination: { ...CHANNEL, ...fields },
  nonce: 'parley-1-3',
  isAgain: false,
  quotes: [
    evidence({ n: 1, text: 'We offer 14 launchers' }),
    evidence({ n: 2, text: 'We offer 14 launchers', article: 'ndo', outlet: 'Nhan Dan Online' }),
  ],
  procedural: [evidence({ n: 3, text: 'Talks will continue on Monday', act: 'states' })],
});

it('/follow, /following and /unfollow begin, list and end what one is told', async () => {
  const { discord, app } = await run();
  const told = async (name: string, options = {}) => (await discord.slash(name, options).edited()).body;
  expect(
    (await told('follow', { topic: 'missiles', act: 'offers', pace: 'daily', quiet: '22-7' })).content,
  ).toBe(
    'Followed: who offers what on Missiles · daily · in direct messages · quiet 22-7. `/following` lists it, `/unfollow which:1` ends it.',
  );
  await told('follow', { side: 'US' });
  expect((await told('following')).cards[0].description).toBe(
    '**1** · who offers what on Missiles · daily · in direct messages · quiet 22-7\n**2** · what US says · at once · in direct messages',
  );
  expect((await told('unfollow', { which: 1 })).content).toContain('No longer followed: who offers');
  expect((await app.follows()).map(({ id }) => id)).toEqual([2]);
  expect((await told('follow', { side: 'US', topic: 'missiles' })).content).toContain('Name one of speaker');
  expect((await told('unfollow', { which: 9 })).content).toContain('You follow nothing with the number 9');
});

it('/following has the feed of each where the pages are reached, and cuts no address', async () => {
  const row = { id: 7, destination: 1, person: 'p', since: 0, kind: 'person', place: 'p' } as const;
  const rest = { pace: 'at once', quiet: null } as const;
  const app = createFakeApp();
  const follows = [
    { ...row, ...rest, subject: 'speaker', target: 'Anna & Co', act: 'offers' } as const,
    ...Array.from({ length: 39 }, (_, i) => ({
      ...row,
      ...rest,
      id: 8 + i,
      subject: 'speaker' as const,
      target: 'N'.repeat(300),
      act: null,
    })),
  ];
  const linked = withReaderLinks(
    { ...app, follows: () => Promise.resolve(follows) },
    'https://parley.example',
  );
  const [card] = renderFollows(await linked.follows(), app).cards ?? [];
  const lines = (card?.description ?? '').split('\n');
  expect(lines[0]).toContain('· [feed](https://parley.example/feed/rss?speaker=Anna%20%26%20Co&act=offers)');
  expect(lines.slice(0, -1).every((line) => line.endsWith(')'))).toBe(true);
  expect(lines.at(-1)).toBe(`and ${40 - (lines.length - 1)} more`);
  expect(lines.join('\n').length).toBeLessThanOrEqual(4096);
});

it('a message has the first quote first, the same words once, and what is but procedure below', async () => {
  const { teller, discord } = await run();
  expect(await teller.tell(batch())).toBe('told');
  const { body } = await discord.waitFor({ method: 'POST', path: inChannel(IDS.channel) });
  expect(body).toMatchObject({ nonce: 'parley-1-3', enforce_nonce: true, allowed_mentions: { parse: [] } });
  expect(body.content).toBe(
    '“We offer 14 launchers” — Wendy Sherman (US)\nand 2 more statements\n-# parley-1-3',
  );
  expect(body.cards).toHaveLength(2);
  expect(body.cards[0].description).toMatch(/\n-# also in Nhan Dan Online$/);
  expect(body.cards[0].description).toContain('11 Jan 2022');
  expect(body.cards[1]).toMatchObject({
    title: 'Besides',
    description: 'Talks will continue on Monday · The Messenger',
  });
});

it('a batch that was sent before is not sent again', async () => {
  const { teller, discord } = await run();
  const sent = () => discord.all({ method: 'POST', path: inChannel(IDS.channel) }).length;
  await teller.tell(batch());
  expect(await teller.tell({ ...batch(), isAgain: true })).toBe('told');
  expect(sent()).toBe(1);
  expect(await teller.tell({ ...batch(), nonce: 'parley-1-4', isAgain: true })).toBe('told');
  expect(sent()).toBe(2);
});

it('a digest has the matrix as a picture', async () => {
  const { teller, discord } = await run();
  await teller.tell(batch({ pace: 'daily' }));
  const { body, files } = await discord.waitFor({
    method: 'POST',
    path: inChannel(IDS.channel),
  });
  expect(body.cards[0].image.url).toBe('attachment://matrix.png');
  expect(files).toHaveLength(1);
  expect(body.content).toContain('daily digest');
});

it('a channel that is gone is said to be so, and who followed is told', async () => {
  const { teller, app, discord } = await run();
  expect(await teller.tell(batch({ place: '900000000000009999' }))).toEqual({ gone: 'the channel is gone' });
  const subject = { subject: 'side', target: 'US', act: null, person: IDS.person } as const;
  await app.follow({ ...subject, kind: 'channel', place: 'c', pace: 'at once', quiet: null });
  await teller.endOf(await app.follows(), 'the channel is gone');
  const { body } = await discord.waitFor({
    method: 'POST',
    path: inChannel(IDS.directChannel),
  });
  expect(body.content).toBe(
    'You are no longer told what US says: the channel is gone. /follow begins it anew.',
  );
});

const OTHER = 'f'.repeat(32);

/** The bot in a server that has a collection and reads it or another, and what brings its batches to Discord. */
async function runOwn(ties: (key: string) => Partial<ServerSettings>) {
  const app = createFakeApp();
  const { collections, apps } = createFakeCollections(app);
  const key = await collections.make();
  const own = apps.get(key);
  const teller = new Promise<Teller>((resolve) => {
    if (own)
      own.override.tellArrivals = async (one) => {
        resolve(one);
        return { sent: 0, isLeft: false };
      };
  });
  const running = await botOfTest({ app, collections, settings: ties(key) });
  const sent = (id: string) => running.discord.all({ method: 'POST', path: inChannel(id) }).length;
  return { teller: await teller, sent };
}
const read = (key: string) => ({ collections: [{ key, name: 'Strike' }], collection: key });

it('a server’s own collection is told in channels that read it, and to members of its server', async () => {
  const { teller, sent } = await runOwn(read);
  expect(await teller.tell(batch())).toBe('told');
  expect(await teller.tell(batch({ kind: 'person', place: IDS.person }))).toBe('told');
  expect([sent(IDS.channel), sent(IDS.directChannel)]).toEqual([1, 1]);
});

it('a server’s own collection is told no more in a channel that reads another, nor to who left the server', async () => {
  const { teller, sent } = await runOwn((key) => ({
    ...read(key),
    tied: [{ channel: IDS.channel, to: 'shared' }],
  }));
  expect(await teller.tell(batch())).toEqual({ gone: 'other articles are read there now' });
  expect(await teller.tell(batch({ kind: 'person', place: OTHER_PERSON.id }))).toEqual({
    gone: 'it is of a server that you are no longer in',
  });
  expect([sent(IDS.channel), sent(IDS.directChannel)]).toEqual([0, 0]);
});

it('a server’s own collection is told to nobody while no channel reads it, or its server is not there', async () => {
  const person = batch({ kind: 'person', place: IDS.person });
  const unread = await runOwn((key) => ({ ...read(key), collection: null }));
  expect(await unread.teller.tell(person)).toEqual({ gone: 'other articles are read there now' });
  const unknown = await runOwn(() => read(OTHER));
  expect(await unknown.teller.tell(person)).toBe('later');
  expect(unread.sent(IDS.directChannel) + unknown.sent(IDS.directChannel)).toBe(0);
});

/** An item that is long to show. */
const long = (n: number) =>
  evidence({ n, article: `a${n}`, speaker: `Speaker ${n}`, text: `${n} ${'*long* words '.repeat(400)}` });

it('a message stays within Discord’s limits, however long its quotes are', () => {
  const items = Array.from({ length: 5 }, (_, i) => long(i + 1));
  const reply = renderBatch(
    { pace: 'at once', nonce: 'parley-1-3', quotes: items, procedural: items },
    createFakeApp(),
  );
  expect(checkMessage(reply)).toBeNull();
  expect(reply.cards.length).toBe(6);
});
