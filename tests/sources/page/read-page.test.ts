import { describe, expect, it } from 'vitest';
import { subtract, textAt } from '../../../src/text/span.ts';
import type { Draft } from '../../../src/sources/draft.ts';
import { pageSource } from '../../../src/sources/kinds/page-source.ts';

const read = async (html: string | Uint8Array, contentType: string | null = null): Promise<Draft> =>
  pageSource.read({ name: 'a.html', bytes: Buffer.from(html), contentType });
const page = (body: string, head = ''): string => `<html><head>${head}</head><body>${body}</body></html>`;
const json = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const STORY =
  '<p>“We will not sign,” Ines Bard said on Monday.</p><p>She left in the evening, and no new date was set.</p>';
const LONG =
  '<p>The two delegations spoke about the lease of the port, and about nothing else all day.</p>'.repeat(40);

describe('the text of a page', () => {
  it('has who is quoted at the foot of a block quote, and no foot of the page', async () => {
    const quote =
      '<blockquote><p>The pier leans.</p><footer>— <cite>Ann Roe</cite>, warden</footer></blockquote>';
    const { text } = await read(page(`<article>${STORY}${quote}</article><footer>© 2022</footer>`));
    expect(text).toContain('The pier leans.\n\n— Ann Roe, warden');
    expect(text).not.toContain('©');
  });

  it.each([
    ['a foot', '<blockquote><p>It leans.</p><footer>Ann Roe, warden</footer></blockquote>'],
    ['a name', '<blockquote>It leans.<br><cite>Ann Roe, warden</cite></blockquote>'],
    [
      'a name in a foot',
      '<blockquote><p>It leans.</p><footer><cite>Ann Roe</cite>, warden</footer></blockquote>',
    ],
    [
      'a caption',
      '<figure><blockquote><p>It leans.</p></blockquote><figcaption>Ann Roe, warden</figcaption></figure>',
    ],
  ])('has a dash before %s of a block quote', async (_name, quote) => {
    const { text } = await read(page(`<article>${STORY}${quote}</article>`));
    expect(text).toContain('It leans.\n\n— Ann Roe, warden');
  });

  it('has no dash before a work that is named in a block quote, nor before captions of pictures', async () => {
    const quote = '<blockquote><p>I read <cite>The Pier</cite> twice, and wept.</p></blockquote>';
    const figure = '<figure><img src="a.jpg" alt=""><figcaption>The pier at noon</figcaption></figure>';
    const { text } = await read(page(`<article>${STORY}${quote}${figure}</article>`));
    expect(text).toContain('I read The Pier twice, and wept.');
    expect(text).not.toContain('—');
  });

  it.each<[string, string, string]>([
    ['within a form', `<form><div><h1>Talks</h1>${STORY}</div></form>`, 'Talks'],
    [
      'behind a teaser that is an article too',
      `<article class="card"><a href="/a"><h3>Storm</h3></a></article><main><article>${STORY}</article></main>`,
      '“We',
    ],
    [
      'in several parts',
      `<article><div itemprop="articleBody"><p>The talks stalled on Monday.</p></div><div class="ad">Advertisement</div><div itemprop="articleBody">${STORY}</div></article>`,
      'The talks stalled',
    ],
  ])('is found %s', async (_name, body, start) => {
    const { text } = await read(page(body));
    expect(text.trim().startsWith(start) || text.includes(start)).toBe(true);
    expect(text).toContain('“We will not sign,” Ines Bard said on Monday.\n\nShe left in the evening');
  });

  it('has no scripts, no hidden words and nothing of menus', async () => {
    const around =
      '<nav>Home</nav><script>alert(1)</script><p hidden>Hidden</p><p style="display: none">Gone</p>';
    const { text } = await read(page(`${around}<article>${STORY}</article><footer>©</footer>`));
    expect(text).not.toMatch(/Home|alert|Hidden|Gone|©/);
  });

  it('has the marks that a browser shows around short quotations', async () => {
    const { text } = await read(page('<article><p><q>Nobody will pay</q>, answered Per Holm.</p></article>'));
    expect(text).toBe('“Nobody will pay”, answered Per Holm.\n');
  });

  it('is read from what is told to machines where scripts would show it', async () => {
    const body = 'The talks ended on Monday. '.repeat(30).trim();
    const html = page('<div id="root"></div>', json({ '@type': 'NewsArticle', articleBody: body }));
    expect(await read(html)).toMatchObject({ text: `${body}\n`, partial: null });
  });

  it('is decoded by what header and page declare', async () => {
    const words = Buffer.concat([
      Buffer.from('<p>'),
      Buffer.from([0x93]),
      Buffer.from('We won'),
      Buffer.from([0x92]),
      Buffer.from('t pay</p>'),
    ]);
    const declared = Buffer.concat([Buffer.from('<meta charset="windows-1252">'), words]);
    expect((await read(declared)).text).toBe('“We won’t pay\n');
    const cyrillic = Buffer.concat([
      Buffer.from('<p>'),
      Buffer.from([0xcc, 0xe8, 0xf0]),
      Buffer.from('</p>'),
    ]);
    expect((await read(cyrillic, 'text/html; charset=windows-1251')).text).toBe('Мир\n');
  });
});

