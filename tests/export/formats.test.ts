import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/domain/answer.ts';
import type { Article } from '../../src/domain/article.ts';
import { FORMATS, formatOf } from '../../src/export/formats.ts';
import { exportRows } from '../../src/export/rows.ts';
import { TALKS } from '../support/records.ts';

const { article } = TALKS.geneva;
const TEXT = 'We offered limits on missiles,';
const START = article.text.indexOf(TEXT);

function statement(more: Partial<Evidence> = {}): Evidence {
  return {
    n: 1,
    article: article.id,
    title: article.title,
    outlet: article.outlet,
    published: article.published,
    url: article.url,
    start: START,
    end: START + TEXT.length,
    text: TEXT,
    type: 'direct',
    speaker: 'Wendy Sherman',
    side: 'US',
    act: 'offers',
    topics: ['missiles', 'talks'],
    score: 1,
    ...more,
  };
}

const rowsOf = (item: Evidence, of: Article = article) => exportRows([item], async () => of);
const SHA256 = createHash('sha256').update(article.text).digest('hex');

describe('exportRows', () => {
  it('reads each article once and leaves out what is gone', async () => {
    const asked: string[] = [];
    const rows = await exportRows(
      [statement(), statement({ n: 2 }), statement({ article: 'gone' })],
      async (id) => {
        asked.push(id);
        return id === article.id ? article : null;
      },
    );
    expect(asked).toEqual([article.id, 'gone']);
    expect(rows.map((row) => [row.statement.n, row.article.sha256])).toEqual([
      [1, SHA256],
      [2, SHA256],
    ]);
  });
});

describe('formats', () => {
  it('knows its own names and no others', () => {
    expect(Object.keys(FORMATS).map((name) => formatOf(name)?.ending)).toEqual(['csv', 'jsonl', 'md', 'bib']);
    for (const name of ['xml', '', 'toString', '__proto__']) expect(formatOf(name)).toBeNull();
  });

  it.each(['csv', 'jsonl', 'markdown', 'bibtex'] as const)('%s of nothing is not an error', (name) => {
    expect(FORMATS[name].write([])).not.toContain('undefined');
  });
});

describe('csv', () => {
  it('has one line a statement, with what its place is checked by', async () => {
    const [head, line, end] = FORMATS.csv.write(await rowsOf(statement())).split('\r\n');
    expect(head?.startsWith('\uFEFFarticle,title,outlet,author,published,url,sha256,start,end,')).toBe(true);
    expect(line).toBe(
      `geneva,Talks in Geneva,The Daily,A. Writer,2022-01-10,https://news.example/geneva,${SHA256},` +
        `${START},${START + TEXT.length},Wendy Sherman,US,direct,offers,missiles; talks,"${TEXT}"`,
    );
    expect(end).toBe('');
  });

  it('lets no cell be a formula, and keeps quotation marks and line ends', async () => {
    const text = '=HYPERLINK("http://evil.example")\n"We" said';
    const csv = FORMATS.csv.write(await rowsOf(statement({ text, speaker: '@SUM(A1)' })));
    expect(csv).toContain(`,'@SUM(A1),`);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")\n""We"" said"`);
  });
});

describe('jsonl', () => {
  it('gives every statement back as it is, whatever its words are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (text, speaker) => {
        const item = statement({ text, speaker });
        const lines = FORMATS.jsonl.write(await rowsOf(item)).split('\n');
        expect(lines).toHaveLength(2);
        expect(JSON.parse(lines[0] ?? '')).toEqual({ ...item, author: 'A. Writer', sha256: SHA256 });
      }),
    );
  });
});

describe('markdown', () => {
  it('shows own words in quotation marks, who says them, where they stand, and the article', async () => {
    expect(FORMATS.markdown.write(await rowsOf(statement()))).toBe(
      [
        '# 1 statement',
        '',
        '> “We offered limits on missiles,”',
        '',
        '— **Wendy Sherman (US)** · offers · quoted · missiles, talks\\',
        `*Talks in Geneva*, The Daily, 2022-01-10 [geneva ${START}–${START + TEXT.length}]`,
        '',
        '## Articles',
        '',
        `- geneva: *Talks in Geneva*, A. Writer, The Daily, 2022-01-10, https://news.example/geneva; SHA-256 ${SHA256}`,
        '',
      ].join('\n'),
    );
  });

  it('makes nothing of an article’s signs', async () => {
    const text = '# no\n- no\n1. no\n<b>[x](y)</b> *no* `no` &amp; a|b';
    const markdown = FORMATS.markdown.write(await rowsOf(statement({ text, type: 'indirect' })));
    expect(markdown).toContain(
      '> \\# no\n> \\- no\n> 1\\. no\n> \\<b\\>\\[x\\](y)\\</b\\> \\*no\\* \\`no\\` \\&amp; a\\|b',
    );
  });
});

describe('bibtex', () => {
  it('has one entry an article', async () => {
    const rows = [...(await rowsOf(statement())), ...(await rowsOf(statement({ n: 2 })))];
    expect(FORMATS.bibtex.write(rows)).toBe(
      [
        '@article{geneva,',
        '  title = {{Talks in Geneva}},',
        '  author = {{A. Writer}},',
        '  journal = {The Daily},',
        '  year = {2022},',
        '  month = {1},',
        '  date = {2022-01-10},',
        '  url = {https://news.example/geneva},',
        `  note = {SHA-256 of the text as read: ${SHA256}},`,
        '}',
        '',
      ].join('\n'),
    );
  });

  it('leaves out what the article does not show', async () => {
    const bare = { ...article, outlet: null, author: null, published: null, url: null };
    const bibtex = FORMATS.bibtex.write(await rowsOf(statement(), bare));
    expect(bibtex).toMatch(/^@misc\{geneva,\n {2}title = .*\n {2}note = .*\n\}\n$/);
  });

  it('never has two entries of one key, nor a brace that is left open', async () => {
    const odd = { ...article, title: 'A { of 50% & _more_ \\x', url: 'https://a.example/{b}\\c' };
    const rows = [
      ...(await rowsOf(statement({ article: 'a b' }), { ...odd, id: 'a b' })),
      ...(await rowsOf(statement({ article: 'a/b' }), { ...odd, id: 'a/b' })),
    ];
    const bibtex = FORMATS.bibtex.write(rows);
    expect([...bibtex.matchAll(/^@article\{(.*),$/gm)].map(([, key]) => key)).toEqual(['a-b', 'a-b-2']);
    expect(bibtex).toContain('title = {{A \\textbraceleft{} of 50\\% \\& \\_more\\_ \\textbackslash{}x}},');
    expect(bibtex).toContain('url = {https://a.example/%7Bb%7D%5Cc},');
  });
});
