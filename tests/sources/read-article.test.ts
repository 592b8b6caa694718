import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createFileReader } from '../../src/sources/read-article.ts';

const reader = createFileReader();
afterAll(() => reader.close());

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-'));
  await writeFile(path.join(dir, name), content);
  return path.join(dir, name);
}

const refusal = async (name: string, content: string | Uint8Array): Promise<string> => {
  const error: unknown = await reader.read(await file(name, content)).catch((reason: unknown) => reason);
  if (!(error instanceof UserError)) throw new Error(`a UserError was wanted, found ${String(error)}`);
  return error.message.replace(/\S*\/(?=[^/\s]+)/, '');
};

const withFrontMatter = (lines: string): ReturnType<typeof reader.read> =>
  file('a.md', `---\n${lines}\n---\nText.`).then((name) => reader.read(name));

describe('createFileReader', () => {
  it('keeps a plain-text file character for character', async () => {
    const text = 'The talks – “long” ones – ended.\n\n  Nobody\tsmiled. 🙂\n';
    const article = await reader.read(await file('talks.txt', text));
    expect(article).toMatchObject({
      id: 'talks',
      text,
      title: 'The talks – “long” ones – ended.',
      published: null,
    });
  });

  it('freezes line ends and odd spaces, and nothing else', async () => {
    const article = await reader.read(
      await file('a.txt', '\uFEFFOne\u00A0two\u2009three\r\nfour\rfive\u00AD'),
    );
    expect(article.text).toBe('One two three\nfour\nfive\u00AD');
  });

  it('reads front matter, and the text right behind it', async () => {
    const source =
      '---\nid: x1\ntitle: "Talks: the end"\noutlet: Post\npublished: 2022-01-11\nurl: null\n---\nText. More.';
    expect(await reader.read(await file('a.md', source))).toEqual({
      id: 'x1',
      title: 'Talks: the end',
      outlet: 'Post',
      author: null,
      published: '2022-01-11',
      url: null,
      modified: null,
      language: null,
      text: 'Text. More.',
      skips: [],
      places: [],
      partial: null,
      fetched: null,
      copyOf: null,
      notes: [],
    });
  });

  it('reads front matter as other programs write it', async () => {
    const clipped =
      'title: x\nsource: https://news.example/a\nauthor:\n  - "[[Jo Poe]]"\nsite: Post\nlang: en-GB';
    expect(await withFrontMatter(clipped)).toMatchObject({
      url: 'https://news.example/a',
      author: 'Jo Poe',
      outlet: 'Post',
      language: 'en-GB',
      notes: [],
    });
    expect(
      await withFrontMatter('publisher: Post\nlastmod: 2022-01-12T08:00:00Z\nsource: a friend'),
    ).toMatchObject({
      outlet: 'Post',
      modified: '2022-01-12',
      url: null,
      notes: ['nothing was made of its "source"'],
    });
  });

  it('reads a web page: article, title, outlet and date, without what is around', async () => {
    const html =
      '<html><head><title>x</title><meta property="og:title" content="Talks end"><meta property="og:site_name" ' +
      'content="Post"><meta property="article:published_time" content="2022-01-11T10:00:00Z"></head><body><nav>Home' +
      '</nav><article><h1>Talks end</h1><p>“We&nbsp;agree,” she said. <a href="https://x.example">More</a>.</p>' +
      '<script>alert(1)</script><p>He left.</p></article><footer>©</footer></body></html>';
    const article = await reader.read(await file('page.html', html));
    expect(article).toMatchObject({
      id: 'page',
      title: 'Talks end',
      outlet: 'Post',
      published: '2022-01-11',
    });
    expect(article.text).toBe('Talks end\n\n“We agree,” she said. More.\n\nHe left.\n');
  });

  it.each<[string, string, string | Uint8Array, string]>([
    ['empty', 'a.txt', ' \n', "a.txt is empty: an article's text was wanted."],
    ['binary', 'a.txt', new Uint8Array([80, 75, 3, 4, 0, 0]), 'a.txt is a binary file: text was wanted.'],
    [
      'without front matter',
      'a.md',
      '# Talks\nText.',
      'a.md has no front matter: a Markdown article starts with a line "---", then title, outlet, author, published ' +
        'and url, then "---" again; found "# Talks\\nText.". Add it, or name the file .txt.',
    ],
    [
      'without text',
      'a.md',
      '---\ntitle: x\n---\n',
      'a.md has front matter but no text behind it: an article was wanted.',
    ],
    [
      'with a wrong date',
      'a.md',
      '---\ntitle: x\npublished: 11.1.2022\n---\nText.',
      'a.md, line 3: "published": wanted a date as YYYY-MM-DD, or null; found "11.1.2022".',
    ],
    [
      'with broken YAML',
      'a.md',
      '---\ntags:\n  - [a\ntitle: x\n---\nText.',
      'a.md, line 4: YAML was wanted, but Flow sequence in block collection must be sufficiently indented and end with a ]. Correct that line.',
    ],
    [
      'an empty page',
      'a.html',
      '<html><body><nav>Home</nav></body></html>',
      'a.html holds no text: a web page with an article was wanted.',
    ],
  ])('refuses a file that is %s in one sentence', async (_name, name, content, message) => {
    expect(await refusal(name, content)).toBe(message);
  });

  it('says that a file is not there', async () => {
    await expect(reader.read('/nowhere/a.txt')).rejects.toThrow(
      '/nowhere/a.txt cannot be read: there is no such file.',
    );
  });
});