describe('what a page says about itself', () => {
  it('comes from JSON-LD first, each block read alone', async () => {
    const article = {
      '@type': ['NewsArticle'],
      headline: 'Talks &#8220;stall&#8221;',
      datePublished: '2022-01-11T23:30:00-05:00',
      dateModified: '2022-01-13',
      author: [{ '@type': 'Person', name: 'Ellen Marsh' }, { name: 'Bo Tarr' }],
      publisher: { name: 'The Post' },
      mainEntityOfPage: { '@id': 'https://post.example/talks' },
    };
    const head = `<script type="application/ld+json">{broken</script>${json({ '@graph': [{ '@type': 'WebSite', name: 'x' }, article] })}`;
    const { meta } = await read(
      page(`<header><time datetime="2024-07-30">30 July</time></header><article>${STORY}</article>`, head),
    );
    expect(meta).toEqual({
      id: null,
      title: 'Talks “stall”',
      outlet: 'The Post',
      author: 'Ellen Marsh, Bo Tarr',
      published: '2022-01-11',
      modified: '2022-01-13',
      url: 'https://post.example/talks',
      language: null,
    });
  });

  it.each([
    ['{"publisher":{"name":"Blogger"}}', 'The Post | News for everybody', 'The Post'],
    ['{"publisher":{"name":"Talks stall"}}', 'The Post', 'The Post'],
    ['{"publisher":{"name":"Blogger"}}', 'Blogger', null],
  ])('has as outlet neither what it is written with nor the title: %j', async (linked, site, outlet) => {
    const head = `${json({ '@type': 'NewsArticle', headline: 'Talks stall', ...JSON.parse(linked) })}<meta property="og:site_name" content="${site}">`;
    expect((await read(page(`<article>${STORY}</article>`, head))).meta.outlet).toBe(outlet);
  });

  it('comes from meta elements, published and changed apart', async () => {
    const head =
      '<meta property="article:modified_time" content="2022-01-13T00:00:00Z"><meta name="DC.date.issued" content="2022-01-11">' +
      '<meta property="og:site_name" content="The Post"><meta name="author" content="https://post.example/em"><meta name="parsely-author" content="Ellen Marsh">' +
      '<link rel="canonical" href="/talks"><meta property="og:url" content="https://post.example/talks"><title>Talks</title>';
    const { meta } = await read(page(`<article>${STORY}</article>`, head));
    expect(meta).toMatchObject({
      title: 'Talks',
      outlet: 'The Post',
      author: 'Ellen Marsh',
      published: '2022-01-11',
      modified: '2022-01-13',
      url: 'https://post.example/talks',
    });
  });

  it('comes from what is shown', async () => {
    const body = `<article><h1>Talks stall</h1><p class="byline">By Ellen Marsh and Bo Tarr | Oslo</p><span class="post-date">Posted on Tuesday, 11 January 2022</span>${STORY}</article>`;
    const { meta } = await read(page(body));
    expect(meta).toMatchObject({
      title: 'Talks stall',
      author: 'Ellen Marsh, Bo Tarr',
      published: '2022-01-11',
    });
    const none = await read(
      page(`<article>${STORY}</article><footer><time datetime="2020-01-01">x</time></footer>`),
    );
    expect(none.meta).toMatchObject({ author: null, published: null });
  });
});

