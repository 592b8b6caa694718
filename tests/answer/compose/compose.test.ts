import { FIELDS } from '../../support/answers/answer-fields.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCompose, type Compose } from '../../../src/answer/compose/compose.ts';
import { readPrompt } from '../../../src/answer/model/prompt-template.ts';
import type { Answer, Evidence } from '../../../src/domain/answer.ts';
import {
  ModelFailure,
  type LanguageModel,
  type ModelFailureKind,
} from '../../../src/domain/model/language-model.ts';
import { evidence } from '../../support/fake-app.ts';
import { directory } from '../../support/answers/known.ts';
import { createScriptedModel } from '../../support/models/scripted-model.ts';

const DOOR = 'Sherman will not allow anyone to close NATO’s open-door policy.';
const template = await readPrompt('answer');
const answerWith = (...items: Evidence[]): Answer => ({
  question: 'What did Sherman say about the open door?',
  answered: items.length > 0,
  answer: null,
  evidence: items.map((item, i) => ({ ...item, n: i + 1 })),
  ...FIELDS,
  closest: [],
  nearMisses: [],
  searched: { articles: 1, passages: 9 },
});
const ANSWER = answerWith(evidence());
const claims = (...all: [string, ...number[]][]) => ({
  answerable: true,
  claims: all.map(([text, ...numbers]) => ({ text, evidence: numbers })),
});

let logged: string[];
const composeWith = (model: LanguageModel): Compose =>
  createCompose({
    model,
    template,
    directory,
    understand: async (same) => same,
    log: { info: (line) => logged.push(line), warn: (line) => logged.push(line) },
  });
const composed = (written: unknown, answer = ANSWER) =>
  composeWith(createScriptedModel(() => written))(answer);

beforeEach(() => {
  logged = [];
});

describe('composing', () => {
  it('puts what holds above the quotes, with marks, and says what did not', async () => {
    const { answer, note, dropped } = await composed(
      claims([DOOR, 1], ['Sherman closed the door.', 1], [DOOR, 1]),
    );
    expect(answer).toEqual({ ...ANSWER, answer: `${DOOR} [1]` });
    expect(note).toBeNull();
    expect(dropped).toEqual(['polarity']);
    expect(logged[0]).toMatch(/^test:scripted: 2 of 3 claims kept, dropped for polarity; \d+ ms$/);
  });

  it('leaves the quotes alone when no claim holds', async () => {
    const { answer, note } = await composed(claims([DOOR], ['Nobody knows.', 1]));
    expect(answer).toEqual(ANSWER);
    expect(note).toBeNull();
  });

  it('says when the model finds no direct answer', async () => {
    const { answer, note } = await composed({ ...claims([DOOR, 1]), answerable: false });
    expect(answer).toEqual(ANSWER);
    expect(note).toBe('The language model found no direct answer in these quotes.');
  });

  it('asks nothing where there is no evidence', async () => {
    const model = createScriptedModel(() => claims([DOOR, 1]));
    const none = answerWith();
    expect(await composeWith(model)(none)).toEqual({ answer: none, note: null, dropped: [] });
    expect(model.prompts).toEqual([]);
  });

  it('shows at most four sentences', async () => {
    const many = Array.from({ length: 30 }, (_, i): [string, number] => [
      `${'Again '.repeat(i % 7)}Sherman will not allow anyone to close NATO’s open-door policy.`,
      1,
    ]);
    const { answer } = await composed(claims(...many));
    expect(answer.answer?.match(/\[1\]/g)).toHaveLength(4);
  });

  it.each<[string, unknown]>([
    ['in a fence', `Sure:\n\`\`\`json\n${JSON.stringify(claims([DOOR, 1]))}\n\`\`\``],
    ['behind a thought', `<think>{hm}</think>${JSON.stringify(claims([DOOR, 1]))}`],
    ['with numbers as text', { answerable: true, claims: [{ text: DOOR, evidence: ['[1]', '7'] }] }],
  ])('reads JSON %s', async (_, written) => {
    expect((await composed(written)).answer.answer).toBe(`${DOOR} [1]`);
  });

  it.each([
    '',
    'I cannot help with that.',
    '{"answerable": true}',
    '{"claims": "none"}',
    '[1]',
    '{"answerable": 1, "claims": []}',
  ])('throws for %j, so that the model is asked again', (written) =>
    expect(composed(written)).rejects.toThrow(),
  );
});

describe('a model that fails', () => {
  const kinds: readonly (readonly [ModelFailureKind, RegExp])[] = [
    ['timeout', /in time/],
    ['unreachable', /cannot be reached/],
    ['unauthorised', /key/],
    ['rejected', /request/],
    ['busy', /too much to do/],
    ['server', /failed;/],
    ['resting', /for a minute/],
    ['refusal', /declined/],
    ['empty', /no answer/],
    ['endless', /no usable answer/],
    ['unreadable', /no usable answer/],
  ];
  it.each(kinds)('%s: leaves the quotes with a note', async (kind, wanted) => {
    const failing = createScriptedModel(() => {
      throw new ModelFailure(kind, 'some detail');
    });
    const { answer, note } = await composeWith(failing)(ANSWER);
    expect(answer).toEqual(ANSWER);
    expect(note).toMatch(wanted);
    expect(note).not.toContain('some detail');
    expect(logged).toEqual([`test:scripted gave no answer: ${kind}: some detail`]);
  });

  it('is left when who asked has left', async () => {
    const reason = new Error('gone');
    const compose = composeWith(createScriptedModel(() => claims([DOOR, 1])));
    await expect(compose(ANSWER, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
