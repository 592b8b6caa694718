import { PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import * as interactions from '../../../../src/discord-double/interactions.ts';
import { storedMessage } from '../../../../src/discord-double/messages.ts';
import type { FoundArticle } from '../../../../src/domain/change/source-report.ts';
import { beginJob, readJobs } from '../../../../src/discord/commands/source/jobs.ts';
import { runJob } from '../../../../src/discord/commands/source/run-job.ts';
import { takeUpJobs } from '../../../../src/discord/commands/source/take-up-jobs.ts';
import { linksIn } from '../../../../src/discord/commands/source/add-to-articles.ts';
import { isEphemeral } from '../../../support/discord/discord-double.ts';
import { IDS, OTHER_PERSON, PERSON } from '../../../support/discord/discord-payloads.ts';
import { createFakeApp } from '../../../support/fake-app.ts';
import { botOfTest } from '../../../support/discord/bot-of-test.ts';
import { captureLog } from '../../../support/discord/running-bot.ts';
import { createFakeCollections } from '../../../support/fake-collections.ts';

const MANAGER = PermissionFlagsBits.ManageGuild;
const ARTICLE: FoundArticle = {
  id: 'quota-1a2b3c',
  title: 'Ministers *divide* the quota',
  outlet: 'Harbour Post',
  published: '2026-03-02',
  partial: 'a pay wall ends it',
  copyOf: 'other',
  statements: 3,
  speakers: [
    { name: 'Wendy Sherman', side: 'US', statements: 2 },
    { name: 'Per Dahl', side: null, statements: 1 },
  ],
};
const nothing = { reason: null, notes: [] };

it('who adds is told at once that it is read, then what was found, what is there already and what was not read', async () => {
  const { discord, app } = await botOfTest();
  const named: unknown[] = [];
  app.override.addSources = async (names, options) => {
    named.push(names, options?.corrects);
    return {
      stopped: false,
      sources: [
        { ...nothing, from: 'https://a.example/1', outcome: 'added', article: ARTICLE },
        {
          ...nothing,
          from: 'https://a.example/2',
          outcome: 'duplicate',
          reason: 'https://a.example/2 has the very text of the article "x": it is not read a second time.',
          article: null,
        },
        { ...nothing, from: 'https://a.example/rss', outcome: 'feed', article: null },
      ],
    };
  };
  const sent = discord.subcommand('source', 'add', { url: 'https://a.example/1', corrects: 'x' }, MANAGER);
  expect(isEphemeral((await sent.callback()).body.data)).toBe(true);
  const { body } = await sent.edited();
  expect(body.content).toBe('Articles: 1 added, 1 there already.');
  const [{ description }] = body.cards;
  expect(description).toContain('**Ministers \\*divide\\* the quota** · Harbour Post · 2 Mar 2026');
  expect(description).toContain('3 statements by 2 speakers: Wendy Sherman (US), Per Dahl.');
  expect(description).toContain('Without a side: Per Dahl');
  expect(description).toContain('**Not the whole article**: a pay wall ends it.');
  expect(description).toContain('mostly the words of `other`');
  expect(description).toContain('very text');
  expect(description).toContain('This feed is followed');
  expect(named).toEqual([['https://a.example/1'], 'x']);
  await expect.poll(() => readJobs(app)).toEqual([]);
});

it('only those may who manage the server, and roles that the settings name', async () => {
  const { discord, app } = await botOfTest({ settings: { editors: [IDS.botRole] } });
  const added: unknown[] = [];
  app.override.addSources = async (names) => {
    added.push(...names);
    return { sources: [], stopped: false };
  };
  const refused = await discord.subcommand('source', 'add', { url: 'https://a.example/' }, 0n).edited();
  expect(refused.body.content).toContain('Only who may manage this server');
  expect(
    (await discord.subcommand('source', 'remove', { article: 'ndo' }, 0n).edited()).body.content,
  ).toContain('Only who may manage');
  const chosen = interactions.slashCommand(
    'source',
    [{ name: 'add', type: 1, options: [{ name: 'url', type: 3, value: 'https://b.example/' }] }],
    { by: PERSON, permissions: 0n },
  );
  const withRole =
    'member' in chosen ? { ...chosen, member: { ...chosen.member, roles: [IDS.botRole] } } : chosen;
  await discord.interact(withRole).edited();
  expect(added).toEqual(['https://b.example/']);
  const listed = await discord.subcommand('source', 'list', {}, 0n).edited();
  expect(listed.body.cards[0].description).toContain('`messenger`');
});

it('roles that the settings name add to a collection of the server’s own', async () => {
  const fake = createFakeCollections(createFakeApp());
  const { discord } = await botOfTest({
    app: createFakeApp(),
    collections: fake.collections,
    settings: { editors: [IDS.botRole] },
  });
  await discord.subcommand('parley', 'collection', { new: 'Port strike' }, MANAGER).edited();
  const added: unknown[] = [];
  for (const own of fake.apps.values())
    own.override.addSources = async (names) => {
      added.push(...names);
      return { sources: [], stopped: false };
    };
  const by = { by: PERSON, permissions: 0n };
  const url = { name: 'url', type: 3, value: 'https://b.example/' };
  const message = storedMessage({ author: OTHER_PERSON, content: 'https://c.example/' });
  for (const sent of [
    interactions.slashCommand('source', [{ name: 'add', type: 1, options: [url] }], by),
    interactions.messageCommand('Add to the articles', message, by),
  ]) {
    expect((await discord.interact(sent).edited()).body.content).toContain('Only who may manage');
    const anew = { ...sent, id: `${sent.id}1`, token: `${sent.token}1` };
    const withRole = 'member' in anew ? { ...anew, member: { ...anew.member, roles: [IDS.botRole] } } : anew;
    await discord.interact(withRole).edited();
  }
  expect(added).toEqual(['https://b.example/', 'https://c.example/']);
});

it('an attached file and everything in a message is handed over by its name', async () => {
  const { discord, app } = await botOfTest();
  const added: unknown[] = [];
  app.override.addSources = async (names) => {
    added.push(...names);
    return { sources: [], stopped: false };
  };
  const file = {
    id: '900000000000000055',
    filename: 'terms.pdf',
    size: 1000,
    url: 'https://files.example/terms.pdf?x=1',
    proxy_url: 'https://files.example/terms.pdf',
  };
  const payload = interactions.slashCommand(
    'source',
    [{ name: 'add', type: 1, options: [{ name: 'file', type: 11, value: file.id }] }],
    { by: PERSON, permissions: MANAGER },
  );
  const attached = (size: number) => ({ attachments: { [file.id]: { ...file, size } } });
  await discord.interact({ ...payload, data: { ...payload.data, resolved: attached(1000) } }).edited();
  const again = interactions.slashCommand('source', [], { by: PERSON, permissions: MANAGER });
  const large = { ...again, data: { ...payload.data, resolved: attached(11e6) } };
  expect((await discord.interact(large).edited()).body.content).toContain('at most 10 MB are read');
  const target = storedMessage({
    author: OTHER_PERSON,
    content: 'Both (https://a.example/x) and <https://b.example/y>, https://a.example/x.',
    attachments: [file],
  });
  await discord
    .interact(
      interactions.messageCommand('Add to the articles', target, { by: PERSON, permissions: MANAGER }),
    )
    .edited();
  const handedOver = { name: 'terms.pdf', url: file.url };
  expect(added).toEqual([handedOver, 'https://a.example/x', 'https://b.example/y', handedOver]);
});

it.each([
  [
    'https://en.example/wiki/A_(b), and http://c.example/?q=1.',
    ['https://en.example/wiki/A_(b)', 'http://c.example/?q=1'],
  ],
  ['[text](https://d.example/z) ftp://e.example', ['https://d.example/z']],
  ['nothing', []],
])('the links of %j', (text, links) => expect(linksIn(text)).toEqual(links));

it('what is taken out is told; a feed is followed no longer; what there is none of has something near', async () => {
  const { discord, app } = await botOfTest();
  app.override.retract = async ([id = ''], by) =>
    id === 'ndo'
      ? [{ id, removed: true, statements: 2, corrections: 0, nearest: [], by }]
      : [{ id, removed: false, statements: 0, corrections: 0, nearest: ['ndo'] }];
  app.override.dropFeed = async (url) => url === 'https://a.example/rss';
  app.override.feeds = async () => ['https://a.example/rss'];
  const told = async (article: string) =>
    (await discord.subcommand('source', 'remove', { article }, MANAGER).edited()).body.content;
  expect(await told('ndo')).toContain('Taken out: ndo, with 2 statements');
  expect(await told('https://a.example/rss')).toContain('is followed no longer');
  expect(await told('nod')).toContain('There is no article or feed “nod”; did you mean “ndo”?');
});

it('what was being added when the process ended is taken up, and its message edited', async () => {
  const app = createFakeApp();
  let tries = 0;
  app.override.addSources = async () => {
    tries++;
    return { sources: [{ ...nothing, from: 'x', outcome: 'added', article: ARTICLE }], stopped: false };
  };
  const answer = { applicationId: IDS.application, token: 'answer-of-before' };
  const { process: _, ...begun } = await beginJob(app, { names: ['x'], corrects: null }, answer);
  // One of a version that did not say which process.
  await app.setNote('discord.jobs', JSON.stringify([begun]));
  const { discord, logged } = await botOfTest({ app });
  await logged('took up what was being added', 1);
  const told = await discord.waitFor({
    method: 'PATCH',
    path: /answer-of-before\/messages\/@original$/,
  });
  expect(told.body.content).toBe('Articles: 1 added.');
  expect(tries).toBe(1);
  await expect.poll(() => readJobs(app)).toEqual([]);
});

const leftJob = (name: string, tries: number) => ({ names: [name], corrects: null, key: name, tries });

it('what was begun often waits, longer each time, behind the others, and is never given up', async () => {
  const app = createFakeApp();
  const order: string[] = [];
  app.override.addSources = async (names) => {
    order.push(...names.map(String));
    return { sources: [], stopped: false };
  };
  await app.setNote(
    'discord.jobs',
    JSON.stringify([leftJob('fifty', 50), leftJob('four', 4), leftJob('once', 1)]),
  );
  const wait = async (ms: number) => void order.push(String(ms));
  const rest = { patch: async () => undefined };
  await takeUpJobs({ app, rest, log: captureLog().log, wait }, new AbortController().signal);
  expect(order).toEqual(['once', '10000', 'four', '600000', 'fifty']);
  expect(await readJobs(app)).toEqual([]);
});

it('to add and to check are questions that count; to list and to take out is free', async () => {
  const { discord } = await botOfTest({ settings: { perUser: 2 } });
  const url = 'https://a.example/';
  const told = async (subcommand: string, options: Record<string, string>) => {
    const asked = discord.subcommand('source', subcommand, options, MANAGER);
    return JSON.stringify((await asked.callback()).body.data);
  };
  await discord.subcommand('source', 'check', { url }, MANAGER).edited();
  await discord.subcommand('source', 'add', { url }, MANAGER).edited();
  expect(await told('check', { url })).toContain('You asked 2 questions in a minute');
  expect(await told('add', { url })).toContain('You asked 2 questions in a minute');
  expect(await told('list', {})).not.toContain('in a minute');
  expect(await told('remove', { article: 'ndo' })).not.toContain('in a minute');
});

it('a server has two sources read at a time, and the next one when one of them is done', async () => {
  const { discord, app } = await botOfTest();
  const ends: (() => void)[] = [];
  app.override.checkSources = () => new Promise((resolve) => ends.push(() => resolve([])));
  const ask = (subcommand: string) =>
    discord.subcommand('source', subcommand, { url: 'https://a.example/' }, MANAGER).edited();
  const [first, second] = [ask('check'), ask('check')];
  await expect.poll(() => ends.length).toBe(2);
  expect((await ask('add')).body.content).toMatch(
    /^This server has 2 readings of articles under way[^.]+\.$/,
  );
  for (const end of ends) end();
  await Promise.all([first, second]);
  expect((await ask('add')).body.content).not.toContain('under way');
});

it('what this process is adding is not begun a second time, and what is stopped while it is taken up stays', async () => {
  const app = createFakeApp();
  const stopping = new AbortController();
  const begun: unknown[] = [];
  app.override.addSources = async (names) => {
    begun.push(...names);
    stopping.abort();
    return { sources: [], stopped: true };
  };
  const live = await beginJob(app, { names: ['live'], corrects: null }, undefined);
  const left = { ...live, key: 'left', names: ['left'], process: 'that ended' };
  await app.setNote('discord.jobs', JSON.stringify([live, left]));
  const told: unknown[] = [];
  const rest = { patch: async (route: string) => void told.push(route) };
  await takeUpJobs({ app, rest, log: captureLog().log }, stopping.signal);
  expect(begun).toEqual(['left']);
  expect((await readJobs(app)).map(({ key, tries }) => [key, tries])).toEqual([
    [live.key, 1],
    ['left', 2],
  ]);
  app.override.addSources = async () => Promise.reject(new Error('aborted'));
  await expect(runJob({ app, signal: stopping.signal }, left)).rejects.toThrow('aborted');
  expect(await readJobs(app)).toHaveLength(2);
  expect(told).toEqual([]);
});
