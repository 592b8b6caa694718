import { describe, expect, it } from 'vitest';
import { createQuestionHead, readHead } from '../../../src/answer/find/question-head.ts';
import { seededRandom } from '../../../src/training/attribution/random.ts';
import { learnHead } from '../../../src/training/head/learn-head.ts';
import type { LearningSet } from '../../../src/training/head/learning-set.ts';
import { figuresOf, placesOf } from '../../../src/training/head/measure-head.ts';
import { packHead } from '../../../src/training/head/pack-head.ts';

const SIZE = 16;
const stamp = { provider: 'own', model: 'tiny', dimensions: SIZE };
const settings = { rank: 4, steps: 150, rate: 0.02, decay: 1e-3, sharpness: 10, seed: 3 };

/** Sentences at random; a question is its sentence, drowned in one direction that all questions share and that tells nothing. */
function drownedSet(seed: number): LearningSet {
  const random = seededRandom(seed);
  const sentences = Array.from({ length: 60 }, () => {
    const vector = Float32Array.from({ length: SIZE }, () => random() - 0.5);
    return vector.map((value) => value / Math.hypot(...vector));
  });
  const questions = sentences.map((sentence, i) => ({
    vector: sentence.map((value, k) => value / 3 + (k < 2 ? 1 : 0)),
    gold: [i],
    near: [],
    article: String(i % 6),
    speaker: i % 2 === 0 ? 'somebody' : null,
  }));
  const articles = new Map(
    Array.from({ length: 6 }, (_, k) => [String(k), sentences.flatMap((_s, i) => (i % 6 === k ? [i] : []))]),
  );
  return { sentences, articles, questions };
}

const unseen = drownedSet(2);
const weights = learnHead(drownedSet(1), stamp, settings);
const firsts = (places: readonly number[]): number => places.filter((place) => place === 0).length;

describe('learnHead', () => {
  it('learns to overlook what all questions share, for sentences it has not seen', () => {
    const before = firsts(placesOf(unseen, (vector) => vector));
    const after = firsts(placesOf(unseen, createQuestionHead(weights)));
    expect(after).toBeGreaterThan(before + 15);
  });

  it('makes the same weights from the same data', () => {
    expect(learnHead(drownedSet(1), stamp, settings)).toEqual(weights);
  });

  it('loses next to nothing when packed', () => {
    const packed = createQuestionHead(readHead(packHead(weights)));
    const whole = createQuestionHead(weights);
    for (const { vector } of unseen.questions.slice(0, 10))
      packed(vector).forEach((value, i) => expect(value).toBeCloseTo(whole(vector)[i] ?? 0, 1));
  });
});

describe('placesOf', () => {
  it('counts the wrong sentences before the best right one, and none that are aside', () => {
    const sentences = [
      [1, 0],
      [0.9, 0.1],
      [0.8, 0.2],
      [0, 1],
    ].map((each) => Float32Array.from([...each, 0, 0]));
    const question = { vector: Float32Array.from([1, 0, 0, 0]), article: 'a', speaker: null };
    const set = {
      sentences,
      articles: new Map([['a', [0, 1, 2, 3]]]),
      questions: [{ ...question, gold: [2], near: [0] }],
    };
    expect(placesOf(set, (vector) => vector)).toEqual([1]);
    expect(figuresOf([0, 1, 7, 30])).toBe('first 25.0 %, within five 50.0 %, within twenty 75.0 %');
  });
});
