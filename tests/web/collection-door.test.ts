import { expect, it } from 'vitest';
import { z } from 'zod';
import { createFakeApp } from '../support/fake-app.ts';
import { createFakeCollections } from '../support/fake-collections.ts';
import { createTestSite } from '../support/pages/test-site.ts';

const Feed = z.object({ feed_url: z.string(), items: z.array(z.object({ url: z.string() })) });

async function open() {
  const app = createFakeApp();
  const { collections, apps } = createFakeCollections(app);
  const [one, two] = [await collections.make(), await collections.make()];
  return { one, two, collections, apps, ...createTestSite({ app, collections }) };
}

it('shows a server’s collection below its key, and no other there', async () => {
  const { one, two, get } = await open();
  const [own, other, shared] = await Promise.all(
    [`/c/${one}/search?q=missiles`, `/c/${two}/search?q=missiles`, '/search?q=missiles'].map(async (path) =>
      (await get(path)).text(),
    ),
  );
  expect(own).toContain('Harbour1');
  expect(own).not.toContain('Harbour2');
  expect(other).toContain('Harbour2');
  expect(other).not.toContain('Harbour1');
  expect(shared).not.toMatch(/Harbour/);
});

it('links of its pages lead to its own pages alone, those of failures too', async () => {
  const site = await open();
  const { one } = site;
  for (const path of [
    '/',
    '/speakers',
    '/changes',
    '/search?q=missiles',
    '/positions/US/missiles',
    '/none',
    '/privacy',
  ]) {
    const { $ } = await site.page(`/c/${one}${path}`);
    const links = $('[href], [src], [action]')
      .toArray()
      .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? $(element).attr('action') ?? '')
      .filter((link) => link.startsWith('/'));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !link.startsWith(`/c/${one}/`))).toEqual([]);
  }
});

it('what its links name is there: style, feeds, exports, pictures', async () => {
  const { one, get } = await open();
  for (const path of [
    '/reader.css',
    '/feed/rss',
    '/export/csv',
    '/matrix.svg',
    '/timeline/missiles/picture.svg',
  ])
    expect((await get(`/c/${one}${path}`)).status, path).toBe(200);
  const feed = Feed.parse(await (await get(`/c/${one}/feed/json`)).json());
  expect(feed.feed_url).toBe(`http://localhost/c/${one}/feed/json`);
  expect(feed.items[0]?.url).toContain(`http://localhost/c/${one}/`);
});

it('asks search engines and caches of others to leave it alone', async () => {
  const { one, get } = await open();
  const { headers } = await get(`/c/${one}/`);
  expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  expect(headers.get('cache-control')).toBe('private, no-cache');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect((await get('/')).headers.get('x-robots-tag')).toBeNull();
});

it('there is nothing below another key, one that is gone, or where servers have none', async () => {
  const { one, get, collections } = await open();
  await collections.remove(one);
  for (const path of [`/c/${one}/`, '/c/x/', '/c/', '/c']) expect((await get(path)).status, path).toBe(404);
  expect((await createTestSite().get(`/c/${one}/`)).status).toBe(404);
});

it('is read, not written to, and an address without its last stroke leads there', async () => {
  const { one, get } = await open();
  expect((await get(`/c/${one}/`, { method: 'POST' })).status).toBe(405);
  expect((await get(`/c/${one}`)).headers.get('location')).toBe(`/c/${one}/`);
});
