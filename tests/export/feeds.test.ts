import * as fc from 'fast-check';
import { Resvg } from '@resvg/resvg-js';
import { load } from 'cheerio';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, it } from 'vitest';
import { FEEDS } from '../../src/export/feeds.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { outsideText } from '../support/outside-text.ts';
import { createTestSite } from '../support/pages/test-site.ts';

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

/** Reads XML as a parser that forgives nothing does. */
const strictly = (xml: string): Resvg =>
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg">${xml.replace(/^<\?xml[^>]*\?>/, '')}</svg>`);

const RFC_822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} \p{Lu}\p{Ll}{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** What the W3C's feed validator asks of any feed, errors and warnings, but for what only its sender knows. */
function expectValid(rss: string, atom: string, json: string): void {
  strictly(rss);
  strictly(atom);
  const $ = load(rss, { xml: true });
  expect($('rss').attr('version')).toBe('2.0');
  for (const part of ['title', 'link', 'description', 'lastBuildDate'])
    expect($(`channel > ${part}`).length, part).toBe(1);
  const self = $('channel > atom\\:link');
  expect([self.attr('rel'), self.attr('type')]).toEqual(['self', 'application/rss+xml']);
  const guids = $('item > guid')
    .toArray()
    .map((one) => $(one).text());
  expect(new Set(guids).size).toBe(guids.length);
  for (const one of $('item').toArray()) {
    expect(URL.canParse($(one).children('link').text())).toBe(true);
    expect($(one).children('title').text().trim()).not.toBe('');
    expect($(one).children('pubDate').text()).toMatch(RFC_822);
    // Outside text is no markup where a description is read as HTML.
    expect(load($(one).children('description').text())('body *:not(br)').length).toBe(0);
  }
  const a = load(atom, { xml: true });
  for (const part of ['id', 'title', 'updated', 'link[rel="self"]', 'author > name'])
    expect(a(`feed > ${part}`).length, part).toBe(1);
  const ids = a('entry > id')
    .toArray()
    .map((one) => a(one).text().trim());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => URL.canParse(id))).toBe(true);
  for (const one of a('updated').toArray()) expect(a(one).text().trim()).toMatch(RFC_3339);
  const times = a('entry > updated')
    .toArray()
    .map((one) => a(one).text().trim());
  expect(times).toEqual(times.toSorted().toReversed());
  if (times.length > 0) expect(a('feed > updated').text().trim()).toBe(times[0]);
  const feed = parseJsonFeed(json);
  expect(feed.title).not.toBe('');
  for (const item of feed.items ?? []) {
    expect(typeof item.id).toBe('string');
    expect(item.content_text).not.toBe('');
    expect(String(item.date_published)).toMatch(RFC_3339);
  }
  expect(JSON.parse(json)).toMatchObject({ items: expect.any(Array) });
  expect(new Set(feed.items?.map(({ id }) => id)).size).toBe(feed.items?.length ?? 0);
}

it('all three are valid by the rules of their standards, whatever is said, in whatever order, and twice', () => {
  const said = fc.record({
    text: outsideText,
    speaker: fc.option(outsideText),
    start: fc.nat(3),
    day: fc.integer({ min: 10, max: 28 }),
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 6 }), outsideText, (all, name) => {
      const statements = all.map(({ day, ...one }) =>
        evidence({ ...one, title: one.text, published: `2022-01-${day}`, end: one.start + 1 }),
      );
      const given = { ...source, title: `Parley ${name}`, statements };
      expectValid(FEEDS.rss.write(given), FEEDS.atom.write(given), FEEDS.json.write(given));
    }),
  );
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

it('what can be followed has a feed: also an act of a side or on a topic', async () => {
  const site = createTestSite();
  const feed = parseRssFeed(await (await site.get('/feed/rss?topic=missiles&act=offers')).text());
  expect(feed.title).toBe('Parley · Missiles · offers');
  expect(feed.items?.length).toBeGreaterThan(0);
  expect(feed.items?.every(({ title: words }) => words?.includes('· offers'))).toBe(true);
  const none = await site.get('/feed/rss?act=sings');
  expect(none.status).toBeGreaterThanOrEqual(400);
  expect(await none.text()).toContain('There is no act “sings”');
});
