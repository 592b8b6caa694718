import { describe, expect, it } from 'vitest';
import { createStatementExtractor } from '../../../src/attribution/pipeline.ts';
import { readMarks } from '../marked.ts';
import { NUCLEAR } from '../tables.ts';

/** When the only marked statement was said, in an article of Wednesday, January 12, 2022 if not told otherwise. */
function when(marked: string, published: string | null = '2022-01-12'): string {
  const { text, raws } = readMarks(marked);
  const extract = createStatementExtractor({ extractSpans: () => [...raws], ...NUCLEAR });
  const time = extract({ text, skips: [], published })[0]?.when;
  return time ? `${time.date}, ${time.how}` : 'unknown';
}

describe('when a statement was said', () => {
  it.each([
    ['{1s Ann Roe} {1q said} on Monday {1c the port was safe}.', '2022-01-10, worked out'],
    ['{1c The port is safe}, {1s Ann Roe} {1q said} late on Friday.', '2022-01-07, worked out'],
    ['{1c “It is safe,”} {1s Roe} {1q told} reporters yesterday.', '2022-01-11, worked out'],
    ['On January 9, {1s Roe} {1q warned} that {1c it would close}.', '2022-01-09, worked out'],
    ['In a speech on Dec. 30, {1s Roe} {1q warned} that {1c it would close}.', '2021-12-30, worked out'],
    ['{1s Roe} {1q said} in a letter dated 3 March 2021 that {1c it was safe}.', '2021-03-03, stated'],
    ['{1s Roe} {1q said} {1c on Monday the port was safe}.', '2022-01-10, worked out'],
    ['{1s Roe} {1q said} on Wednesday that {1c it was safe}.', '2022-01-12, worked out'],
    ['{1s Roe} {1q said} on Tuesday evening that {1c it was safe}.', '2022-01-11, worked out'],
    ['{1s Roe} {1q said} this morning {1c it was safe}.', '2022-01-12, worked out'],
    ['{1s Roe} {1q said} last night {1c it was safe}.', '2022-01-11, worked out'],
    ['Two days earlier {1s Roe} {1q said} {1c it was safe}.', '2022-01-10, worked out'],
    ['{1s Roe} {1q said} last week {1c it was safe}.', '2022-01-05, worked out'],
    ['{1s Roe} {1q said} a year ago {1c it was safe}.', '2021-01-12, worked out'],
    [
      'The mill shut on 3 January. Two days earlier {1s Roe} {1q had said} {1c it was safe}.',
      '2022-01-01, worked out',
    ],
    [
      'The mill shut on 3 January. The following day, {1s Roe} {1q said} {1c it was safe}.',
      '2022-01-04, worked out',
    ],
    [
      'The vote was on Sunday. The day before, {1s Roe} {1q said} {1c it was safe}.',
      '2022-01-08, worked out',
    ],
    [
      'The mill shut on 3 January. {1s Roe} {1q said} the same day {1c it was safe}.',
      '2022-01-03, worked out',
    ],
    [
      'The deal was made on 3 January. A week later {1s Roe} {1q said} {1c it was safe}.',
      '2022-01-10, worked out',
    ],
    ['The deal was made on Monday. A week later {1s Roe} {1q said} {1c it was safe}.', '2022-01-12, article'],
    ['The mill is shut. The following day, {1s Roe} {1q said} {1c it was safe}.', '2022-01-12, article'],
    ['In March, {1s Roe} {1q said} {1c it was safe}.', '2021-03-01, worked out'],
    ['{1s Roe} {1q said} in late May 2019 {1c it was safe}.', '2019-05-01, stated'],
  ])('is the day of saying: %s', (marked, expected) => {
    expect(when(marked)).toBe(expected);
  });

  it.each([
    ['a day of what is said', '{1s Roe} {1q said} {1c the port had closed on Monday}.'],
    ['a day of something else', '{1s Roe}, who left on Monday, {1q said} {1c it was safe}.'],
    ['a day until when', '{1s Roe} {1q has said} since Monday that {1c it was safe}.'],
    ['a time without edges', '{1s Roe} {1q said} in recent months {1c it was safe}.'],
    ['a time to come', '{1s Roe} {1q said} within two weeks {1c it would be safe}.'],
    ['a march', '{1s Roe} {1q said} at the march {1c it was safe}.'],
    ['whose a day is', "{1s Roe} {1q said} before Monday's talks that {1c it was safe}."],
    ['another sentence', 'It closed on Monday. {1s Roe} {1q said} {1c it was safe}.'],
    ['a day written either way', '{1s Roe} {1q said} on 11/01/2022 {1c it was safe}.'],
  ])('is not %s', (_name, marked) => {
    expect(when(marked)).toBe('2022-01-12, article');
  });

  it('is worked out from nothing but a date', () => {
    expect(when('{1s Roe} {1q said} on Monday {1c it was safe}.', null)).toBe('unknown');
    expect(when('{1s Roe} {1q said} on March 3, 2021 {1c it was safe}.', null)).toBe('2021-03-03, stated');
  });

  it.each([
    ['a line', 'Talks stall\n\nJanuary 12, 2022\n\n'],
    ['a dateline', 'GENEVA, Jan. 12, 2022 (AP) - '],
    ['a line with more', 'Talks stall\nPublished: 12 January 2022\n'],
  ])('goes by the article’s own date in %s', (_name, top) => {
    expect(when(`${top}{1s Roe} {1q said} on Monday {1c it was safe}.`, null)).toBe('2022-01-10, worked out');
    expect(when(`${top}{1s Roe} {1q said} {1c it was safe}.`, null)).toBe('2022-01-12, article');
  });

  it('takes the day of a letter from its header', () => {
    const letter = 'On Mon, Jan 3, 2022 at 10:30 AM Ann Roe <a@example.org> wrote:\n\n> It is safe.';
    expect(when(letter)).toBe('2022-01-03, stated');
  });
});
