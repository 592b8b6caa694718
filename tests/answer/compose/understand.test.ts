import { FIELDS } from '../../support/answers/answer-fields.ts';
import { describe, expect, it } from 'vitest';
import { readPrompt } from '../../../src/answer/model/prompt-template.ts';
import { createUnderstand } from '../../../src/answer/compose/understand.ts';
import type { Answer } from '../../../src/domain/answer.ts';
import { ModelFailure } from '../../../src/domain/model/language-model.ts';
import type { Asked } from '../../../src/domain/question.ts';
import { SEEDS } from '../../support/collection.ts';
import { evidence } from '../../support/fake-app.ts';
import { directory } from '../../support/answers/known.ts';
import { createMemoryStore } from '../../support/stores/memory-store.ts';
import { createScriptedModel } from '../../support/models/scripted-model.ts';

const none = (question: string): Answer => ({
  question,
  answered: false,
  answer: null,
  evidence: [],
  ...FIELDS,
  closest: [],
  nearMisses: [],
  searched: { articles: 1, passages: 1 },
});
const NOTHING = { question: null, side: null, speaker: null, topic: null, act: null };
const template = await readPrompt('question');

async function understand(
  written: unknown,
  question = 'y los cohetes?',
  set: Asked = {},
  finds = true,
  found = none(question),
) {
  const asked: unknown[] = [];
  const model = createScriptedModel(() => {
    if (written instanceof Error) throw written;
    return written;
  });
  const run = createUnderstand({
    model,
    template,
    store: createMemoryStore(),
    ask: async (again, narrowed) => {
      asked.push([again, narrowed]);
      return finds ? { ...none(again), answered: true, evidence: [evidence()] } : none(again);
    },
    directory,
    topics: SEEDS.topics,
    log: { warn: () => undefined },
  });
  return { answer: await run(found, set), asked, prompts: model.prompts };
}

describe('a question that code cannot read', () => {
  it('is asked again as the model reads it, and says so', async () => {
    const read = {
      question: 'What does the US offer on missiles?',
      side: 'US',
      speaker: null,
      topic: 'missiles',
      act: 'offers',
    };
    const { answer, asked } = await understand(read);
    expect(asked).toEqual([[read.question, { side: 'US', speaker: undefined, topic: 'missiles' }]]);
    expect(answer).toMatchObject({
      question: 'y los cohetes?',
      answered: true,
      readAs: 'US · offers · missiles',
    });
  });

  it('is narrowed by what is in the lists only, and by hand first', async () => {
    const read = { ...NOTHING, side: 'China', speaker: 'Sergei Ryabkov', topic: 'missiles', act: 'sings' };
    const { answer, asked } = await understand(read, 'y los cohetes?', { topic: 'talks', limit: 3 });
    expect(asked).toEqual([
      ['y los cohetes?', { side: undefined, speaker: 'Sergei Ryabkov', topic: 'talks', limit: 3 }],
    ]);
    expect(answer.readAs).toBe('Sergei Ryabkov · missiles');
  });

  it.each([
    ['nothing is read', NOTHING, true],
    ['all that is read is in no list', { ...NOTHING, side: 'China' }, true],
    ['the model fails', new ModelFailure('timeout', 'late'), true],
    ['there is still no answer', { ...NOTHING, side: 'US' }, false],
  ])('stays unanswered when %s', async (_, written, finds) => {
    const { answer } = await understand(written, undefined, {}, finds);
    expect(answer).toEqual(none('y los cohetes?'));
  });

  it.each<[string, Asked]>([
    ['What did the US offer?', {}],
    ['and the missiles?', {}],
    ['who was for it?', { side: 'US' }],
  ])('is not given to a model when code reads something: %s %j', async (question, filters) => {
    const { prompts } = await understand(NOTHING, question, filters);
    expect(prompts).toEqual([]);
  });
});

