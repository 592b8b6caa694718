import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { isFeed } from '../../../src/sources/feed/is-feed.ts';
import { readFeed, type Feed } from '../../../src/sources/feed/read-feed.ts';

const input = (text: string, contentType = 'application/xml') => ({
  name: 'https://news.example/feed',
  bytes: Buffer.from(text),
  contentType,
});
const read = (text: string): Feed => readFeed(input(text));

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>
  <item><title>Old</title><link>https://news.example/old?a=1&amp;b=2</link><pubDate>Mon, 10 Jan 2022 08:00:00 GMT</pubDate></item>
  <item><title>Undated</title><guid isPermaLink="true">https://news.example/undated</guid></item>
  <item><title>New</title><link>/new</link><dc:date>2022-01-11T08:00:00Z</dc:date></item>
  <item><title>Nowhere</title><guid isPermaLink="false">x-1</guid></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
  <entry><link rel="edit" href="/edit"/><link href="/a"/><published>2022-01-10T08:00:00+01:00</published><updated>2022-01-12T08:00:00Z</updated></entry>
  <entry><link rel="alternate" href="/b"/><updated>2022-01-11T08:00:00Z</updated></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'News',
  items: [{ id: '1', url: '/a', date_published: '2022-01-11T08:00:00Z' }, { id: '2' }, 'x'],
});

describe('a feed', () => {
  it.each<[string, string, string[]]>([
    ['RSS', RSS, ['/new', '/old?a=1&b=2', '/undated']],
    ['Atom', ATOM, ['/b', '/a']],
    ['a JSON feed', JSON_FEED, ['/a']],
  ])('of the kind %s gives its items’ addresses, the newest first', (_kind, text, paths) => {
    expect(read(text).items.map(({ url }) => url)).toEqual(
      paths.map((path) => `https://news.example${path}`),
    );
  });

  it('says when its items were published and changed', () => {
    expect(read(ATOM).items[1]).toMatchObject({
      published: '2022-01-10T07:00:00.000Z',
      updated: '2022-01-12T08:00:00.000Z',
    });
  });

  it('is told from what else is sent as it is', () => {
    for (const text of [RSS, ATOM, JSON_FEED]) {
      expect(isFeed(input(text))).toBe(true);
      expect(isFeed(input(text, 'text/html'))).toBe(true);
    }
    expect(isFeed(input('<html><body>the <rss> element</body></html>', 'text/html'))).toBe(false);
    expect(isFeed(input('{"version":"1"}', 'application/json'))).toBe(false);
    expect(isFeed(input('', 'application/rss+xml'))).toBe(true);
  });

  it.each([
    '',
    '<rss',
    '<rss version="2.0"><channel>',
    '{"version":"https://jsonfeed.org/version/1.1","items":[',
    `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${'b'
      .repeat(9)
      .split('')
      .map((_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`)
      .join('')}]><rss version="2.0"><channel><title>&a8;</title></channel></rss>`,
    `<rss version="2.0">${'<a>'.repeat(20_000)}</rss>`,
  ])('that is broken or hostile is read or refused in a sentence', (text) => {
    let items: unknown = [];
    try {
      ({ items } = read(text));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect(error.message).toContain('https://news.example/feed is no feed that can be read');
    }
    expect(items).toEqual([]);
  });
});
