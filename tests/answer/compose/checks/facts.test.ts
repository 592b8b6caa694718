import { describe, expect, it } from 'vitest';
import { datesHold } from '../../../../src/answer/compose/checks/dates.ts';
import { namesHold } from '../../../../src/answer/compose/checks/names.ts';
import { numbersHold } from '../../../../src/answer/compose/checks/numbers.ts';
import { orderHolds } from '../../../../src/answer/compose/checks/order.ts';
import { evidence } from '../../../support/fake-app.ts';
import { source, words } from '../../../support/answers/known.ts';

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

describe('multipliers and spans', () => {
  it.each([
    ['The harvest more than doubled.', 'The harvest had more than doubled.', true],
    ['The harvest more than doubled.', 'The harvest was twice as large.', true],
    ['The harvest more than doubled.', 'The harvest more than tripled.', false],
    ['The harvest grew threefold.', 'The harvest halved.', false],
    ['The harvest grew.', 'The harvest doubled.', false],
    ['She baked for more than a decade.', 'She baked for more than ten years.', true],
    ['She baked for 20 years.', 'She baked for two decades.', true],
    ['She baked for two decades.', 'She baked for ten years.', false],
    ['She baked for two decades.', 'She baked for three decades.', false],
    ['The second loaf was burnt.', 'The third loaf was burnt.', false],
    ['The second loaf was burnt.', 'The second loaf was burnt.', true],
    ['She sold at least 20 loaves.', 'She sold at most 20 loaves.', false],
    ['She sold up to 20 loaves.', 'She sold more than 20 loaves.', false],
    ['She sold no less than 20 loaves.', 'She sold at least 20 loaves.', true],
    ['She sold no more than 20 loaves.', 'She sold up to 20 loaves.', true],
    ['She sold at least 20 loaves.', 'She sold 20 loaves.', true],
  ])('%s — %s %s', (text, claim, holds) => expect(numbersHold(claim, [evidence({ text })])).toBe(holds));
});

describe('what was before and after', () => {
  it.each([
    ['Shortly before the concert the band was paid.', 'Right after the concert the band was paid.', false],
    ['Shortly before the concert the band was paid.', 'Ahead of the concert, the band was paid.', true],
    ['Following the long concert, the band was paid.', 'The band was paid before the concert.', false],
    ['Following the long concert, the band was paid.', 'The band was paid during the concert.', false],
    ['The band was paid before the concert and after it.', 'After supper the band was paid.', true],
    ['Houses built after 1950 are cold.', 'Houses built before 1950 are cold.', false],
    ['The band ate before the concert and slept after the concert.', 'They slept after the concert.', true],
  ])('%s — %s %s', (text, claim, holds) => expect(orderHolds(claim, [evidence({ text })])).toBe(holds));
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

  it.each([
    ['The board meets every month.', 'The board meets every month.', true],
    ['The board meets every month.', 'The board meets every week.', false],
    ['The fair is held in spring.', 'The fair is held in the spring.', true],
    ['The fair is held in spring.', 'The fair is held in autumn.', false],
    ['The fair is held in early spring.', 'The fair is held in late spring.', false],
  ])('%s — %s %s', (text, claim, holds) => expect(datesHold(claim, [evidence({ text })])).toBe(holds));

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
