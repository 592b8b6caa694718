import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/text/tokenize.ts';

function words(text: string): string[] {
  const { count, start, end } = tokenize(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
}

describe('tokenize', () => {
  it('keeps titles, initials, numbers and hyphenated words whole', () => {
    expect(words('Mr. Novak paid $1,200.50 to the U.S. co-chair.')).toEqual([
      'Mr.', 'Novak', 'paid', '$', '1,200.50', 'to', 'the', 'U.S.', 'co-chair', '.',
    ]); // prettier-ignore
  });

  it('parts a possessive from its owner, and glued marks and sentences', () => {
    expect(words(`Quote"Ana's word... it ended.He left`)).toEqual([
      'Quote', '"', 'Ana', "'s", 'word', '.', '.', '.', 'it', 'ended', '.', 'He', 'left',
    ]); // prettier-ignore
  });

  it('reads two apostrophes as one mark', () => {
    expect(words("''No,'' he said")).toEqual(["''", 'No', ',', "''", 'he', 'said']);
  });

  it('covers all but white space, in order, without overlap, the same every time', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { count, start, end } = tokenize(text);
        let last = 0;
        for (let i = 0; i < count; i++) {
          const from = start[i] ?? -1;
          const to = end[i] ?? -1;
          expect(text.slice(last, from).trim()).toBe('');
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(text.slice(last).trim()).toBe('');
        expect(tokenize(text)).toEqual({ count, start, end });
      }),
    );
  });
});
