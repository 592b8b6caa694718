import { describe, expect, it } from 'vitest';
import { UNKNOWN_PROVENANCE } from '../../support/records.ts';
import { createFakeApp, evidence } from '../../support/fake-app.ts';
import { createTestSite } from '../../support/pages/test-site.ts';

const TEXT =
  'They met. “We will not allow it,” Wendy Sherman said. Home went all of them, by boat and by train.';
const said = evidence({ article: 'a', text: 'We will not allow it', start: 11, end: 31 });
const AT = 'https://parley.example';

function createSite(given: { readonly publicUrl?: string } = {}) {
  const app = createFakeApp();
  app.override.article = async (id) =>
    id === 'a'
      ? {
          article: {
            id: 'a',
            title: 'Talks',
            outlet: 'The Messenger',
            author: null,
            published: '2022-01-11',
            url: null,
            text: TEXT,
            skips: [{ start: 0, end: 9 }],
            hash: '',
            ...UNKNOWN_PROVENANCE,
          },
          statements: [said],
        }
      : null;
  return createTestSite({ app, ...given });
}

const withProperty = (name: string): string => `meta[property="og:${name}"]`;

describe('the page of a quote alone', () => {
  it('shows the quote, who says it and where, and may stand in a frame', async () => {
    const site = createSite();
    const response = await site.get('/quotes/a/11-31');
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
    const { $ } = await site.page('/quotes/a/11-31');
    expect($('blockquote').text()).toBe(said.text);
    expect($('.who').text()).toContain('Wendy Sherman');
    expect($('base').attr('target')).toBe('_top');
    expect($('main > .source a').first().attr('href')).toBe('/articles/a?s=11-31#s=11-31');
    expect((await site.get('/')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each(['/quotes/a/11-31', '/articles/a?s=11-31'])('a link to %s shows the quote', async (path) => {
    const { $ } = await createSite({ publicUrl: `${AT}/` }).page(path);
    expect($(withProperty('title')).attr('content')).toBe('Wendy Sherman (US) · rejects');
    expect($(withProperty('description')).attr('content')).toBe(said.text);
    expect($(withProperty('url')).attr('content')).toBe(`${AT}/quotes/a/11-31`);
    expect($(withProperty('image')).attr('content')).toBe(`${AT}/quotes/a/11-31/card.png`);
    expect($(withProperty('image:alt')).attr('content')).toContain(said.text);
  });

  it('an article without a quote that is asked for has none to show', async () => {
    const { $ } = await createSite().page('/articles/a');
    expect($('meta[property]').length).toBe(0);
  });

  it('has a card, drawn for light and for dark, of the size that its page says', async () => {
    const site = createSite();
    const cards = await Promise.all(
      ['/quotes/a/11-31/card.png', '/quotes/a/11-31/card.png?theme=dark'].map(async (path) => {
        const response = await site.get(path);
        expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
        return Buffer.from(await response.arrayBuffer());
      }),
    );
    expect(cards.map((card) => [card.readUInt32BE(16), card.readUInt32BE(20)])).toEqual([
      [1200, 630],
      [1200, 630],
    ]);
    expect(cards[0]?.equals(cards[1] ?? Buffer.of())).toBe(false);
  });

  it('keeps a card as it was drawn, and links for who asks by another name of the host apart', async () => {
    const site = createSite();
    const [first, again] = [
      await site.get('/quotes/a/11-31/card.png'),
      await site.get('/quotes/a/11-31/card.png'),
    ];
    expect(again.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await first.arrayBuffer()))).toBe(true);
    for (const host of ['localhost', '127.0.0.1']) {
      const { $ } = await site.page(`http://${host}/articles/a?s=11-31`);
      expect($(withProperty('url')).attr('content')).toBe(`http://${host}/quotes/a/11-31`);
    }
  });

  it.each(['/quotes/b/0-5', '/quotes/a/5-2', '/quotes/a/x', '/quotes/a/10-9999', '/quotes/a/0-31'])(
    '%s is not there, or over boilerplate',
    async (path) => {
      const site = createSite();
      expect((await site.get(path)).status).toBe(404);
      expect((await site.get(`${path}/card.png`)).status).toBe(404);
    },
  );

  it('names who says it where a stretch is mostly their words, and nobody where it is not', async () => {
    const site = createSite();
    const mostly = (await site.page('/quotes/a/10-46')).$('.who').text();
    expect(mostly).toContain('Wendy Sherman');
    expect(mostly).toContain('partly quoted');
    const part = (await site.page('/quotes/a/11-22')).$('.who').text();
    expect(part).toContain('Wendy Sherman');
    for (const span of [`53-${TEXT.length}`, `10-${TEXT.length}`])
      expect((await site.page(`/quotes/a/${span}`)).$('.who').text()).toBe("the article's own words");
  });

  it('quotes on pages say how far others bear them out', async () => {
    const app = createFakeApp();
    const found = await app.ask('What about missiles?');
    app.override.ask = async () => ({
      ...found,
      evidence: [evidence({ carriers: { outlets: 1, copies: 0 }, copyOf: 'b', language: 'fr' })],
    });
    const { $ } = await createTestSite({ app }).page('/search?q=missiles');
    expect($('.quote .source').first().text()).toMatch(/in Frenchcopy of another reportone outlet only$/);
  });
});
