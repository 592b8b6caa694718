import { CHANGE, CHANGES, FIRST } from '../support/answers/changes.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, TimelineAnswer } from '../../src/domain/answer.ts';
import { ACTS } from '../../src/domain/statement.ts';
import { PREVIEW } from '../../src/pictures/draw.ts';
import { timelineSvg } from '../../src/pictures/timeline/draw-timeline.ts';
import { outside, overlapsAmong, rectsOf, textsOf, unexpectedNames, wellFormed } from '../support/drawn.ts';
import { evidence } from '../support/fake-app.ts';
import { outsideText } from '../support/outside-text.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const START = Date.parse('2022-01-10T00:00:00Z');
const LONG = 'The Organization for Security and Co-operation in Europe and all its field missions';

interface Kind {
  readonly statements: number;
  /** Over how many days they are spread, evenly. */
  readonly days: number;
  readonly undated?: number;
  readonly sides?: number;
  readonly long?: boolean;
}

function made({ statements, days, undated = 0, sides = 3, long = false }: Kind) {
  const labels = {
    sides: Array.from({ length: sides }, (_, i) => ({
      id: `s${i}`,
      label: long ? `${LONG} ${i}` : `Side ${i}`,
    })),
    topics: [{ id: 'missiles', label: long ? LONG.repeat(3) : 'Missiles' }],
  };
  const one = (i: number, published: string | null): Evidence =>
    evidence({ published, side: i % 9 === 8 ? null : `s${i % sides}`, act: ACTS[i % ACTS.length] ?? null });
  const dateOf = (i: number): string => {
    const day = statements < 2 ? 0 : Math.floor((i * (days - 1)) / (statements - 1));
    return new Date(START + day * DAY_MS).toISOString().slice(0, 10);
  };
  const answer: TimelineAnswer = {
    topic: 'missiles',
    statements: Array.from({ length: statements }, (_, i) => one(i, dateOf(i))),
    undated: Array.from({ length: undated }, (_, i) => one(i, null)),
    searched: { articles: 5, passages: 182 },
  };
  return { answer, labels };
}

const draw = (kind: Kind): string => {
  const { answer, labels } = made(kind);
  return timelineSvg(answer, labels, { theme: 'light', of: null });
};

/** Marks of statements, without those of the legend. */
const marksOf = (svg: string) => rectsOf(svg).slice(0, load(svg, { xml: true })('g > title').length);

const SPANS = [1, 7, 1826];
const KINDS: Kind[] = [0, 1, 30, 300].flatMap((statements) => SPANS.map((days) => ({ statements, days })));

describe('every statement is seen, and no label lies on another, on a mark or over the edge', () => {
  it.each<Kind>([
    ...KINDS,
    { statements: 0, days: 1, undated: 40 },
    { statements: 2, days: 1, undated: 9 },
    { statements: 100, days: 3, undated: 1 },
    { statements: 30, days: 45, undated: 300, sides: 8 },
    { statements: 30, days: 7, sides: 1 },
    { statements: 300, days: 1826, sides: 8, long: true },
    { statements: 1, days: 1, undated: 1, sides: 8, long: true },
  ])('%o', (kind) => {
    const svg = draw(kind);
    const [texts, rects] = [textsOf(svg), rectsOf(svg)];
    expect(marksOf(svg)).toHaveLength(kind.statements + (kind.undated ?? 0));
    expect(overlapsAmong([...texts, ...rects])).toEqual([]);
    expect(outside(svg, [...texts, ...rects])).toEqual([]);
  });
});

it.each(KINDS)('text has 11 pixels or more in Discord’s preview: %o', (kind) => {
  const { width, height } = wellFormed(draw(kind));
  expect(width).toBe(PREVIEW.widthPx);
  expect(12 * Math.min(1, PREVIEW.heightPx / height)).toBeGreaterThanOrEqual(11);
});

it('what was said earlier stands further left, also where days stand together', () => {
  const { answer, labels } = made({ statements: 60, days: 1826, sides: 1 });
  const dated = answer.statements.filter(({ side }) => side !== null);
  const svg = timelineSvg({ ...answer, statements: dated }, labels, { theme: 'light', of: null });
  const lefts = marksOf(svg).map(({ left }) => left);
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
  expect(new Set(lefts).size).toBeGreaterThan(25);
  const together = Number(/(\d+) days stand together/.exec(svg)?.[1]);
  const daysAPixel = 1826 / ((lefts.at(-1) ?? 0) - (lefts[0] ?? 0));
  for (const [i, { published }] of dated.entries()) {
    const days = (Date.parse(published ?? '') - START) / DAY_MS;
    const shown = ((lefts[i] ?? 0) - (lefts[0] ?? 0)) * daysAPixel;
    expect(Math.abs(shown - days)).toBeLessThanOrEqual(1.5 * together);
  }
});

