import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, differencesOf, type Difference } from '../../src/domain/align.ts';
import { foldTokens } from '../../src/text/fold.ts';

const SOURCE =
  'He said: “We need ironclad, legally relevant guarantees, not promises – but guarantees.” Then he left.';

function compare(quote: string, text = SOURCE): { found: string; differences: Difference[] } | null {
  const given = { text: quote, tokens: foldTokens(quote) };
  const source = { text, tokens: foldTokens(text) };
  const alignment = align(given.tokens, source.tokens);
  if (!alignment) return null;
  const first = source.tokens[alignment.first];
  const last = source.tokens[alignment.last];
  return { found: text.slice(first?.start, last?.end), differences: differencesOf(alignment, given, source) };
}

describe('align', () => {
  it.each([
    ['as it stands', 'legally relevant guarantees, not promises'],
    ['case, quotation marks and white space', '"WE  need\nironclad, legally relevant'],
    ['dashes', 'promises - but guarantees'],
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
    ['a comma left out', 'We need ironclad legally relevant', [{ kind: 'missing', given: '', source: ',' }]],
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

  it('finds any stretch of a text in it, without differences', () => {
    const words = fc.array(fc.constantFrom('we', 'need', 'no', ',', '“talks”', 'now.', '…', '🙂'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (all, a, b) => {
        const from = a % all.length;
        const quote = all.slice(from, from + 1 + (b % (all.length - from))).join(' ');
        expect(compare(quote, all.join(' '))?.differences).toEqual([]);
      }),
    );
  });

  it('is null for nothing', () => {
    expect(compare('')).toBeNull();
    expect(compare('x', '')).toBeNull();
  });
});
