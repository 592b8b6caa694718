import { describe, expect, it } from 'vitest';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { TALKS, UNKNOWN_PROVENANCE } from '../support/records.ts';
import { createTestSite } from '../support/pages/test-site.ts';

const QUOTE = evidence();
const QUOTE_LINK = `/articles/messenger?s=0-${QUOTE.end}#s=0-${QUOTE.end}`;

describe('the pages', () => {
  it('list the articles and what each side says on what', async () => {
    const { $, html } = await createTestSite().page('/');
    const links = $('.articles a')
      .get()
      .map(({ attribs }) => attribs['href']);
    expect(links).toEqual([
      '/articles/ndo',
      'https://example.org/ndo',
      '/articles/messenger',
      '/articles/eight-hour',
    ]);
    expect($('.articles li').first().text()).toContain('11 January 2022');
    expect(
      $('.matrix td')
        .get()
        .map((td) => $(td).text()),
    ).toEqual(['2 offers', 'none', '1 rejects', '1 demands']);
    expect($('.matrix a[href="/positions/US/missiles"]').attr('aria-label')).toBe(
      'US on Missiles: 2 statements',
    );
    expect($('.matrix a[href="/compare/missiles"], .matrix a[href="/timeline/missiles"]').length).toBe(2);
    expect(html.length).toBeLessThan(100_000);
  });

  it('have pictures, drawn for light and for dark', async () => {
    const site = createTestSite();
    const [$, timeline] = [(await site.page('/')).$, (await site.page('/timeline/missiles?side=US')).$];
    expect(timeline('img').attr('alt')).toBe('11 Jan 2022: US offers 2. Without a date: no side states 1.');
    const drawn = new Set<string>();
    for (const path of [
      $('img').attr('src'),
      $('source').attr('srcset'),
      timeline('img').attr('src'),
      timeline('source').attr('srcset'),
    ]) {
      const answer = await site.get(path ?? '');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'image/svg+xml; charset=utf-8',
      ]);
      drawn.add(await answer.text());
      // As it is kept.
      expect((await site.get(path ?? '')).headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    }
    expect(drawn.size).toBe(4);
    expect([...drawn].every((svg) => svg.startsWith('<svg'))).toBe(true);
  });

  it('give their statements to take along, narrowed as they are', async () => {
    const app = createFakeApp();
    const site = createTestSite({ app });
    const { $ } = await site.page('/positions/US/missiles');
    const links = $('a[download]')
      .get()
      .map(({ attribs }) => attribs['href'] ?? '');
    expect(links.map((link) => link.split('?')[0])).toEqual([
      '/export/csv',
      '/export/jsonl',
      '/export/markdown',
      '/export/bibtex',
    ]);
    app.override.article = async (id) => ({
      article: { ...TALKS.geneva.article, id, author: 'A. Writer' },
      statements: [],
    });
    const answer = await site.get(links[1] ?? '');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="statements.jsonl"');
    const rows = (await answer.text()).split('\n').filter((line) => line !== '');
    expect(rows.map((row): unknown => JSON.parse(row))).toMatchObject([
      { side: 'US', topics: ['missiles'], author: 'A. Writer' },
      { side: 'US', topics: ['missiles'] },
    ]);
    for (const { status } of [await site.get('/export/pdf'), await site.get('/export/toString')])
      expect(status).toBe(404);
    expect((await site.get(`/export/csv?side=${'x'.repeat(300)}`)).status).toBe(400);
  });

  it('have the question box, a skip link, one heading of the first order and landmarks', async () => {
    const site = createTestSite();
    for (const path of [
      '/',
      '/speakers',
      '/changes',
      '/positions/US/missiles',
      '/compare/missiles',
      '/timeline/missiles',
      '/search',
      '/privacy',
      '/terms',
      '/nope',
    ]) {
      const { $ } = await site.page(path);
      expect($('form[role=search] input[name=q]').length, path).toBe(1);
      expect($('.skip-link').attr('href'), path).toBe('#main');
      expect($('h1').length, path).toBe(1);
      expect($('header, nav[aria-label=Pages], main, footer').length, path).toBeGreaterThanOrEqual(4);
      expect($('html').attr('lang')).toBe('en');
      expect($('[style], style, script:not([src])').length, path).toBe(0);
    }
  });

  it('tell what is kept of whoever asks, and what may be expected', async () => {
    const site = createTestSite();
    const privacy = (await site.page('/privacy')).$;
    expect(privacy('h1').text()).toBe('Privacy');
    expect(privacy('main').text()).toMatch(/for an hour at most.*for ten minutes.*for a week/s);
    const terms = (await site.page('/terms')).$;
    expect(terms('h1').text()).toBe('Terms of service');
    expect(
      terms('footer a')
        .map((_, link) => terms(link).attr('href'))
        .get(),
    ).toEqual(['/privacy', '/terms']);
  });

  it('show a side’s position, each quote linked to its place, its speaker and its topics', async () => {
    const { $ } = await createTestSite().page('/positions/US/nato-enlargement');
    expect($('h1').text()).toBe('US on NATO enlargement');
    expect($('h2').text()).toBe('Rejects (1)');
    expect($('blockquote').text()).toBe(QUOTE.text);
    expect($('.source a').attr('href')).toBe(QUOTE_LINK);
    expect($('.who a').attr('href')).toBe('/speakers/Wendy%20Sherman');
    expect($('.quote .topics a').attr('href')).toBe('/positions/US/nato-enlargement');
    expect($('nav.topics a[href="/compare/nato-enlargement"]').text()).toBe('Compare sides');
  });

  it('say that a side says nothing', async () => {
    const { $ } = await createTestSite().page('/positions/Russia/missiles');
    expect($('main').text()).toContain('No statement found in 3 articles.');
  });

  it('give quotation marks that direct speech lacks by the style sheet alone', async () => {
    const own = evidence({ text: '“We will not,”' });
    const site = createTestSite({ app: createFakeApp([QUOTE, { ...own, start: 90 }]) });
    const { $ } = await site.page('/positions/US/nato-enlargement');
    const quotes = $('blockquote p')
      .get()
      .map((p) => [$(p).text(), $(p).attr('class')]);
    expect(quotes).toEqual([
      [QUOTE.text, 'opened closed'],
      ['“We will not,”', undefined],
    ]);
  });

  it('list who speaks, by side, and show what somebody says', async () => {
    const site = createTestSite();
    const { $ } = await site.page('/speakers');
    expect(
      $('h2')
        .get()
        .map((h2) => $(h2).text()),
    ).toEqual(['US', 'Russia']);
    const one = await site.page($('.speakers a').last().attr('href') ?? '');
    expect(one.$('h1').text()).toBe('Sergey Ryabkov');
    expect(one.$('header.about').text()).toContain('also called Sergei Ryabkov');
    expect(one.$('blockquote').text()).toBe('We need ironclad, legally relevant guarantees, not promises');
  });

  it('show what somebody says on a topic', async () => {
    const { $ } = await createTestSite().page('/speakers/Wendy%20Sherman?topic=missiles');
    expect($('h1').text()).toBe('Wendy Sherman on Missiles');
    expect($('blockquote').length).toBe(1);
    expect($('[aria-current=page]').text()).toBe('Missiles 1');
  });

  it('name those who are meant where nobody has the name', async () => {
    const { status, $ } = await createTestSite().page('/speakers/Shermann');
    expect(status).toBe(404);
    expect($('main').text()).toContain('Did you mean Wendy Sherman?');
  });

  it('compare two sides, those that said most or those that are named', async () => {
    const site = createTestSite();
    const { $ } = await site.page('/compare/nato-enlargement');
    expect(
      $('.beside h2')
        .get()
        .map((h2) => $(h2).text()),
    ).toEqual(['US', 'Russia']);
    const turned = await site.page('/compare/nato-enlargement?side=Russia&side2=US');
    expect(turned.$('h1').text()).toBe('Russia and US on NATO enlargement');
    expect(turned.$('select[name=side] [selected]').attr('value')).toBe('Russia');
    expect((await site.page('/compare/nato-enlargement?side=Russia')).status).toBe(400);
    expect((await site.page('/compare/nato-enlargement?side=US&side2=US')).status).toBe(400);
  });

  it('show what was said by date, undated apart', async () => {
    const { $ } = await createTestSite().page('/timeline/missiles');
    expect(
      $('h2')
        .get()
        .map((h2) => $(h2).text()),
    ).toEqual(['11 January 2022', 'In articles without a date']);
  });

  it('answer questions as the bot does', async () => {
    const app = createFakeApp();
    const { $ } = await createTestSite({ app }).page('/search?q=Who+spoke+of+missiles%3F&side=US&topic=');
    expect(app.asked).toEqual([{ question: 'Who spoke of missiles?', filters: { side: 'US' } }]);
    expect($('h1').text()).toBe('Who spoke of missiles?');
    expect($('h2').text()).toBe('2 citations from 2 articles');
    expect($('input[name=q]').attr('value')).toBe('Who spoke of missiles?');
    expect($('details').attr('open')).toBeDefined();
    expect($('select[name=side] [selected]').attr('value')).toBe('US');
  });

  it('say that there is no answer, and label what is near', async () => {
    const { status, $ } = await createTestSite().page('/search?q=Who+won%3F');
    expect(status).toBe(200);
    expect($('h2').text()).toBe('Nothing found.');
    expect($('main').text()).toContain(
      'Searched 3 articles, 5 passages. The closest I found is below; it is no answer.',
    );
    expect($('.quote .warning').text()).toBe('closest, but no answer');
  });

  it('ask nothing before there is a question', async () => {
    const app = createFakeApp();
    const { status, $ } = await createTestSite({ app }).page('/search?q=+');
    expect([status, app.asked.length, $('h2').length]).toEqual([200, 0, 0]);
  });

  it('lead to the bot where it can be tried', async () => {
    const preview = { fetch: () => new Response('the bot') };
    const site = createTestSite({ preview });
    expect((await site.page('/')).$('nav a[href="/preview"]').text()).toBe('Try the bot');
    expect(await (await site.get('/preview/command', { method: 'POST', body: '{}' })).text()).toBe('the bot');
    expect((await createTestSite().page('/')).$('a[href="/preview"]').length).toBe(0);
  });
});