it('days of a week are told apart, and each is named or lies between two that are', () => {
  const svg = draw({ statements: 21, days: 7, sides: 1 });
  expect(svg).not.toContain('stand together');
  const $ = load(svg, { xml: true });
  expect($('g > title').first().text()).toBe('10 Jan 2022 · Wendy Sherman · offers');
  const named = $('text')
    .toArray()
    .map((one) => $(one).text())
    .filter((text) => text.endsWith('2022'));
  expect(named).toEqual(['10 Jan 2022', '12 Jan 2022', '14 Jan 2022', '16 Jan 2022']);
});

it('years are named by their beginnings', () => {
  const $ = load(draw({ statements: 30, days: 1826 }), { xml: true });
  const named = $('text')
    .toArray()
    .map((one) => $(one).text())
    .filter((text) => /^\d+$/.test(text));
  expect(named).toEqual(['2023', '2024', '2025', '2026', '2027']);
});

it('what has no date stands apart', () => {
  const { answer, labels } = made({ statements: 4, days: 2, undated: 3, sides: 1 });
  const svg = timelineSvg(answer, labels, { theme: 'dark', of: 'Side <0>' });
  const $ = load(svg, { xml: true });
  expect($('svg > title').text()).toBe('Side <0> on Missiles, by date');
  expect($('svg > desc').text()).toBe(
    '10 Jan 2022: Side 0 offers 1, demands 1, rejects 1. 11 Jan 2022: Side 0 agrees 1. ' +
      'Without a date: Side 0 offers 1, demands 1, rejects 1.',
  );
  const marks = marksOf(svg);
  const dated = Math.max(...marks.slice(0, 4).map(({ right }) => right));
  for (const { left } of marks.slice(4)) expect(left).toBeGreaterThan(dated + 20);
  expect($('text').text()).toContain('no date');
});

it('of more than can be told apart the latest are drawn, and the rest is counted', () => {
  const svg = draw({ statements: 700, days: 30 });
  expect(marksOf(svg)).toHaveLength(600);
  expect(svg).toContain('100 more are not drawn.');
});

it('says when there is nothing to show', () => {
  const texts = textsOf(draw({ statements: 0, days: 1 })).map(({ what }) => what);
  expect(texts).toEqual(['Missiles, by date', 'No statement found in 5 articles.']);
});

it('keeps outside text as text, whatever it is', () => {
  const text = fc.oneof(outsideText, fc.string({ unit: 'binary', maxLength: 40 }));
  fc.assert(
    fc.property(text, text, text, (label, speaker, of) => {
      const { answer, labels } = made({ statements: 2, days: 2, undated: 1, sides: 1 });
      const statements = answer.statements.map((one) => ({ ...one, speaker }));
      const named = { sides: [{ id: 's0', label }], topics: labels.topics };
      const svg = timelineSvg({ ...answer, statements }, named, { theme: 'dark', of });
      wellFormed(svg);
      expect(unexpectedNames(svg)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

/** Marks with a frame. */
const frames = (svg: string): number =>
  svg.match(/fill="none" stroke="[^"]+" stroke-width="1.5"/g)?.length ?? 0;

it('frames the marks of statements that changed something, and tells what in words', () => {
  const { from, to } = CHANGE;
  if (from === null) throw new Error('a change with two quotes was given');
  const answer = { topic: 'missiles', statements: [from, to], undated: [], searched: CHANGES.searched };
  const labels = createFakeApp();
  const plain = timelineSvg(answer, labels, { theme: 'light', of: null });
  const marked = timelineSvg(answer, labels, { theme: 'light', of: null, changes: [CHANGE] });
  // Both quotes begin at the same place of the same article here.
  expect([frames(plain), frames(marked)]).toEqual([0, 2]);
  expect(marked).toContain('Changes: 3 Feb 2022 US: 12 launchers → 14 launchers.');
  expect(marked).toContain('framed: a change');
  // A first statement is none.
  expect(frames(timelineSvg(answer, labels, { theme: 'light', of: null, changes: [FIRST] }))).toBe(0);
});

it('says all of its caption, however narrow it is', () => {
  const { answer, labels } = made({ statements: 30, days: 300 });
  const [changed] = answer.statements;
  if (changed === undefined) throw new Error('there are thirty');
  const changes = [{ ...CHANGE, to: changed }];
  for (const widthPx of [340, 550]) {
    const svg = timelineSvg(answer, labels, { theme: 'light', of: null, widthPx, changes });
    const texts = textsOf(svg);
    expect(outside(svg, texts)).toEqual([]);
    expect(texts.map(({ what }) => what).join(' ')).toMatch(/One mark is one statement.*frame/);
    expect(overlapsAmong(texts)).toEqual([]);
  }
});
