import { describe, expect, it, onTestFinished } from 'vitest';
import type { Answer, Composed } from '../../src/domain/answer.ts';
import type { Asked } from '../../src/domain/question.ts';
import { IDS, OTHER_PERSON } from '../support/discord/discord-payloads.ts';
import { createFakeApp, evidence, type FakeApp } from '../support/fake-app.ts';
import { runBot } from '../support/discord/running-bot.ts';

const QUESTION = 'what did the US offer on missiles?';

const TEXT = 'The US is ready. [1]';
const withText = (answer: Answer): Composed => ({
  answer: { ...answer, answer: TEXT },
  note: null,
  dropped: [],
});
const SHOWN = 'The US is ready. \\[1\\]';
const textOf = ({
  body,
}: {
  readonly body: { readonly cards: { author?: object; description?: string }[] };
}) => body.cards.find(({ author }) => author === undefined)?.description;

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
  expect(textOf({ body: first })).toBeUndefined();
  const answer = await running.app.ask(QUESTION);
  come?.({
    answer: { ...answer, answer: 'The US is *ready*. [1]', readAs: 'US · offers' },
    note: null,
    dropped: [],
  });
  const second = (await asked.edited(2)).body;
  expect(second.cards[0]).toMatchObject({
    description: 'The US is \\*ready\\*. \\[1\\]',
  });
  expect(second.content).toContain(`${QUESTION} · read as: US · offers`);
  expect(second.cards.slice(1)).toEqual(first.cards);
  expect(second.components).toHaveLength(first.components.length + 1);
  expect(second.allowed_mentions.parse).toEqual([]);
});