describe('an article', () => {
  const text = 'She spoke. We will not allow it. He left.';
  const said = evidence({ text: 'We will not allow it', start: 11, end: 31, article: 'a' });
  const next = evidence({
    text: 'He left',
    start: 33,
    end: 40,
    article: 'a',
    speaker: null,
    side: null,
    topics: [],
  });
  const meta = { id: 'a', title: 'Talks', outlet: 'The Daily', author: 'A. Writer', published: null };
  const app = createFakeApp();
  app.override.article = async (id) =>
    id === 'a'
      ? {
          article: {
            ...UNKNOWN_PROVENANCE,
            ...meta,
            url: 'https://news.example/a',
            text,
            hash: '',
            skips: [],
          },
          statements: [said, next],
        }
      : null;
  const site = createTestSite({ app });

  it('links to the outlet, and to who speaks', async () => {
    const { $ } = await site.page('/articles/a');
    expect($('article').text()).toBe(text);
    expect($('.about a').attr('href')).toBe('https://news.example/a');
    expect($('.about .source').text()).toBe('The Daily (their page)A. Writerundated2 statements');
    expect($('.key a').attr('href')).toBe('/speakers/Wendy%20Sherman');
    expect($('.marked').length).toBe(0);
  });

  it('shows whose words are highlighted, with their positions and the next statement', async () => {
    const { $ } = await site.page('/articles/a?s=11-31');
    expect($('mark').text()).toBe('We will not allow it');
    expect($('.marked .who a').attr('href')).toBe('/speakers/Wendy%20Sherman');
    expect($('.marked .topics a').attr('href')).toBe('/positions/US/nato-enlargement');
    expect(
      $('.steps a')
        .get()
        .map((a) => [$(a).text(), $(a).attr('href')]),
    ).toEqual([
      ['Next statement', '?s=33-40#s=33-40'],
      ['This quote alone, to share', '/quotes/a/11-31'],
    ]);
  });

  it('says that highlighted words are nobody’s statement', async () => {
    const { $ } = await site.page('/articles/a?s=0-10');
    expect($('mark').text()).toBe('She spoke.');
    expect($('.marked').text()).toContain('The article’s own words: nobody’s statement.');
  });

  it('is shown with a notice where the link asks for characters that it does not have', async () => {
    const { status, $ } = await site.page('/articles/a?s=30-4000');
    expect(status).toBe(404);
    expect($('.warning').text()).toContain('it may have been edited since');
    expect($('article').text()).toBe(text);
  });

  it('that is not there is said so', async () => {
    const { status, $ } = await site.page('/articles/b');
    expect([status, $('h1').text()]).toEqual([404, 'Not found']);
    expect($('.lead').text()).toBe('There is no such article.');
  });
});
