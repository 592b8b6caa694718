import { expect, it } from 'vitest';
import { CHANGES } from '../support/answers/changes.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { createTestSite } from '../support/pages/test-site.ts';

it('the page of changes shows each with its two quotes side by side, the words that differ marked', async () => {
  const app = createFakeApp();
  const asked: unknown[] = [];
  app.override.changes = async (filters) => {
    asked.push(filters);
    return CHANGES;
  };
  const { $, status } = await createTestSite({ app }).page('/changes?side=US&since=2022-01-01');
  expect(status).toBe(200);
  expect(asked).toEqual([{ side: 'US', topic: undefined, since: '2022-01-01' }]);
  const [newest, oldest] = $('section.change').get();
  if (newest === undefined || oldest === undefined) throw new Error('two changes were given');
  expect($(newest).find('h2').text()).toBe('12 launchers → 14 launchers');
  expect(
    $(newest)
      .find('.beside h3')
      .get()
      .map((each) => $(each).text()),
  ).toEqual(['Before', 'Now']);
  expect(
    $(newest)
      .find('mark')
      .get()
      .map((each) => $(each).text()),
  ).toEqual(['12', 'if inspectors may come', '14']);
  expect($(newest).find('blockquote').first().text()).toBe('We offer 12 launchers if inspectors may come');
  expect($(newest).find('.source a[href^="/articles/"]').length).toBe(2);
  expect($(oldest).find('h2').text()).toBe('First statement in these articles');
  expect($(oldest).find('blockquote').length).toBe(1);
});

it('the page of changes on a topic shows the whole way as a picture, told in words', async () => {
  const app = createFakeApp();
  app.override.changes = async () => CHANGES;
  const site = createTestSite({ app });
  const { $ } = await site.page('/changes?topic=missiles&since=2022-02-01');
  expect($('img').attr('alt')).toBe('US: 11 Jan 2022 offers; 3 Feb 2022 12 launchers → 14 launchers.');
  for (const path of [$('img').attr('src'), $('source').attr('srcset')]) {
    const picture = await site.get(path ?? '');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
  }
  expect((await site.page('/changes')).$('img').length).toBe(0);
  expect((await site.get('/changes/picture.svg')).status).toBe(404);
});

it('the page of changes says so where there are none, and which filters cannot be used', async () => {
  const { $ } = await createTestSite().page('/changes');
  expect($('main').text()).toContain('No change found in 3 articles.');
  expect($('section.change').length).toBe(0);
});
