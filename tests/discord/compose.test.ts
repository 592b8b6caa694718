import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer, Composed } from '../../src/domain/answer.ts';
import type { Asked } from '../../src/domain/question.ts';
import { IDS, OTHER_PERSON } from '../support/discord-payloads.ts';
import { createFakeApp, evidence, type FakeApp } from '../support/fake-app.ts';
import { runBot } from '../support/running-bot.ts';

const QUESTION = 'what did the US offer on missiles?';

const TEXT = 'The US is ready. [1]';
const withText = (answer: Answer): Composed => ({
  answer: { ...answer, answer: TEXT },
  note: null,
  dropped: [],
});
const SHOWN = 'The US is ready. \\[1\\]';
const textOf = ({ body }: { readonly body: { readonly embeds: { description?: string }[] } }) =>
  body.embeds[0]?.description;

async function start(compose: FakeApp['compose'], items = createFakeApp()) {
  const running = await runBot({ app: { ...items, composes: true, compose } });
  onTestFinished(() => running.stop());
  return running;
}

async function run(compose: FakeApp['compose']) {
  const running = await start(compose);
  return { running, asked: running.discord.slash('ask', { question: QUESTION }) };
}

/** A promise and what settles it. */
function pending<T>() {
  let settle: ((value: T) => void) | undefined;
  const promise = new Promise<T>((resolve) => (settle = resolve));
  return { promise, settle: (value: T) => settle?.(value) };
}

it('shows the quotes first, and the text of a model above them when it comes', async () => {
  let come: ((composed: Composed) => void) | undefined;
  const waiting = new Promise<Composed>((resolve) => (come = resolve));
  const { asked, running } = await run(() => waiting);
  const first = (await asked.edited()).body;
  expect(first.embeds[0].description).toBeUndefined();
  const answer = await running.app.ask(QUESTION);
  come?.({
    answer: { ...answer, answer: 'The US is *ready*. [1]', readAs: 'US · offers' },
    note: null,
    dropped: [],
  });
  const second = (await asked.edited(2)).body;
  expect(second.embeds[0]).toMatchObject({
    title: QUESTION,
    description: 'The US is \\*ready\\*. \\[1\\]',
    footer: { text: 'Read as: US · offers' },
  });
  expect(second.embeds.slice(1)).toEqual(first.embeds.slice(1));
  expect(second.components).toHaveLength(first.components.length);
  expect(second.allowed_mentions.parse).toEqual([]);
});

it('says in small why there is no text', async () => {
  const { asked } = await run(async (answer) => ({ answer, note: 'The model failed.', dropped: [] }));
  expect((await asked.edited(2)).body.embeds[0].description).toBe('*The model failed.*');
});

it('leaves the quotes when the model adds nothing, or what comes is a bug', async () => {
  const { asked, running } = await run(async () => {
    throw new Error('boom');
  });
  await asked.edited();
  await running.logged('nothing was added to an answer');
  expect(running.discord.all({ method: 'PATCH', path: new RegExp(asked.token) })).toHaveLength(1);
});

it('counts the claims that were left out, by the check they failed', async () => {
  const running = await runBot({
    app: {
      ...createFakeApp(),
      composes: true,
      compose: async (answer) => ({
        answer,
        note: 'No claim held.',
        dropped: ['number', 'polarity', 'number'],
      }),
    },
    healthPort: 0,
  });
  onTestFinished(() => running.stop());
  await running.discord.slash('ask', { question: QUESTION }).edited(2);
  const [line] = await running.logged('health endpoint');
  const metrics = await (await fetch(`http://127.0.0.1:${String(line?.['port'])}/metrics`)).text();
  expect(metrics).toContain('parley_claims_dropped_total{check="number"} 2');
  expect(metrics).toContain('parley_claims_dropped_total{check="polarity"} 1');
});

