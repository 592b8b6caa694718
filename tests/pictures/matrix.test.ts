import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixAnswer, MatrixCell, MatrixMove } from '../../src/domain/matrix-answer.ts';
import { ACTS } from '../../src/domain/statement.ts';
import { PREVIEW } from '../../src/pictures/draw.ts';
import { matrixParts } from '../../src/pictures/matrix/matrix-parts.ts';
import { matrixSvg } from '../../src/pictures/matrix/draw-matrix.ts';
import { matrixWords } from '../../src/pictures/matrix/matrix-words.ts';
import { outside, overlapsAmong, rectsOf, textsOf, unexpectedNames, wellFormed } from '../support/drawn.ts';
import { outsideText } from '../support/outside-text.ts';
import type { Labels } from '../../src/show/show-speaker.ts';

const SIDES = ['US', 'Russia', 'NATO', 'Ukraine', 'European Union', 'United Kingdom', 'OSCE', 'Kazakhstan'];
const TOPICS = [
  'Missiles',
  'NATO enlargement',
  'Military exercises',
  'Ukraine',
  'Security guarantees',
  'Talks',
];
const LONG =
  'The withdrawal of heavy weapons from the line of contact and Donaudampfschifffahrtsgesellschaftskapitän';

interface Size {
  readonly sides: number;
  readonly topics: number;
  readonly long?: boolean;
}

/** A matrix with every act and a cell without statements in it, and numbers of up to three digits. */
function made({ sides, topics, long = false }: Size): { answer: MatrixAnswer; labels: Labels } {
  const named = (names: readonly string[], count: number) =>
    Array.from({ length: count }, (_, i) => {
      const label = names[i] ?? `${names[i % names.length] ?? ''} ${i}`;
      return { id: `${label} id`, label: long && i % 2 === 0 ? `${LONG} ${i}` : label };
    });
  const labels = { sides: named(SIDES, sides), topics: named(TOPICS, topics) };
  const cells = labels.sides.flatMap((side, i) =>
    labels.topics.map((topic, j): MatrixCell => {
      const statements = i === 0 && j === 0 ? 128 : (i * 5 + j * 3) % 11;
      const act = statements === 0 ? null : (ACTS[(i + j) % ACTS.length] ?? null);
      return { side: side.id, topic: topic.id, statements, act };
    }),
  );
  return {
    answer: {
      sides: labels.sides.map(({ id }) => id),
      topics: labels.topics.map(({ id }) => id),
      cells,
      searched: { articles: 5, passages: 182 },
    },
    labels,
  };
}

const labelOf = (id: string): string => id.replace(/ id$/, '');
const draw = (size: Size): string => {
  const { answer, labels } = made(size);
  return matrixSvg(answer, labels, { theme: 'light' });
};

/** How large the smallest text is in Discord's preview, in pixels. */
function smallestShown(svg: string): number {
  const { width, height } = wellFormed(svg);
  const sizes = [...svg.matchAll(/font-size="(\d+)"/g)].map((match) => Number(match[1]));
  return Math.min(...sizes) * Math.min(1, PREVIEW.widthPx / width, PREVIEW.heightPx / height);
}

describe('no label lies on another, on a cell or over the edge', () => {
  it.each<Size>([
    { sides: 1, topics: 1 },
    { sides: 1, topics: 7 },
    { sides: 2, topics: 7 },
    { sides: 8, topics: 7 },
    { sides: 4, topics: 24 },
    { sides: 1, topics: 60 },
    { sides: 4, topics: 60 },
    { sides: 1, topics: 1, long: true },
    { sides: 5, topics: 7, long: true },
    { sides: 8, topics: 60, long: true },
  ])('$sides sides, $topics topics, long: $long', (size) => {
    const svg = draw(size);
    const texts = textsOf(svg);
    const cells = rectsOf(svg);
    expect(overlapsAmong(texts)).toEqual([]);
    expect(overlapsAmong(cells)).toEqual([]);
    const labels = texts.filter(({ what }) => !/^\d+$/.test(what));
    expect(overlapsAmong([...labels, ...cells])).toEqual([]);
    expect(outside(svg, [...texts, ...cells])).toEqual([]);
    // Cells and, in the legend, a tile an act.
    expect(cells).toHaveLength(
      size.sides * size.topics + new Set(ACTS.filter((act) => svg.includes(`>${act}<`))).size,
    );
    for (const { label } of size.long ? [] : made(size).labels.topics)
      expect(svg).toContain(label.split(' ')[0]);
  });
});

it.each<Size>([
  { sides: 2, topics: 7 },
  { sides: 2, topics: 30 },
  { sides: 4, topics: 18 },
  { sides: 8, topics: 7 },
])('text has 11 pixels or more in Discord’s preview: $sides sides, $topics topics', (size) => {
  const svg = draw(size);
  expect(smallestShown(svg)).toBeGreaterThanOrEqual(11);
});

