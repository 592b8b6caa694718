import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/domain/quote/align.ts';
import { differencesOf, type Difference } from '../../../src/domain/quote/list-differences.ts';
import { comparedWords } from '../../../src/text/fold.ts';
import { bestPlaceCost } from '../../support/answers/best-place.ts';

const SOURCE =
  'He said: “We need ironclad, legally relevant guarantees, not promises – but guarantees.” Then he left.';

const sourceWords = (text: string) => comparedWords(text).filter(({ folded }) => folded !== '…');

const tokensOf = (words: readonly string[]) => words.map((folded, i) => ({ folded, start: i, end: i + 1 }));

function compare(quote: string, text = SOURCE): { found: string; differences: Difference[] } | null {
  const given = { text: quote, tokens: comparedWords(quote) };
  const source = { text, tokens: sourceWords(text) };
  const alignment = align(given.tokens, source.tokens);
  if (!alignment) return null;
  const first = source.tokens[alignment.first];
  const last = source.tokens[alignment.last];
  return { found: text.slice(first?.start, last?.end), differences: differencesOf(alignment, given, source) };
}

/** The cost of the quote's place, all pairs of words compared or no more than so many. */
function costOf(quote: readonly string[], text: readonly string[], mostCells?: number): number | undefined {
  return align(comparedWords(quote.join(' ')), sourceWords(text.join(' ')), mostCells)?.cost;
}

describe('align', () => {
  it.each([
    ['as it stands', 'legally relevant guarantees, not promises'],
    ['case, quotation marks and white space', '"WE  need\nironclad, legally relevant'],
    ['dashes', 'promises - but guarantees'],
    ['commas', 'We need ironclad legally relevant'],
    ['an ellipsis that leaves nothing out', 'legally relevant ... guarantees'],
  ])('finds no difference in %s', (_name, quote) => {
    expect(compare(quote)?.differences).toEqual([]);
  });

  it.each<[string, string, Difference[]]>([
    [
      'a changed word',
      'We need binding, legally relevant guarantees',
      [{ kind: 'changed', given: 'binding', source: 'ironclad' }],
    ],
    [
      'a word left out',
      'We need ironclad, legally guarantees',
      [{ kind: 'missing', given: '', source: 'relevant' }],
    ],
    ['a word added', 'We really need ironclad', [{ kind: 'added', given: 'really', source: '' }]],
    [
      'words behind an ellipsis',
      'We need … guarantees, not promises',
      [{ kind: 'missing', given: '…', source: 'ironclad, legally relevant' }],
    ],
    [
      'several',
      'We want ironclad, relevant guarantees',
      [
        { kind: 'changed', given: 'want', source: 'need' },
        { kind: 'missing', given: '', source: 'legally' },
      ],
    ],
  ])('shows %s', (_name, quote, differences) => {
    expect(compare(quote)?.differences).toEqual(differences);
  });

  it('knows an ellipsis of the source as its own', () => {
    expect(
      compare('security... The situation', 'An issue of security… The situation is bad.')?.differences,
    ).toEqual([]);
  });

  it('is null for nothing', () => {
    expect(compare('')).toBeNull();
    expect(compare('x', '')).toBeNull();
  });
});

describe('the place that align finds', () => {
  const few = fc.constantFrom('we', 'need', 'no', 'talks', 'now', '7', '€');
  const many = fc.nat({ max: 60 }).map((n) => `word${n}`);

  it('costs what comparing all with all gives, in small texts', () => {
    const words = fc.array(few, { minLength: 1, maxLength: 12 });
    const quote = fc.array(fc.oneof({ weight: 8, arbitrary: few }, fc.constant('…')), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(quote, words, (asked, text) => {
        const cost = costOf(asked, text);
        if (cost !== undefined) expect(cost).toBe(bestPlaceCost(asked, text));
      }),
    );
  });

  it('is without differences for any stretch of a text, however little may be compared', () => {
    const texts = fc.array(fc.oneof(few, many), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat({ max: 60 }), (text, a, b) => {
        const from = a % text.length;
        expect(costOf(text.slice(from, from + 1 + b), text, 1_000)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is the best one for a quote of which one word in ten is changed, left out or put in', () => {
    const texts = fc.array(many, { minLength: 200, maxLength: 500 });
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('change', 'leave', 'put')), { maxLength: 3 });
    fc.assert(
      fc.property(texts, fc.nat(), edits, (text, a, changes) => {
        const from = a % (text.length - 30);
        const quote = text.slice(from, from + 30);
        for (const [place, how] of changes)
          quote.splice(place % quote.length, how === 'put' ? 0 : 1, ...(how === 'leave' ? [] : ['other']));
        expect(costOf(quote, text, 5_000)).toBe(bestPlaceCost(quote, text));
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, string[], string[]]>([
    ['one word again and again', Array(1_000).fill('the'), Array(30_000).fill('the')],
    [
      'a long quote in a long text',
      Array.from({ length: 1_000 }, (_, i) => `a${i % 7}`),
      Array.from({ length: 200_000 }, (_, i) => `a${i % 11}`),
    ],
    ['texts of 40,000 words each', Array(40_000).fill('no'), Array(40_000).fill('no')],
    ['a short quote in a long text', ['the', 'Russia', 'the'], Array(200_000).fill('the')],
  ])('is looked for at no more than a fixed number of pairs of words: %s', (_name, quote, text) => {
    expect(align(tokensOf(quote), tokensOf(text))?.cells).toBeLessThanOrEqual(250_000);
  });
});
