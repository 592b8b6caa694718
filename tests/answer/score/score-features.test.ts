import { describe, expect, it } from 'vitest';
import { answerTypes, hasAnswer } from '../../../src/answer/score/answer-type.ts';
import { bagOf } from '../../../src/answer/find/read-candidate.ts';
import { bm25, coverage, presence } from '../../../src/answer/score/match-words.ts';
import { editDistance, prefixLikeness } from '../../../src/text/words/likeness.ts';
import { idf } from '../../../src/answer/find/prepare-query.ts';
import type { Unit } from '../../../src/answer/find/query.ts';
import { readTerms, stemOf } from '../../../src/text/words/words.ts';

const unit = (stem: string, weight: number): Unit => ({
  stem,
  word: stem,
  name: false,
  frequency: 1,
  idf: weight,
});

describe('the formulas, by hand', () => {
  it('idf', () => {
    expect(idf(10, 1)).toBeCloseTo(Math.log(1 + 9.5 / 1.5));
    expect(idf(10, 25)).toBeCloseTo(Math.log(1 + 0.5 / 10.5));
  });

  it('BM25', () => {
    const bag = bagOf(['a', 'b', 'a', 'c']);
    // a: 2 · 2·2.2 / (2 + 1.2·(0.25 + 0.75·4/4)) = 8.8 / 3.2; b: 1 · 2.2 / 2.2
    expect(
      bm25(
        new Map([
          ['a', 2],
          ['b', 1],
          ['z', 9],
        ]),
        bag,
        4,
      ),
    ).toBeCloseTo(8.8 / 3.2 + 1);
  });

  it('likeness by a common beginning', () => {
    expect(prefixLikeness('invas', 'invad')).toBeCloseTo(0.8);
    expect(prefixLikeness('us', 'use')).toBe(0);
    expect(presence('invad', bagOf(['invas', 'troop']))).toBeCloseTo(0.8);
    expect(presence('@side:US', bagOf(['@side:Ukraine']))).toBe(0);
  });

  it('coverage by idf', () => {
    expect(coverage([unit('a', 3), unit('b', 1)], [1, 0.5])).toBeCloseTo(3.5 / 4);
    expect(coverage([], [])).toBe(0);
  });

  it('what has digits is there whole or not at all', () => {
    expect(presence(stemOf('marker5zz'), bagOf([stemOf('marker4zz')]))).toBe(0);
    expect(presence('2231', bagOf(['2254']))).toBe(0);
    expect(presence('2231', bagOf(['2231']))).toBe(1);
  });

  it('edit distance counts a swap once', () => {
    expect(editDistance('Rusisa', 'Russia')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });
});

describe('the kind of answer', () => {
  it.each([
    ['Who led it?', 'Then Fomin led it.', true],
    ['Who led it?', 'Then they led it.', false],
    ['When is the meeting?', 'The meeting is on January 12.', true],
    ['How many troops?', 'Some hundred troops.', true],
    ['How many troops?', 'Many troops.', false],
    ['Where is it?', 'It is in Vienna.', true],
    ['In what year did it end?', 'It ended in 1997.', true],
  ])('%s %s', (question, sentence, expected) => {
    const inQuestion = new Set(readTerms(question).map((term) => term.stem));
    expect(answerTypes(question).some((type) => hasAnswer(type, readTerms(sentence), inQuestion))).toBe(
      expected,
    );
  });
});