describe('a mention', () => {
  const ask = `<@${IDS.bot}> ${QUESTION}`;

  it('shows the quotes first, and the text above them when it comes', async () => {
    const later = pending<Composed>();
    const { app, discord } = await start(() => later.promise);
    const message = discord.message(ask);
    const first = await message.replied();
    expect(textOf(first)).toBeUndefined();
    later.settle(withText(await app.ask(QUESTION)));
    const second = await message.edited();
    expect(textOf(second)).toBe(SHOWN);
    expect(second.path).toBe(`/channels/${IDS.channel}/messages/${first.answer.id}`);
    expect(second.body.embeds.slice(1)).toEqual(first.body.embeds.slice(1));
    expect(second.body.components).toHaveLength(first.body.components.length);
    expect(second.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('in a direct message does so too, and counts the claims that were left out', async () => {
    const running = await runBot({
      app: {
        ...createFakeApp(),
        composes: true,
        compose: async (answer) => ({ ...withText(answer), dropped: ['number'] }),
      },
      healthPort: 0,
    });
    onTestFinished(() => running.stop());
    const message = running.discord.message(QUESTION, { place: 'direct' });
    expect(textOf(await message.edited())).toBe(SHOWN);
    const [line] = await running.logged('health endpoint');
    const metrics = await (await fetch(`http://127.0.0.1:${String(line?.['port'])}/metrics`)).text();
    expect(metrics).toContain('parley_claims_dropped_total{check="number"} 1');
  });

  it('keeps its quotes when nothing comes of it', async () => {
    const { discord, logged } = await start(async () => {
      throw new Error('boom');
    });
    const { answer } = await discord.message(ask).replied();
    await logged('nothing was added to an answer');
    expect(discord.all({ method: 'PATCH', path: new RegExp(answer.id) })).toEqual([]);
  });

  it('that goes on gives the question before, and still says with what it goes on', async () => {
    const composed: (Asked | undefined)[] = [];
    const { discord, logged } = await start(async (answer, asked) => {
      composed.push(asked);
      return withText(answer);
    });
    const { answer } = await discord.message(ask).replied();
    await logged('interaction');
    const on = discord.message('and what did they say about that?', { repliesTo: answer });
    const { body } = await on.edited();
    expect(body.content).toMatch(/ · going on with US, Missiles$/);
    expect(composed[0]).not.toHaveProperty('before', expect.anything());
    expect(composed[1]).toMatchObject({ before: QUESTION, side: 'US', topic: 'missiles' });
  });
});

it('goes on from what a model read a follow-up as', async () => {
  const composed: (Asked | undefined)[] = [];
  const read = { question: 'What did Russia answer on missiles?', side: 'Russia', topic: 'missiles' };
  const { discord, logged } = await start(async (answer, asked) => {
    composed.push(asked);
    const { answer: text, ...rest } = withText(answer);
    return asked?.before === QUESTION
      ? { ...rest, answer: { ...text, answered: true, readAs: read.question, read } }
      : { ...rest, answer: text };
  });
  const { answer } = await discord.message(`<@${IDS.bot}> ${QUESTION}`).replied();
  await logged('interaction');
  const on = discord.message('what did they answer about missiles?', { repliesTo: answer });
  const again = await on.edited();
  expect((await on.replied()).body.content).toMatch(/ · going on with US, Missiles$/);
  expect(again.body.embeds[0].footer.text).toBe(`Read as: ${read.question}`);
  expect(again.body.content).not.toContain('going on with');
  await discord.message('and what about that?', { repliesTo: again.answer }).edited();
  expect(composed[2]).toMatchObject({ before: read.question, side: 'Russia', topic: 'missiles' });
});

describe('the pages of an answer with text', () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    evidence({ text: `Missiles, sentence ${i + 1}.`, n: i + 1 }),
  );

  it('have it on the first one again after turning back', async () => {
    const { discord } = await start(async (answer) => withText(answer), createFakeApp(many));
    const first = (await discord.slash('ask', { question: QUESTION }).edited(2)).body;
    const second = await discord.click(first, 'More ▶').edited();
    expect(textOf(second)).toBeUndefined();
    expect(second.body.content).toContain('page 2 of 3');
    const back = discord.click(second.body, '◀ Back');
    expect((await back.edited(2)).body.embeds).toEqual(first.embeds);
  });

  it('have it and the buttons for somebody else too', async () => {
    const { discord } = await start(async (answer) => withText(answer), createFakeApp(many));
    const first = (await discord.slash('ask', { question: QUESTION }).edited(2)).body;
    const own = (await discord.click(first, 'More ▶', { by: OTHER_PERSON }).edited()).body;
    const back = discord.click(own, '◀ Back', { by: OTHER_PERSON, isPrivate: true });
    const again = await back.edited(2);
    expect(textOf(again)).toBe(SHOWN);
    expect(again.body.components).toHaveLength(2);
  });

  it('are not turned back by text that comes late', async () => {
    const later = pending<Composed>();
    const { discord, app } = await start(() => later.promise, createFakeApp(many));
    const asked = discord.slash('ask', { question: QUESTION });
    const first = await asked.edited();
    const turned = discord.click(first.answer, 'More ▶');
    expect((await turned.edited()).body.content).toContain('page 2 of 3');
    later.settle(withText(await app.ask(QUESTION)));
    // What is asked after it is answered after it.
    await discord.slash('ask', { question: QUESTION }).edited(2);
    expect(discord.all({ method: 'PATCH', path: new RegExp(asked.token), status: 200 })).toHaveLength(1);
  });

  it('are there also where only a model could read the question', async () => {
    const read = async (answer: Answer): Promise<Composed> => ({
      ...withText({ ...answer, answered: true, evidence: many, nearMisses: [], readAs: 'US' }),
    });
    const { discord } = await start(read, createFakeApp(many));
    const first = (await discord.slash('ask', { question: 'y los cohetes?' }).edited(2)).body;
    const { body } = await discord.click(first, 'More ▶').edited();
    expect(body.content).toContain('page 2 of 3');
  });
});

it('shows the text to all when a private answer is shared', async () => {
  const { discord } = await start(async (answer) => withText(answer));
  const own = (await discord.slash('ask', { question: QUESTION, private: true }).edited(2)).body;
  const { answer, body } = await discord.click(own, 'Share', { isPrivate: true }).followedUp();
  expect(body.content).toMatch(/ · shared by /);
  const shared = await discord.edited(answer.id);
  expect(textOf(shared)).toBe(SHOWN);
  expect(shared.body.content).toBe(body.content);
});
