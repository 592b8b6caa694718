import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listFeeds } from '../../src/ingest/watch/list-feeds.ts';

const A = 'https://a.example/feed';
const B = 'https://b.example/feed';

describe('listFeeds', () => {
  it('makes the list where there is none', () => {
    expect(parse(listFeeds(null, [], [A, A, B]) ?? '')).toEqual({ feeds: [A, B] });
  });

  it('adds at the end of the list and keeps what stands there', () => {
    expect(listFeeds(`feeds:\n  # daily\n  - ${A}\npages: []\n`, [A], [A, B])).toBe(
      `feeds:\n  # daily\n  - ${A}\n  - ${B}\npages: []\n`,
    );
  });

  it.each(['', 'feeds:\n', 'feeds: []\n', 'pages: []\n'])('adds to a file without feeds: %j', (text) => {
    expect(parse(listFeeds(text, [], [A]) ?? '')).toMatchObject({ feeds: [A] });
  });

  it('changes nothing where all are listed', () => {
    expect(listFeeds(`feeds: [${A}]\n`, [A], [A])).toBeNull();
  });
});
