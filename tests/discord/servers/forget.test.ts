import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLeftServers, KEPT_DAYS } from '../../../src/discord/servers/left-servers.ts';
import { hasSettings, readSettings } from '../../../src/discord/server-settings.ts';
import { IDS, OTHER_PERSON } from '../../support/discord/discord-payloads.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { createFakeCollections } from '../../support/fake-collections.ts';
import { captureLog, runBot } from '../../support/discord/running-bot.ts';

const MANAGE = PermissionFlagsBits.ManageGuild;
const DAY_MS = 24 * 60 * 60 * 1000;

let app: ReturnType<typeof createFakeApp>;
let fake: ReturnType<typeof createFakeCollections>;
let running: Awaited<ReturnType<typeof runBot>>;

beforeEach(async () => {
  app = createFakeApp();
  fake = createFakeCollections(app);
  running = await runBot({ app, collections: fake.collections });
});
afterEach(() => running.stop());

const follow = { subject: 'topic', target: 'missiles', act: null, pace: 'daily', quiet: null } as const;
const parley = async (
  below: string,
  options: Record<string, string>,
  permissions = MANAGE,
): Promise<string> =>
  (await running.discord.subcommand('parley', below, options, permissions).edited()).body.content;

it('anybody has what is kept of them removed, in every collection, and nothing of others', async () => {
  await parley('collection', { new: 'Port strike' });
  const [own] = fake.apps.values();
  for (const one of [app, own])
    for (const person of [IDS.person, OTHER_PERSON.id])
      await one?.follow({ ...follow, person, kind: 'person', place: person });
  await running.discord.slash('ask', { question: 'which missiles?' }).edited();
  expect(await parley('forget', {}, 0n)).toMatch(/^Removed: 0 corrections and 2 follows of yours/);
  for (const one of [app, own])
    expect((await one?.follows())?.map(({ person }) => person)).toEqual([OTHER_PERSON.id]);
});

it('a collection that cannot be opened keeps nobody from being forgotten in the others', async () => {
  await parley('collection', { new: 'Damaged' });
  await parley('collection', { new: 'Port strike' });
  const [damaged, own] = fake.apps.values();
  if (damaged) vi.spyOn(damaged, 'forget').mockRejectedValue(new Error('damaged'));
  await own?.follow({ ...follow, person: IDS.person, kind: 'person', place: IDS.person });
  const told = await parley('forget', {}, 0n);
  expect(told).toMatch(/^Removed: .* 1 follow of yours.* 1 collection could not be reached/);
  expect(await own?.follows()).toEqual([]);
});

it('who manages a server has what it has removed: collections, settings, what its channels are told', async () => {
  await parley('collection', { new: 'Port strike' });
  await app.follow({ ...follow, person: OTHER_PERSON.id, kind: 'channel', place: IDS.channel });
  await app.follow({ ...follow, person: OTHER_PERSON.id, kind: 'channel', place: '900000000000000099' });
  expect(await parley('forget', { what: 'server' }, 0n)).toMatch(/^Only who may manage this server/);
  expect(await parley('forget', { what: 'server' })).toMatch(
    /^Removed: 1 collection .*1 follow of its channels\.$/,
  );
  expect(fake.apps.size).toBe(0);
  expect((await app.follows()).map(({ place }) => place)).toEqual(['900000000000000099']);
  expect((await readSettings(app, IDS.guild)).collections).toEqual([]);
});

it('what a server had that was left is kept for a while, also over restarts, and then removed', async () => {
  await parley('collection', { new: 'Port strike' });
  const { log } = captureLog();
  let here = [IDS.guild, '900000000000000091'] as string[];
  let time = Date.parse('2031-05-01T08:00:00Z');
  const lookNow = () =>
    createLeftServers({
      home: app,
      collections: fake.collections,
      present: () => here,
      log,
      now: () => new Date(time),
    }).look();
  await lookNow();
  here = [];
  await lookNow();
  time += (KEPT_DAYS - 1) * DAY_MS;
  await lookNow();
  expect(fake.apps.size).toBe(1);
  // Back in time: it begins anew when it leaves again.
  here = [IDS.guild];
  await lookNow();
  here = [];
  time += 2 * DAY_MS;
  await lookNow();
  expect(fake.apps.size).toBe(1);
  time += KEPT_DAYS * DAY_MS;
  await lookNow();
  expect(fake.apps.size).toBe(0);
  expect((await readSettings(app, IDS.guild)).collections).toEqual([]);
  expect(await app.note('discord.servers')).toBe('{}');
  expect(await hasSettings(app, '900000000000000091')).toBe(false);
});
