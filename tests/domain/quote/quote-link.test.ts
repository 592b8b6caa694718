import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { quotePath } from '../../../src/domain/quote/quote-link.ts';

it('marks by the query and scrolls by the fragment', () => {
  expect(quotePath({ article: 'ndo', start: 3, end: 17 })).toBe('/articles/ndo?s=3-17#s=3-17');
});

it('carries any id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (article) => {
      fc.pre(article !== '' && article !== '.' && article !== '..');
      const url = new URL(quotePath({ article, start: 0, end: 1 }), 'http://localhost');
      expect(decodeURIComponent(url.pathname.slice('/articles/'.length))).toBe(article);
      expect([url.search, url.hash]).toEqual(['?s=0-1', '#s=0-1']);
    }),
  );
});

it('does not fail over half a character', () => {
  expect(quotePath({ article: 'a\uD83D', start: 0, end: 1 })).toBe('/articles/a%EF%BF%BD?s=0-1#s=0-1');
});
