import * as fc from 'fast-check';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { UNKNOWN_PROVENANCE } from '../support/records.ts';
import { speakerPath } from '../../src/web/reader/links.ts';
import { anyEvidence } from '../support/answers/any-evidence.ts';
import { outsideText } from '../support/outside-text.ts';
import { createTestSite } from '../support/pages/test-site.ts';

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></mark></article><script>alert(1)</script>',
  '&lt;script&gt; &amp; &#x3c;b&#x3e;',
  '<!-- -->',
  ']]>',
  '${alert(1)} {{7*7}}',
];
const PATHS = [
  '/',
  '/speakers',
  '/changes',
  '/articles/nasty',
  '/articles/nasty?s=0-5',
  '/positions/US/missiles',
  '/compare/missiles',
  '/timeline/missiles',
  '/search?q=letters',
];

/** What a page may be made of: anything else came out of outside text. */
function expectHarmless(html: string, where: string): void {
  const $ = load(html);
  expect(
    $('script')
      .get()
      .map(({ attribs }) => attribs),
    where,
  ).toEqual([{ src: '/reader.js', defer: '' }]);
  expect($('iframe, object, embed, style, base, svg, form[action^="http"]').length, where).toBe(0);
  for (const { attribs } of $('img').get()) expect(attribs['src'], where).toMatch(/^\/(?:matrix|timeline)/);
  for (const node of $('*').get()) {
    const attribs = 'attribs' in node ? node.attribs : {};
    expect(
      Object.keys(attribs).filter((name) => name.startsWith('on')),
      where,
    ).toEqual([]);
    const href = attribs['href'];
    if (href !== undefined) expect(href, where).toMatch(/^(?:\/(?!\/)|\?s=|#main$|https?:\/\/)/);
  }
}

function siteOf(item: ReturnType<typeof evidence>) {
  const app = createFakeApp([item]);
  const meta = {
    id: 'nasty',
    title: item.title,
    outlet: item.outlet,
    author: item.outlet,
    published: item.published,
  };
  app.override.article = async () => ({
    article: { ...UNKNOWN_PROVENANCE, ...meta, url: item.url, text: item.text, hash: '', skips: [] },
    statements: [item],
  });
  app.override.sources = async () => [{ ...meta, url: item.url, sentences: 1, passages: 1, statements: 1 }];
  return createTestSite({ app });
}

describe('outside text stays text', () => {
  it.each(NASTY)('in every field of every page: %j', async (nasty) => {
    const text = `letters ${nasty}`;
    const fields = {
      title: nasty,
      outlet: nasty,
      url: nasty,
      speaker: nasty,
      side: 'US',
      topics: ['missiles'],
    };
    const item = evidence({ article: 'nasty', ...fields, text, published: nasty });
    const site = siteOf(item);
    for (const path of [
      ...PATHS,
      `/speakers/${encodeURIComponent(nasty)}`,
      `/search?q=${encodeURIComponent(nasty)}`,
    ]) {
      const { html, status, $ } = await site.page(path);
      expect([200, 400], path).toContain(status);
      expectHarmless(html, path);
      if (path === '/articles/nasty') expect($('article').text()).toBe(text);
      if (path.startsWith('/positions')) expect($('blockquote').text()).toBe(text);
    }
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'file:///etc',
  ])('an address that is none of the web is no link: %s', async (url) => {
    const { $ } = await siteOf(evidence({ article: 'nasty', url, topics: ['missiles'] })).page(
      '/articles/nasty',
    );
    expect($('.about a').length).toBe(0);
  });

  it('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvidence, async (any) => {
        const item = { ...any, article: 'nasty', topics: ['missiles'], start: 0, end: any.text.length };
        const site = siteOf(item);
        for (const path of PATHS) {
          const { html, status } = await site.page(path);
          expect([200, 404], path).toContain(status);
          expectHarmless(html, path);
        }
        expect(site.lines()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('in paths: who is linked is who is looked up', async () => {
    const app = createFakeApp();
    const asked: string[] = [];
    app.override.speaker = async (name) => {
      asked.push(name);
      return { speaker: null, statements: [], suggestions: [] };
    };
    const site = createTestSite({ app });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(outsideText, fc.constantFrom('a/b', '100%', '%41', '?', '#', 'a+b')),
        async (name) => {
          // Half a character cannot be written in a path, two of them are names of folders, and very long ones are refused.
          fc.pre(!/^\.{0,2}$|\p{Surrogate}/u.test(name) && speakerPath(name).length < 10_000);
          expect((await site.page(speakerPath(name))).status).toBe(404);
          expect(asked.at(-1)).toBe(name);
        },
      ),
    );
  });

  it('in messages about it', async () => {
    const site = createTestSite();
    const { html, $ } = await site.page(`/search?q=missiles&side=${encodeURIComponent(NASTY[0] ?? '')}`);
    expectHarmless(html, 'message');
    expect($('.lead').text()).toContain('<script>alert(1)</script>');
  });
});