describe('in parts', () => {
  const most = 10;
  it.each<Size & { readonly parts: number }>([
    { sides: 2, topics: 7, parts: 1 },
    { sides: 2, topics: 60, parts: 2 },
    { sides: 4, topics: 60, parts: 4 },
    { sides: 8, topics: 60, long: true, parts: 9 },
  ])('text has 11 pixels or more: $sides sides, $topics topics in $parts', ({ parts: count, ...size }) => {
    const { answer, labels } = made(size);
    const parts = matrixParts(answer, labels, { theme: 'dark', most });
    expect(parts).toHaveLength(count);
    expect(parts.flatMap((part) => part.answer.topics)).toEqual(answer.topics);
    for (const { answer: part, svg } of parts) {
      expect(svg).toBe(matrixSvg(part, labels, { theme: 'dark' }));
      expect(part.cells).toHaveLength(part.topics.length * size.sides);
      expect(smallestShown(svg)).toBeGreaterThanOrEqual(11);
    }
  });

  it('are no more than a message takes', () => {
    const { answer, labels } = made({ sides: 8, topics: 400 });
    const parts = matrixParts(answer, labels, { theme: 'dark', most });
    expect(parts).toHaveLength(most);
    expect(parts.flatMap((part) => part.answer.topics)).toEqual(answer.topics);
  });
});

it('every cell shows its number on the colour and with the sign of its act', () => {
  const { answer, labels } = made({ sides: 7, topics: 7 });
  const $ = load(matrixSvg(answer, labels, { theme: 'dark' }), { xml: true });
  const colours = new Map<string, string>();
  const signs = new Map<string, string>();
  for (const { side, topic, statements, act } of answer.cells) {
    const cell = $('g').filter((_, g) =>
      $(g)
        .children('title')
        .text()
        .startsWith(`${labelOf(side)} on ${labelOf(topic)}:`),
    );
    expect(cell).toHaveLength(1);
    expect(cell.children('text').text()).toBe(statements === 0 ? '' : String(statements));
    if (act === null) continue;
    const [colour = '', sign = ''] = [cell.children('rect').attr('fill'), cell.children('path').attr('d')];
    expect(colours.get(act) ?? colour).toBe(colour);
    expect(signs.get(act) ?? sign).toBe(sign);
    colours.set(act, colour);
    signs.set(act, sign);
  }
  for (const kind of [colours, signs]) expect(new Set(kind.values()).size).toBe(ACTS.length);
});

describe('a picture in a page', () => {
  it('has no style, script, id or link, and is one image', () => {
    const svg = draw({ sides: 2, topics: 3 });
    expect(unexpectedNames(svg)).toEqual([]);
    const $ = load(svg, { xml: true });
    expect($('svg').attr('role')).toBe('img');
    expect($('a')).toHaveLength(0);
  });

  it('keeps outside text as text, whatever it is', () => {
    const label = fc.oneof(outsideText, fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(label, label, (side, topic) => {
        const { answer } = made({ sides: 1, topics: 1 });
        const labels = {
          sides: [{ id: 'US id', label: side }],
          topics: [{ id: 'Missiles id', label: topic }],
        };
        const svg = matrixSvg(answer, labels, { theme: 'dark' });
        wellFormed(svg);
        expect(unexpectedNames(svg)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

it('is told in words', () => {
  const { answer, labels } = made({ sides: 2, topics: 3 });
  const words =
    'US: Missiles 128 (offers), NATO enlargement 3 (demands), Military exercises 6 (rejects). ' +
    'Russia: Missiles 5 (demands), NATO enlargement 8 (rejects).';
  expect(matrixWords(answer, labels)).toBe(words);
  const $ = load(matrixSvg(answer, labels, { theme: 'light' }), { xml: true });
  expect($('svg > desc').text()).toBe(words);
  expect($('svg > title').text()).toBe('What the sides say, by topic');
});

it('shows how a side last moved, and tells it in words', () => {
  const { answer, labels } = made({ sides: 2, topics: 1 });
  const moved: readonly MatrixMove[] = [
    {
      when: '2022-02-03',
      trend: 'rose',
      acts: { from: 'offers', to: 'offers' },
      words: { from: '12 launchers', to: '14 launchers' },
    },
    {
      when: '2022-02-04',
      trend: 'otherwise',
      acts: { from: 'rejects', to: 'agrees' },
      words: { from: null, to: null },
    },
  ];
  const cells = answer.cells.map((cell, i) => ({ ...cell, moved: moved[i] ?? null }));
  const still = load(matrixSvg(answer, labels, { theme: 'light' }), { xml: true });
  const svg = matrixSvg({ ...answer, cells }, labels, { theme: 'light' });
  const $ = load(svg, { xml: true });
  expect($('path').length).toBe(still('path').length + 2);
  expect($('svg > desc').text()).toBe(
    'US: Missiles 128 (offers; moved 3 Feb 2022: 12 launchers → 14 launchers). ' +
      'Russia: Missiles 5 (demands; moved 4 Feb 2022: rejects → agrees).',
  );
  expect($('g > title').last().text()).toContain('; moved 4 Feb 2022: rejects → agrees');
  const said = (drawn: typeof $): string => drawn('text').text().replaceAll(' ', '');
  expect(said($)).toContain('▶:movedotherwise');
  expect(said(still)).not.toContain('▶');
  expect(outside(svg, textsOf(svg))).toEqual([]);
});

it('says when there is nothing to show', () => {
  const answer = { sides: [], topics: [], cells: [], searched: { articles: 5, passages: 0 } };
  const svg = matrixSvg(answer, { sides: [], topics: [] }, { theme: 'light' });
  expect(textsOf(svg).map(({ what }) => what)).toContain('No statement on a topic was found.');
});
