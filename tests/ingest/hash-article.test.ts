import { describe, expect, it } from 'vitest';
import { UNKNOWN_PROVENANCE } from '../support/records.ts';
import { hashArticle, textHash } from '../../src/ingest/hash-article.ts';

describe('hashArticle', () => {
  const article = {
    id: 'a',
    title: 'T',
    outlet: null,
    author: null,
    published: null,
    url: null,
    text: 'x',
    skips: [],
    ...UNKNOWN_PROVENANCE,
  };
  it('changes with the text, the metadata and what made it, and tells which', () => {
    const hash = hashArticle(article, 'v1');
    expect(hashArticle({ ...article }, 'v1')).toBe(hash);
    expect(textHash(hashArticle({ ...article, title: 'U' }, 'v1'))).toBe(textHash(hash));
    expect(textHash(hashArticle({ ...article, text: 'y' }, 'v1'))).not.toBe(textHash(hash));
    expect(hashArticle(article, 'v2')).not.toBe(hash);
  });
});
