import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../../../src/web/reader/parts/cut-text.ts';

const anyCut = fc.nat({ max: 60 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    spans: fc.array(
      fc
        .tuple(fc.nat({ max: length + 3 }), fc.nat({ max: length + 3 }))
        .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      { maxLength: 12 },
    ),
  }),
);

describe('cutText', () => {
  it('cuts overlapping and nested spans at every border', () => {
    const spans = [
      { start: 1, end: 6 },
      { start: 2, end: 4 },
      { start: 3, end: 9 },
    ];
    expect(cutText(10, spans)).toEqual([
      { start: 0, end: 1, under: [] },
      { start: 1, end: 2, under: [0] },
      { start: 2, end: 3, under: [0, 1] },
      { start: 3, end: 4, under: [0, 1, 2] },
      { start: 4, end: 6, under: [0, 2] },
      { start: 6, end: 9, under: [2] },
      { start: 9, end: 10, under: [] },
    ]);
  });

  it('gives pieces that are the whole text, in order, none empty', () => {
    fc.assert(
      fc.property(anyCut, ({ length, spans }) => {
        let at = 0;
        for (const { start, end } of cutText(length, spans)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(length);
      }),
    );
  });

  it('says for every character which spans lie over it', () => {
    fc.assert(
      fc.property(anyCut, ({ length, spans }) => {
        for (const { start, end, under } of cutText(length, spans))
          for (let at = start; at < end; at++)
            expect(under).toEqual([...spans.keys()].filter((i) => covers(spans[i], at)));
      }),
    );
  });

  it('cuts nowhere else', () => {
    fc.assert(
      fc.property(anyCut, ({ length, spans }) => {
        const borders = new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end])]);
        for (const { start, end } of cutText(length, spans)) {
          expect(borders.has(start)).toBe(true);
          expect(borders.has(end)).toBe(true);
        }
      }),
    );
  });
});

function covers(span: { readonly start: number; readonly end: number } | undefined, at: number): boolean {
  return span !== undefined && span.start <= at && at < span.end;
}
