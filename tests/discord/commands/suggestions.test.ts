import { PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import { exampleQuestions } from '../../../src/discord/suggestions.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import type { Buttons } from '../../support/discord/discord-double.ts';
import { IDS } from '../../support/discord/discord-payloads.ts';
import { buttonsOf } from '../../support/discord/read-cards.ts';
import { botOfTest } from '../../support/discord/bot-of-test.ts';

async function run() {
  const running = await botOfTest();
  return running;
}

const labels = ({ components = [] }: Buttons): string[] => buttonsOf(components).map(({ label }) => label);

it('examples ask for what most is said, of different sides and topics', async () => {
  const examples = await exampleQuestions(createFakeApp());
  expect(examples.map(({ label }) => label)).toEqual([
    'What does US offer on Missiles?',
    'What does Russia demand on NATO enlargement?',
    'What does US reject on NATO enlargement?',
  ]);
  expect(await exampleQuestions(createFakeApp([]))).toEqual([]);
  const talks = createFakeApp();
  const [cell] = (await talks.matrix()).cells;
  const topics = [{ id: cell?.topic ?? '', label: 'The talks', words: [] }];
  const [example] = await exampleQuestions({ ...talks, topics });
  expect(example?.label).toMatch(/ on the talks\?$/);
});

it('an empty mention gets example buttons, which ask for all to see', async () => {
  const { discord } = await run();
  const { body } = await discord.message(`<@${IDS.bot}>`).replied();
  expect(labels(body)).toHaveLength(4);
  expect(labels(body).at(-1)).toBe('More commands');
  const click = discord.click(body, 'What does US offer on Missiles?');
  expect((await click.callback()).body.data.flags ?? 0).toBe(0);
  expect((await click.edited()).body.content).toContain('What does US offer on Missiles?');
});

it('no answer says what was understood and what not, and offers what there is', async () => {
  const { discord } = await run();
  const asked = discord.slash('ask', { question: 'What did Macron say of Moscow and NATO enlargement?' });
  const { body } = await asked.edited();
  expect(body.content).toContain('-# Understood: Russia, NATO enlargement');
  expect(body.content).toContain('-# Not known in these articles: Macron');
  expect(labels(body)).toContain('Russia on NATO enlargement');
  const { content } = (await discord.click(body, 'Russia on NATO enlargement').edited()).body;
  expect(content).toMatch(/^\*\*Russia on NATO enlargement\*\*/);
});

it('no answer offers a position only where something is said', async () => {
  const { discord } = await run();
  const narrowed = { side: 'Russia', topic: 'missiles' };
  const asked = discord.slash('ask', { question: 'What did Macron say?', ...narrowed });
  const { body } = await asked.edited();
  expect(body.content).toContain('-# Understood: Russia, Missiles');
  expect(labels(body)).not.toContain('Russia on Missiles');
});

it('a speaker that is not known gets near ones as buttons', async () => {
  const { discord } = await run();
  for (const [command, options] of [
    ['speaker', { name: 'Shermann' }],
    ['ask', { question: 'what was offered?', speaker: 'Shermann' }],
  ] as const) {
    const { body } = await discord.slash(command, options).edited();
    expect(body.content).toMatch(/^Nobody called “Shermann” speaks in these articles\./);
    expect(labels(body)).toEqual(['Wendy Sherman']);
  }
});

it('filters that contradict each other are told, and each alone is offered', async () => {
  const { app, discord } = await run();
  const options = { question: 'missiles', side: 'Russia', speaker: 'Wendy Sherman' };
  const { body } = await discord.slash('ask', options).edited();
  expect(body.content).toBe('Wendy Sherman speaks for US, not for Russia: ask for one or the other.');
  expect(labels(body)).toEqual(['Only Wendy Sherman', 'Only Russia']);
  await discord.click(body, 'Only Wendy Sherman').edited();
  expect(app.asked.at(-1)).toEqual({ question: 'missiles', filters: { speaker: 'Wendy Sherman' } });
});

it('says hello in the system channel of a server that it joins, with commands to click and examples', async () => {
  const { discord } = await run();
  const channel = discord.join();
  const { body } = await discord.waitFor({
    method: 'POST',
    path: new RegExp(`^/channels/${channel}/messages$`),
  });
  expect(body.content).toMatch(/^Hello! I have read 3 articles/);
  expect(body.content).toMatch(/<\/ask:\d+>/);
  expect(body.content).toMatch(/<\/parley settings:\d+>/);
  expect(labels(body)).toHaveLength(4);
  expect(labels(body).at(-1)).toBe('More commands');
});

it('says hello to who invited it where the system channel is closed to it and the audit log is not', async () => {
  const { discord } = await run();
  discord.join(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ViewAuditLog);
  const opened = await discord.waitFor({ method: 'POST', path: /^\/users\/@me\/channels$/ });
  expect(opened.body.recipient_id).toBe(IDS.inviter);
});

it('says hello to the owner where the system channel is closed to it', async () => {
  const { discord } = await run();
  discord.join(PermissionFlagsBits.ViewChannel);
  const { body } = await discord.waitFor({
    method: 'POST',
    path: new RegExp(`^/channels/${IDS.directChannel}/messages$`),
  });
  expect(body.content).toMatch(/^Hello!/);
});
