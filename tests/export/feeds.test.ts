import * as fc from 'fast-check';
import { load } from 'cheerio';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { FEEDS } from '../../src/export/feeds.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { outsideText } from '../support/outside-text.ts';
import { createTestSite } from '../support/test-site.ts';

const { sides } = createFakeApp();
const source = {
  title: 'Parley · US',
  siteUrl: 'https://parley.example',
  feedUrl: 'https://parley.example/feed/rss?side=US',
  statements: [
    evidence({ text: 'We offer 14 launchers & more', act: 'offers', start: 10, end: 38 }),
    evidence({ published: null, when: null }),
  ],
  sides,
};
const link = 'https://parley.example/articles/messenger?s=10-38#s=10-38';
const title = 'Wendy Sherman (US) · offers: We offer 14 launchers & more';

it('RSS has what its standard asks for, and each statement with its place', () => {
  const feed = parseRssFeed(FEEDS.rss.write(source));
  expect(feed).toMatchObject({ title: 'Parley · US', link: 'https://parley.example' });
  expect(feed.description).not.toBe('');
  expect(feed.items).toHaveLength(1);
  expect(feed.items?.[0]).toMatchObject({ title, link, guid: { value: link } });
  expect(new Date(String(feed.items?.[0]?.pubDate)).toISOString()).toBe('2022-01-11T00:00:00.000Z');
});

it('Atom has an id, a title and a date for the feed and each entry, as RFC 4287 asks', () => {
  const xml = load(FEEDS.atom.write(source), { xml: true });
  for (const path of ['feed > id', 'feed > title', 'feed > updated', 'feed > author > name'])
    expect(xml(path).text(), path).not.toBe('');
  expect(xml('entry').length).toBe(1);
  expect(xml('entry > id').text().trim()).toBe(link);
  expect(xml('entry > title').text().trim()).toBe(title);
  expect(xml('entry > updated').text().trim()).toMatch(/^2022-01-11T00:00:00/);
  expect(parseAtomFeed(FEEDS.atom.write(source)).entries).toHaveLength(1);
});

it('JSON Feed is of version 1.1, with an id and content for each item', () => {
  const feed = parseJsonFeed(FEEDS.json.write(source));
  expect(JSON.parse(FEEDS.json.write(source))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: source.feedUrl,
  });
  expect(feed.items?.[0]).toMatchObject({ id: link, url: link, title });
});

it('feeds stay well-formed and keep the words, whatever they are', () => {
  fc.assert(
    fc.property(outsideText, (text) => {
      const statements = [evidence({ text, title: text, outlet: text, speaker: text })];
      for (const kind of ['rss', 'atom'] as const) {
        const written = FEEDS[kind].write({ ...source, title: 'T', statements });
        // eslint-disable-next-line no-control-regex
        expect(written).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u);
        expect(load(written, { xml: true })('item, entry').length).toBe(1);
      }
      expect(parseJsonFeed(FEEDS.json.write({ ...source, statements })).items).toHaveLength(1);
    }),
  );
});

it('the pages have a feed of all, of a side, a speaker and a topic, and link to it', async () => {
  const site = createTestSite();
  const rss = await site.get('/feed/rss?side=US');
  expect(rss.status).toBe(200);
  expect(rss.headers.get('content-type')).toContain('application/rss+xml');
  expect(parseRssFeed(await rss.text()).title).toBe('Parley · US');
  expect((await site.get('/feed/opml')).status).toBe(404);
  const { $ } = await site.page('/positions/US/missiles');
  expect(
    $('a[href^="/feed/"]')
      .get()
      .map((each) => $(each).attr('href')),
  ).toEqual([
    '/feed/rss?side=US&topic=missiles',
    '/feed/atom?side=US&topic=missiles',
    '/feed/json?side=US&topic=missiles',
  ]);
});
