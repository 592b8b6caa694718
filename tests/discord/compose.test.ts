import { expect, it, onTestFinished } from 'vitest';
import type { Composed } from '../../src/domain/answer.ts';
import { createFakeApp, type FakeApp } from '../support/fake-app.ts';
import { runBot } from '../support/running-bot.ts';

const QUESTION = 'what did the US offer on missiles?';

async function run(compose: FakeApp['compose']) {
  const running = await runBot({ app: { ...createFakeApp(), composes: true, compose } });
  onTestFinished(() => running.stop());
  return { running, asked: running.discord.slash('ask', { question: QUESTION }) };
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