it('says in small why there is no text', async () => {
  const { asked } = await run(async (answer) => ({ answer, note: 'The model failed.', dropped: [] }));
  expect((await asked.edited(2)).body.cards[0].description).toBe('*The model failed.*');
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
  });
  onTestFinished(() => running.stop());
  await running.discord.slash('ask', { question: QUESTION }).edited(2);
  const metrics = await running.bot.figures.metrics();
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
    expect(second.body.cards.slice(1)).toEqual(first.body.cards);
    expect(second.body.components).toHaveLength(first.body.components.length + 1);
    expect(second.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
  });

  it('in a direct message does so too, and counts the claims that were left out', async () => {
    const running = await runBot({
      app: {
        ...createFakeApp(),
        composes: true,
        compose: async (answer) => ({ ...withText(answer), dropped: ['number'] }),
      },
    });
    onTestFinished(() => running.stop());
    const message = running.discord.message(QUESTION, { place: 'direct' });
    expect(textOf(await message.edited())).toBe(SHOWN);
    const metrics = await running.bot.figures.metrics();
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

  it('that is deleted before the text comes is left', async () => {
    const later = pending<Composed>();
    const { app, discord, logged } = await start(() => later.promise);
    const { answer } = await discord.message(ask).replied();
    discord.fail({ method: 'PATCH', path: new RegExp(answer.id), status: 404, code: 10008 });
    later.settle(withText(await app.ask(QUESTION)));
    const [line] = await logged('nothing was added to an answer');
    expect(line?.err?.code).toBe(10008);
    await discord.message(ask).edited();
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
    expect(body.content).toMatch(/ · going on with US, Missiles · /);
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
  expect((await on.replied()).body.content).toMatch(/ · going on with US, Missiles · /);
  expect(again.body.content).toContain(`read as: ${read.question}`);
  expect(again.body.content).not.toContain('going on with');
  await discord.message('and what about that?', { repliesTo: again.answer }).edited();
  expect(composed[2]).toMatchObject({ before: read.question, side: 'Russia', topic: 'missiles' });
});

const SPANISH = 'y los cohetes?';
const READ = { question: 'What did the US offer on missiles?', filters: { side: 'US', topic: 'missiles' } };
const readAs = (answer: Answer): Composed =>
  withText({
    ...answer,
    question: SPANISH,
    readAs: 'US · missiles',
    read: { question: READ.question, ...READ.filters },
  });

it('has buttons for what a model read the question as', async () => {
  const app = createFakeApp();
  const { discord } = await start(async () => readAs(await app.ask(READ.question, READ.filters)), app);
  const shown = (await discord.slash('ask', { question: SPANISH }).edited(2)).body;
  const other = (await discord.click(shown, 'Other side').edited()).body;
  expect(other.content).toMatch(/^Russia on Missiles/);
  discord.click(shown, 'Thread');
  const { answer } = await discord.waitFor({ method: 'POST', path: /\/threads$/ });
  await discord.waitFor({ method: 'POST', path: new RegExp(`^/channels/${answer.id}/messages$`) });
  await discord.message('and on NATO enlargement?', { thread: answer.id }).replied();
  expect(app.asked.at(-1)?.filters).toEqual({ side: 'US', topic: 'nato-enlargement' });
});

it('goes on from the last question, not from an earlier one that a model reads late', async () => {
  const late = pending<Composed>();
  const composed: (Asked | undefined)[] = [];
  const { app, discord, logged } = await start(async (answer, asked) => {
    composed.push(asked);
    return answer.question === SPANISH ? late.promise : withText(answer);
  });
  const direct = { place: 'direct' } as const;
  const first = discord.message(SPANISH, direct);
  await first.replied();
  await logged('interaction');
  await discord.message('which guarantees did Russia demand?', direct).edited();
  late.settle(readAs(await app.ask(READ.question, READ.filters)));
  await first.edited();
  await discord.message('and what about that?', direct).edited();
  expect(composed.at(-1)).toMatchObject({ before: 'which guarantees did Russia demand?', side: 'Russia' });
});

it('shows a shared answer with its text to all, and the private one stays as it is', async () => {
  const late = pending<Composed>();
  const { app, discord } = await start(() => late.promise);
  const asked = discord.slash('ask', { question: QUESTION, private: true });
  const own = await asked.edited();
  const click = discord.click(own.answer, 'Share', { isPrivate: true });
  const { answer } = await click.followedUp();
  await click.edited();
  late.settle(withText(await app.ask(QUESTION)));
  expect(textOf(await discord.edited(answer.id))).toBe(SHOWN);
  expect(discord.all({ method: 'PATCH', path: new RegExp(asked.token), status: 200 })).toHaveLength(1);
});

describe('the pages of an answer with text', () => {
  const many = Array.from({ length: 12 }, (_, i) =>
    evidence({ text: `Missiles, sentence ${i + 1}.`, n: i + 1, topics: ['missiles'] }),
  );

  it('have it on the first one again after turning back', async () => {
    const { discord } = await start(async (answer) => withText(answer), createFakeApp(many));
    const first = (await discord.slash('ask', { question: QUESTION }).edited(2)).body;
    const second = await discord.click(first, 'More ▶').edited();
    expect(textOf(second)).toBeUndefined();
    expect(second.body.content).toContain('2 of 4');
    const back = discord.click(second.body, '◀ Back');
    expect((await back.edited(2)).body.cards).toEqual(first.cards);
  });

  it('have it and the buttons for somebody else too', async () => {
    const { discord } = await start(async (answer) => withText(answer), createFakeApp(many));
    const first = (await discord.slash('ask', { question: QUESTION }).edited(2)).body;
    const own = (await discord.click(first, 'More ▶', { by: OTHER_PERSON }).edited()).body;
    const back = discord.click(own, '◀ Back', { by: OTHER_PERSON, isPrivate: true });
    const again = await back.edited(2);
    expect(textOf(again)).toBe(SHOWN);
    expect(again.body.components).toHaveLength(first.components.length);
  });

  it('are not turned back by text that comes late', async () => {
    const later = pending<Composed>();
    const { discord, app } = await start(() => later.promise, createFakeApp(many));
    const asked = discord.slash('ask', { question: QUESTION });
    const first = await asked.edited();
    const turned = discord.click(first.answer, 'More ▶');
    expect((await turned.edited()).body.content).toContain('2 of 4');
    later.settle(withText(await app.ask(QUESTION)));
    // What is asked after it is answered after it.
    await discord.slash('ask', { question: QUESTION }).edited(2);
    expect(discord.all({ method: 'PATCH', path: new RegExp(asked.token), status: 200 })).toHaveLength(1);
  });

  it('show what a model read the question as, without asking it again', async () => {
    const app = createFakeApp(many);
    let calls = 0;
    const { discord } = await start(async () => {
      if (++calls > 1) throw new Error('the model is down');
      return readAs(await app.ask(READ.question, READ.filters));
    }, app);
    const first = (await discord.slash('ask', { question: SPANISH }).edited(2)).body;
    const { body } = await discord.click(first, 'More ▶').edited();
    expect(body.content).toContain('2 of 4');
    expect(body.content).toContain(`${SPANISH} · read as: US · missiles`);
    expect(app.asked.at(-1)).toEqual(READ);
    expect(calls).toBe(1);
    const back = (await discord.click(body, '◀ Back').edited()).body;
    expect(back.cards).toEqual(first.cards.slice(1));
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
