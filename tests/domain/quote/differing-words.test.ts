import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differingSpans, differingWords } from '../../../src/domain/quote/differing-words.ts';
import { textAt, type Span } from '../../../src/text/span.ts';

it('tells the words that stand in each other’s place, and those that one of the two has alone', () => {
  expect(differingWords('We offer 6 per cent if the strike ends', 'We now offer 6.5 per cent')).toEqual([
    { kind: 'added', given: 'now', source: '' },
    { kind: 'changed', given: '6.5', source: '6' },
    { kind: 'missing', given: '', source: 'if the strike ends' },
  ]);
  expect(differingWords('The same words.', '“The same words”')).toEqual([]);
});

/** The words of `whole` without those of the spans, of which each holds whole words. */
function rest(whole: string, spans: readonly Span[]): string[] {
  const gone = spans.map((span) => textAt(whole, span).split(' ').length).reduce((a, b) => a + b, 0);
  const left = spans
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), whole);
  const words = left.split(' ').filter((word) => word !== '');
  expect(words).toHaveLength(whole.split(' ').length - gone);
  return words;
}

it('leaves the same words in both when those that differ are taken out', () => {
  const text = fc.array(fc.constantFrom('we', 'offer', 'six', 'seven', 'if', 'not'), { minLength: 1 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, now] = [a.join(' '), b.join(' ')];
      const spans = differingSpans(before, now);
      expect(rest(before, spans.before)).toEqual(rest(now, spans.now));
    }),
  );
});
