import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/discord/commands/index.ts';
import { SEEDS } from '../../support/collection.ts';
import { readChat } from './chat.ts';
import unlisted from '../unlisted-people.json' with { type: 'json' };

const EVAL = join(import.meta.dirname, '..');
const messages = readChat(join(EVAL, 'chat.jsonl'));
const expected = messages.map((message) => message.expected);

const unknown = (of: (string | undefined)[], known: readonly string[]): string[] =>
  of.filter((one) => one !== undefined).filter((one) => !known.includes(one));

describe('the chat messages', () => {
  it('are many, and no two are the same', () => {
    expect(messages.length).toBeGreaterThanOrEqual(80);
    const told = messages.map(({ where, before, text }) => JSON.stringify([where, before, text]));
    expect(new Set(told).size).toBe(messages.length);
  });

  it('expect sides, topics, people and commands that there are', () => {
    const sides = SEEDS.actors.sides.map(({ id }) => id);
    const topics = SEEDS.topics.map(({ id }) => id);
    // Lavrov is asked for and says nothing.
    const people = [...SEEDS.actors.actors.map(({ name }) => name), ...unlisted.seeds, 'Lavrov'];
    const names = commands.map(({ name }) => name);
    expect({
      sides: unknown(
        expected.map(({ side }) => side),
        sides,
      ),
      topics: unknown(
        expected.map(({ topic }) => topic),
        topics,
      ),
      people: unknown(
        expected.map(({ speaker }) => speaker),
        people,
      ),
      commands: unknown(
        expected.map(({ command }) => command),
        names,
      ),
    }).toEqual({ sides: [], topics: [], people: [], commands: [] });
  });

  it('say which command is meant, and what a follow-up is understood as', () => {
    expect(messages.filter(({ expected: { kind, command } }) => kind === 'command' && !command)).toEqual([]);
    expect(
      messages.filter(
        ({ before, expected: { kind, question } }) =>
          kind === 'follow-up' && (question === undefined || before.length === 0),
      ),
    ).toEqual([]);
  });

  it('mention the bot exactly where a mention is what calls it', () => {
    const called = messages.filter(({ where }) => where === 'mention');
    expect(called.filter(({ text }) => !text.includes('@Parley'))).toEqual([]);
  });
});

describe.each([
  ['strike', 40],
  ['trade', 40],
  ['herring', 42],
  ['climate', 42],
  ['bridge', 40],
  ['tracker', 41],
  ['railway', 40],
])('the chat messages about the %s', (name, count) => {
  const others = readChat(join(EVAL, 'collections', name, 'chat.jsonl'));

  it(`are ${count}, of which the bot is to leave alone what is not for it`, () => {
    expect(new Set(others.map(({ where, before, text }) => JSON.stringify([where, before, text]))).size).toBe(
      count,
    );
    expect(others.filter(({ expected: { kind } }) => kind === 'silent').length).toBeGreaterThanOrEqual(7);
  });

  it('mention the bot exactly where a mention is what calls it', () => {
    const called = others.filter(({ where }) => where === 'mention');
    expect(called.filter(({ text }) => !text.includes('@Parley'))).toEqual([]);
  });

  it('say which command is meant, and go on with something', () => {
    const unclear = others.filter(
      ({ before, expected: { kind, command } }) =>
        (kind === 'command' && !command) || (kind === 'follow-up' && before.length === 0),
    );
    expect(unclear).toEqual([]);
  });
});
