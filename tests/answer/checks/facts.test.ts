import { describe, expect, it } from 'vitest';
import { datesHold } from '../../../src/answer/checks/dates.ts';
import { namesHold } from '../../../src/answer/checks/names.ts';
import { numbersHold } from '../../../src/answer/checks/numbers.ts';
import { evidence } from '../../support/fake-app.ts';
import { source, words } from '../../support/known.ts';

describe('numbers', () => {
  const cited = [
    evidence({
      text: 'The two sides met for 7.5 hours; 1,200 troops and three treaties were spoken of.',
      published: '2022-01-11',
    }),
  ];
  it.each([
    ['They met for 7.5 hours.', true],
    ['Two sides met.', true],
    ['They spoke of 1200 troops.', true],
    ['They spoke of 3 treaties.', true],
    ['One side said that.', false],
    ['One of them said that.', true],
    ['They met for 7 hours.', false],
    ['They met for two hours.', false],
    ['They spoke of two treaties.', false],
    ['They spoke of four treaties.', false],
    ['They met in 2022.', true],
    ['They met in 2021.', false],
  ])('%s %s', (claim, holds) => expect(numbersHold(claim, cited)).toBe(holds));
});

describe('dates', () => {
  const cited = [
    evidence({ text: 'On Sunday he recalled the 9th of January and May 2, 2020.', published: '2022-01-11' }),
  ];
  it.each([
    ['On January 9 he spoke.', true],
    ['On 9 January 2022 he spoke.', true],
    ['On 2 May 2020 he spoke.', true],
    ['In January he spoke.', true],
    ['On 2022-01-11 he spoke.', true],
    ['On Tuesday he spoke.', true],
    ['On Sunday he spoke.', true],
    ['He may speak.', true],
    ['On January 10 he spoke.', false],
    ['On 9 January 2021 he spoke.', false],
    ['In February he spoke.', false],
    ['On Monday he spoke.', false],
    ['Yesterday he spoke.', false],
    ['Next week he will speak.', false],
    ['In May 2021 he spoke.', false],
  ])('%s %s', (claim, holds) => expect(datesHold(claim, cited)).toBe(holds));

  it('knows no day of an article without a date', () => {
    const undated = [evidence({ text: 'He spoke.', published: null })];
    expect(datesHold('He spoke on January 11.', undated)).toBe(false);
  });
});

describe('names', () => {
  const cited = [source('Moscow could not close NATO’s doors in Geneva, she told Reuters.')];
  it.each([
    ['Sherman said that Russia could not close the Alliance’s doors.', true],
    ['Deputy Secretary Sherman spoke in Geneva.', true],
    ['The American side told Reuters.', true],
    ['Sherman spoke in Vienna.', false],
    ['Sherman spoke of Ukraine.', false],
    ['Sherman and Blinken spoke.', false],
    ['Sherman told the BBC.', false],
  ])('%s %s', (claim, holds) => expect(namesHold(words(claim), cited)).toBe(holds));
});
