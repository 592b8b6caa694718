import { describe, expect, it } from 'vitest';
import { createRerank } from '../../../src/answer/rerank/rerank-candidates.ts';
import type { Ranked } from '../../../src/answer/score/score.ts';
import type { Reranker } from '../../../src/domain/model/reranker.ts';
import { UserError } from '../../../src/errors.ts';
import { rankedOf } from '../../support/answers/ranked.ts';

const QUESTION = { clause: 'What did the US offer?', kind: 'said' } as const;

const candidate = (text: string, words: number, bonus = 0): Ranked => rankedOf(text, { words, bonus });

function setUp(numberOf: (text: string) => number) {
  const asked: (readonly string[])[] = [];
  const said: string[] = [];
  let nowMs = 0;
  let failure: Error | null = null;
  const reranker: Reranker = {
    name: 'test:numbers',
    async score(_, texts, signal) {
      signal?.throwIfAborted();
      asked.push(texts);
      if (failure) throw failure;
      return texts.map(numberOf);
    },
    close: async () => undefined,
  };
  const log = { info: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
  const rerank = createRerank({ reranker, log, now: () => nowMs });
  return {
    asked,
    said,
    wait: (ms: number) => void (nowMs += ms),
    fail: (error: Error | null) => void (failure = error),
    rerank,
    order: async (own: readonly Ranked[], kind: 'said' | 'who-said' = 'said') =>
      (await rerank({ ...QUESTION, kind }, own)).map((one) => one.candidate.text),
  };
}

const THREE = [candidate('a', 6), candidate('c', 5.5), candidate('b', 3)];

describe('candidates ordered anew', () => {
  it('come by the numbers and their own score together, on whatever scale the numbers are', async () => {
    for (const scale of [1, 1000, 0.001])
      expect(await setUp((text) => scale * (text === 'c' ? 9 : 0)).order(THREE)).toEqual(['c', 'a', 'b']);
  });

  it('stay where all numbers are the same', async () => {
    const { rerank } = setUp(() => 7);
    expect(await rerank(QUESTION, THREE)).toEqual(THREE);
  });

  it('keep what who speaks, act and topic count, whole', async () => {
    const own = [candidate('asked', 4, 5), candidate('nobody’s', 5, 0)];
    const { rerank } = setUp((text) => (text === 'asked' ? 0 : 9));
    const anew = await rerank(QUESTION, own);
    expect(anew.map(({ candidate: { text } }) => text)).toEqual(['asked', 'nobody’s']);
    const [best, other] = anew;
    expect((best?.score ?? 0) - (other?.score ?? 0)).toBeCloseTo(3);
  });

  it('begin with what is as surely theirs as what came first before', async () => {
    const own = [
      rankedOf('theirs', { words: 6, fits: { asked: 1 } }),
      rankedOf('nobody’s', { words: 5.5 }),
      rankedOf('theirs too', { words: 5, fits: { asked: 1 } }),
      rankedOf('far off', { words: 1 }),
    ];
    const liked = new Map([
      ['nobody’s', 9],
      ['theirs too', 5],
    ]);
    const { rerank } = setUp((text) => liked.get(text) ?? 0);
    const anew = await rerank(QUESTION, own);
    const texts = anew.map(({ candidate: { text } }) => text);
    expect(texts).toEqual(['theirs too', 'nobody’s', 'theirs', 'far off']);
    expect(anew[0]?.score).toBe(anew[1]?.score);
    expect(await setUp((text) => liked.get(text) ?? 0).order(own.slice(1))).toEqual([
      'nobody’s',
      'theirs too',
      'far off',
    ]);
  });

  it('are the same candidates, the last of many behind the best', async () => {
    const many = Array.from({ length: 50 }, (_, i) => candidate(`${i}`, 50 - i));
    const { rerank, asked } = setUp((text) => Number(text));
    const anew = await rerank(QUESTION, many);
    expect(asked.flat()).toHaveLength(30);
    expect(new Set(anew.map(({ candidate: { text } }) => text)).size).toBe(50);
    expect(anew.slice(30).map(({ candidate: { text } }) => text)).toEqual(
      many.slice(30).map(({ candidate: { text } }) => text),
    );
    const scores = anew.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('are not asked about where the words themselves are looked for, nor where there is but one', async () => {
    const { order, asked } = setUp((text) => (text === 'c' ? 9 : 0));
    expect(await order(THREE, 'who-said')).toEqual(['a', 'c', 'b']);
    expect(await order(THREE.slice(0, 1))).toEqual(['a']);
    expect(asked).toEqual([]);
  });

  it('are shown with who said them', async () => {
    const { asked, rerank } = setUp(() => 1);
    await rerank(QUESTION, [
      rankedOf('We offer talks.', { speaker: 'Wendy Sherman' }),
      rankedOf('It rained.'),
    ]);
    expect(asked).toEqual([['Wendy Sherman: We offer talks.', 'It rained.']]);
  });
});

describe('the numbers', () => {
  it('are asked for once in ten minutes, and only for those that are new', async () => {
    const { order, asked, wait } = setUp((text) => (text === 'c' ? 9 : 0));
    await order(THREE);
    expect(await order(THREE)).toEqual(['c', 'a', 'b']);
    expect(await order([...THREE, candidate('d', 1)])).toEqual(['c', 'a', 'b', 'd']);
    expect(asked).toEqual([['a', 'c', 'b'], ['d']]);
    wait(10 * 60 * 1000);
    await order(THREE);
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['a failure', new UserError('The model failed.'), 'The model failed.'],
    ['anything else that is thrown', new TypeError('x is not a function'), 'x is not a function'],
  ])('are done without after %s, said once until they come again', async (_, error, told) => {
    const { order, said, fail } = setUp((text) => (text === 'c' ? 9 : 0));
    fail(error);
    expect(await order(THREE)).toEqual(['a', 'c', 'b']);
    expect(await order(THREE)).toEqual(['a', 'c', 'b']);
    expect(said).toEqual([`candidates stay in their own order, without test:numbers: ${told}`]);
    fail(null);
    expect(await order(THREE)).toEqual(['c', 'a', 'b']);
    expect(said.slice(1)).toEqual(['candidates are ordered by test:numbers again']);
    fail(error);
    await order([candidate('e', 1), candidate('f', 2)]);
    expect(said).toHaveLength(3);
  });

  it.each([
    ['too few', []],
    ['none', [Number.NaN, 1, 2]],
    ['no end of one', [Number.POSITIVE_INFINITY, 1, 2]],
  ])('that are %s change nothing', async (_, numbers) => {
    const said: string[] = [];
    const log = { info: () => undefined, warn: (line: string) => said.push(line) };
    const reranker = { name: 'test:bad', score: async () => numbers, close: async () => undefined };
    expect(await createRerank({ reranker, log })(QUESTION, THREE)).toEqual(THREE);
    expect(said).toHaveLength(1);
  });

  it('are not waited for when the question is given up, which is said to nobody', async () => {
    const { rerank, said } = setUp(() => 1);
    const reason = new Error('enough');
    await expect(rerank(QUESTION, THREE, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(said).toEqual([]);
  });
});