describe('the verdict', () => {
  it.each<[string, string, RegExp | null]>([
    ['whole', page(`<article>${STORY}${LONG}</article>`), null],
    ['short but whole', page(`<article>${STORY}</article>`, '<script>1</script>'), null],
    [
      'a long article about cookies and subscribers',
      page(`<article>${LONG}<p>Subscribers may accept cookies.</p></article>`),
      null,
    ],
    [
      'a pay wall',
      page(`<article>${STORY}<p>Subscribe now to continue reading this article.</p></article>`),
      /pay wall/,
    ],
    [
      'a pay wall that machines are told of',
      page(
        `<article>${STORY}<div class="paywall-box"></div></article>`,
        json({ '@type': 'NewsArticle', isAccessibleForFree: 'False' }),
      ),
      /pay wall/,
    ],
    [
      'a consent page',
      page(
        '<div><h1>Before you continue</h1><p>We and our partners use cookies and personal data for advertising. Your privacy matters: you may accept all cookies, or manage your consent.</p></div>',
      ),
      /consent/,
    ],
    [
      'a page that scripts build',
      page(
        '<noscript>You need to enable JavaScript to run this app.</noscript><div id="app"></div><p>Loading</p><script src="/a.js"></script>',
      ),
      /scripts/,
    ],
  ])('on %s', async (_name, html, verdict) => {
    const { partial } = await read(html);
    if (verdict === null) expect(partial).toBeNull();
    else expect(partial).toMatch(verdict);
  });

  it('says why a page without any text has none', async () => {
    await expect(read(page('<div id="root"></div><script src="/a.js"></script>'))).rejects.toThrow(
      'a.html holds no text: scripts build this page in the browser: open it there, and save it whole or its text as .txt.',
    );
  });
});

const said = (draft: Draft): string =>
  subtract({ start: 0, end: draft.text.length }, draft.skips)
    .map((span) => textAt(draft.text, span))
    .join('');

describe('a live blog', () => {
  it('is read as posts with their times', async () => {
    const posts = ['10:15', '9.40pm GMT', '14:05 CET'].map(
      (time) => `<div><time>${time}</time><p>The talks go on, said the envoy at ${time}.</p></div>`,
    );
    const draft = await read(page(`<article>${posts.join('')}</article>`));
    expect(draft.places.map(({ label }) => label)).toEqual(['10:15', '9.40pm GMT', '14:05 CET']);
    for (const { start, label } of draft.places) expect(draft.text.startsWith(label, start)).toBe(true);
    expect(said(draft)).not.toMatch(/^14:05 CET$/m);
    expect(said(draft)).toContain('said the envoy at 14:05 CET.');
  });

  it('is read from JSON-LD where the page shows it by scripts', async () => {
    const liveBlogUpdate = [1, 2, 3].map((hour) => ({
      headline: `Post ${hour}`,
      articleBody: `The talks go on, said envoy number ${hour}.`,
      datePublished: `2022-01-11T0${hour}:30:00Z`,
    }));
    const draft = await read(
      page('<div id="root"></div>', json({ '@type': 'LiveBlogPosting', liveBlogUpdate })),
    );
    expect(draft.places.map(({ label }) => label)).toEqual(['01:30', '02:30', '03:30']);
    expect(said(draft)).toContain('Post 2\n\nThe talks go on, said envoy number 2.');
  });
});
