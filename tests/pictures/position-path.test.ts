import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { PositionChange } from '../../src/domain/position-change.ts';
import { ACTS } from '../../src/domain/statement.ts';
import { numberSeriesOf } from '../../src/pictures/path/number-series.ts';
import { positionPathSvg } from '../../src/pictures/path/position-path.ts';
import { CHANGE, FIRST } from '../support/answers/changes.ts';
import { outside, overlapsAmong, rectsOf, textsOf, unexpectedNames } from '../support/drawn.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';

const app = createFakeApp();
const LONG = 'The Organization for Security and Co-operation in Europe and all its field missions';

const dayOf = (side: number, move: number): string =>
  `2022-0${1 + (move % 9)}-${String(10 + side + Math.floor(move / 9)).padStart(2, '0')}`;
const valueOf = (side: number, move: number): number => (side % 2 === 0 ? 100 - move : 50 + move) + side;

/** So many moves of each of the sides, a number each time, which come near to each other. */
function madeOf(sides: number, moves: number, label = 'Side') {
  const labels = {
    sides: Array.from({ length: sides }, (_, i) => ({ id: `s${i}`, label: `${label} ${i}` })),
    topics: [{ id: 'missiles', label: label === LONG ? LONG.repeat(2) : 'Missiles' }],
  };
  const changes = labels.sides.flatMap(({ id }, s) =>
    Array.from({ length: moves }, (_, n): PositionChange => {
      const at = (m: number) =>
        evidence({
          article: `a${s}-${m}`,
          side: id,
          published: dayOf(s, m),
          act: ACTS[m % ACTS.length] ?? null,
          text: `We offer ${valueOf(s, m)} per cent`,
        });
      const words = { from: `${valueOf(s, n - 1)} per cent`, to: `${valueOf(s, n)} per cent` };
      return n === 0
        ? { ...FIRST, side: id, when: dayOf(s, 0), to: at(0) }
        : { ...CHANGE, side: id, when: dayOf(s, n), from: at(n - 1), to: at(n), words };
    }),
  );
  return { labels, changes };
}

describe('the path of positions', () => {
  it('writes names of sides out beside their numbers, too', () => {
    const { labels, changes } = madeOf(2, 3, 'Harbour Guilds');
    const texts = textsOf(positionPathSvg('missiles', changes, labels, { theme: 'light' }));
    for (const { label } of labels.sides) expect(texts.filter(({ what }) => what === label)).toHaveLength(2);
  });

  it('has a lane for each side that spoke, with a mark a move, and all of it in words', () => {
    const svg = positionPathSvg(
      'missiles',
      [FIRST, { ...CHANGE, to: { ...CHANGE.to, article: 'ndo' } }],
      app,
      { theme: 'light' },
    );
    const $ = load(svg, { xml: true });
    expect(
      $('g > title')
        .toArray()
        .map((one) => $(one).text()),
    ).toEqual(['offers', '12 launchers → 14 launchers']);
    expect($('desc').text()).toBe('US: 11 Jan 2022 offers; 3 Feb 2022 12 launchers → 14 launchers.');
    expect($('title').first().text()).toBe('Missiles: who moved, and when');
    const texts = textsOf(svg).map(({ what }) => what);
    expect(texts).toEqual(expect.arrayContaining(['12 launchers', '14 launchers', 'US']));
    expect(texts).not.toContain('Russia');
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 4],
    [3, 8],
    [6, 14],
  ])('of %i sides with %i moves each lies on the picture, nothing on anything else', (sides, moves) => {
    for (const label of ['Side', LONG])
      for (const widthPx of [340, 550])
        for (const theme of ['light', 'dark'] as const) {
          const { labels, changes } = madeOf(sides, moves, label);
          const svg = positionPathSvg('missiles', changes, labels, { theme, widthPx });
          const texts = textsOf(svg);
          expect(outside(svg, [...texts, ...rectsOf(svg)])).toEqual([]);
          expect(overlapsAmong(texts)).toEqual([]);
          expect(unexpectedNames(svg)).toEqual([]);
        }
  });
});

describe('the numbers that moved', () => {
  it('are read in order, of the unit of which most was said', () => {
    const { changes } = madeOf(2, 3);
    const other: PositionChange = { ...CHANGE, side: 's0' };
    expect(
      numberSeriesOf([other, ...changes]).map(({ side, unit, points }) => [
        side,
        unit,
        points.map(({ value }) => value),
      ]),
    ).toEqual([
      ['s0', 'percent', [100, 99, 98]],
      ['s1', 'percent', [51, 52, 53]],
    ]);
  });

  it('may be years', () => {
    const change: PositionChange = { ...CHANGE, words: { from: '2050', to: '2045' } };
    expect(
      numberSeriesOf([change]).map(({ unit, points }) => [unit, points.map(({ value }) => value)]),
    ).toEqual([['year', [2050, 2045]]]);
  });

  it('are none where nothing moved', () => {
    expect(numberSeriesOf([FIRST])).toEqual([]);
  });
});