describe('a follow-up that code cannot read', () => {
  const before = 'What did the US offer on missiles?';
  const QUESTION = 'what did they answer?';
  const REWRITTEN = 'What did Russia answer on missiles?';
  const taken = { side: 'US', topic: 'missiles', limit: 5 };

  it('is asked as the model completes it from the question before, and says so', async () => {
    const read = { ...NOTHING, question: `${REWRITTEN}\n`, side: 'Russia' };
    const { answer, asked, prompts } = await understand(read, QUESTION, { ...taken, before });
    expect(asked).toEqual([[REWRITTEN, { side: 'Russia', speaker: undefined, topic: undefined, limit: 5 }]]);
    expect(answer).toMatchObject({
      question: QUESTION,
      readAs: `${REWRITTEN} (Russia)`,
      read: { question: REWRITTEN, side: 'Russia' },
    });
    expect(prompts[0]?.data).toContain(JSON.stringify(before));
  });

  it('is asked so although what was taken over has an answer', async () => {
    const read = { ...NOTHING, question: REWRITTEN };
    const answered = { ...none(QUESTION), answered: true, evidence: [evidence()] };
    const { answer } = await understand(read, QUESTION, { ...taken, before }, true, answered);
    expect(answer.readAs).toBe(REWRITTEN);
    const { prompts } = await understand(read, QUESTION, { before }, true, answered);
    expect(prompts).toEqual([]);
  });

  it.each([
    ['somebody else', 'What did Russia answer on missiles?', { side: 'US' }],
    ['nobody in the lists', 'What did Kim Jong Un answer on missiles?', { side: 'US' }],
    ['nobody in the lists', 'What did Emmanuel Macron answer on missiles?', { speaker: 'Sergei Ryabkov' }],
  ])('is not narrowed to whom the model chose where what it wrote names %s: %s', async (_, written, who) => {
    const read = { ...NOTHING, question: written, ...who };
    const { answer, asked } = await understand(read, QUESTION, { ...taken, before });
    expect(asked).toEqual([[written, { topic: undefined, limit: 5 }]]);
    expect(answer.readAs).toBe(written);
  });

  it('is narrowed to whom the model chose where what it wrote names nobody, or things only', async () => {
    const question = 'What did they answer on the Minsk Agreements in Geneva?';
    const { asked } = await understand({ ...NOTHING, question, side: 'Russia' }, QUESTION, {
      ...taken,
      before,
    });
    expect(asked).toMatchObject([[question, { side: 'Russia' }]]);
  });

  it('keeps what was taken over where the model writes the same in other letters', async () => {
    const read = { ...NOTHING, question: 'What did they answer', speaker: 'Sergei Ryabkov' };
    const { asked } = await understand(read, 'what did they answer?', { ...taken, before });
    expect(asked).toMatchObject([['what did they answer?', { topic: 'missiles' }]]);
  });

  it('takes nothing that cannot be asked', async () => {
    await expect(
      understand({ ...NOTHING, question: '2022?' }, QUESTION, { ...taken, before }),
    ).rejects.toMatchObject({ name: 'ZodError' });
  });

  it('keeps what was taken over where the model writes nothing out', async () => {
    const read = { ...NOTHING, question: 'What did they answer?', speaker: 'Sergei Ryabkov' };
    const { answer, asked } = await understand(read, QUESTION, { ...taken, before });
    expect(asked).toEqual([
      [QUESTION, { side: undefined, speaker: 'Sergei Ryabkov', topic: 'missiles', limit: 5 }],
    ]);
    expect(answer.readAs).toBe('Sergei Ryabkov');
  });

  it.each([
    ['the model makes nothing of it', NOTHING],
    ['all that it names is in no list', { ...NOTHING, side: 'China', speaker: 'Xi', topic: 'gas' }],
    ['the model fails', new ModelFailure('timeout', 'late')],
  ])('stays as it was when %s', async (_, written) => {
    const { answer, asked } = await understand(written, QUESTION, { before, side: 'US' });
    expect([answer, asked]).toEqual([none(QUESTION), []]);
  });

  it('stays as it was when what the model makes of it has no answer', async () => {
    const read = { ...NOTHING, question: REWRITTEN };
    const { answer } = await understand(read, QUESTION, { ...taken, before }, false);
    expect(answer).toEqual(none(QUESTION));
  });

  it('is not given to a model when code reads something', async () => {
    const set = { ...taken, before };
    expect((await understand(NOTHING, 'and what about sanctions?', set)).prompts).toEqual([]);
  });
});
