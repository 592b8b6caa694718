import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { Evidence } from '../../src/domain/answer.ts';
import { quotePath } from '../../src/domain/quote/quote-link.ts';
import { openSeededApp } from '../support/seeded-app.ts';
import { createTestSite } from '../support/pages/test-site.ts';

let app: App;
let site: ReturnType<typeof createTestSite>;
beforeAll(async () => {
  app = await openSeededApp();
  site = createTestSite({ app });
});
afterAll(() => app.close());

/** Follows a link as a browser does, as far as the server is concerned. */
const follow = (link: string) => site.page(link.replace(/#.*/, ''));

async function expectHighlighted(item: Evidence): Promise<void> {
  const link = quotePath(item);
  const { $, status } = await follow(link);
  const view = await app.article(item.article);
  expect(status, link).toBe(200);
  expect($('mark').text(), link).toBe(view?.article.text.slice(item.start, item.end));
  expect($('mark').text(), link).toBe(item.text);
  expect(
    $('[id]').filter((_, { attribs }) => `#${attribs['id']}` === new URL(link, 'http://x').hash).length,
  ).toBe(1);
}

describe('the collection in the reader', () => {
  it('has every article, character for character', async () => {
    const sources = await app.sources();
    expect(sources.length).toBe(5);
    for (const { id } of sources) {
      const { $ } = await site.page(`/articles/${id}`);
      expect($('article').text()).toBe((await app.article(id))?.article.text);
    }
  });

  it('highlights every statement as it stands in its article', async () => {
    const statements = await app.statements();
    expect(statements.length).toBeGreaterThan(90);
    for (const statement of statements) await expectHighlighted(statement);
  });

  it('highlights what answers a question', async () => {
    const { evidence } = await app.ask('What did the US offer on missiles?', { limit: 15 });
    expect(evidence.length).toBeGreaterThan(1);
    for (const item of evidence) await expectHighlighted(item);
  });

  it('has the very words of each quote behind its link', async () => {
    const pages = [
      '/positions/Russia/nato-enlargement',
      '/compare/missiles',
      '/timeline/ukraine',
      '/speakers/Wendy%20Sherman',
    ];
    for (const page of pages) {
      const { $ } = await site.page(page);
      const quotes = $('.quote')
        .get()
        .map((quote) => ({
          words: $(quote).find('blockquote').text(),
          link: $(quote).find('.source a').attr('href') ?? '',
        }));
      expect(quotes.length, page).toBeGreaterThan(2);
      for (const { words, link } of quotes) expect((await follow(link)).$('mark').text(), link).toBe(words);
    }
  });

  it('has no link that leads nowhere, and no page over 100 kB', async () => {
    const seen = new Set(['/']);
    for (const path of seen) {
      const answer = await site.get(path);
      const html = await answer.text();
      expect(answer.status, path).toBe(200);
      expect(html.length, path).toBeLessThan(100_000);
      for (const { attribs } of load(html)('a[href]').get()) {
        const url = new URL(attribs['href'] ?? '', `http://localhost${path}`);
        if (url.host === 'localhost') seen.add(url.pathname + url.search);
      }
    }
    expect(seen.size).toBeGreaterThan(150);
  });

  it('refuses what the collection does not have, in one sentence', async () => {
    for (const path of [
      '/positions/Mars/missiles',
      '/positions/US/cheese',
      '/compare/cheese',
      '/timeline/cheese',
    ])
      expect((await site.page(path)).status, path).toBe(404);
    for (const path of [
      '/search?q=missiles&side=Mars',
      '/search?q=%F0%9F%99%82',
      '/search?q=missiles&since=soon',
      `/search?q=${'missiles+'.repeat(200)}`,
      '/timeline/missiles?speaker=Nobody+Known',
      '/timeline/missiles?side=%00',
      '/compare/missiles?side=US&side2=Mars',
    ]) {
      const { status, $ } = await site.page(path);
      expect([status, $('h1').text()], path).toEqual([400, 'This cannot be used']);
      expect($('.lead').text().length, path).toBeGreaterThan(20);
    }
    expect(site.lines()).toEqual([]);
  });
});
