import { articlesOf, type Cited, type ExportRow } from './rows.ts';

/** One entry an article: `@article` in a journal, the outlet, or `@misc` where that is not known. */
export function toBibtex(rows: readonly ExportRow[]): string {
  const taken = new Set<string>();
  return articlesOf(rows)
    .map((article) => entryOf(article, keyOf(article.id, taken)))
    .join('\n');
}

/** Names stand in braces of their own: taken apart, "Ministry of Defence" would be somebody called Defence. */
function entryOf({ title, outlet, author, published, url, sha256 }: Cited, key: string): string {
  const [year, month] = (published ?? '').split('-');
  const fields: Readonly<Record<string, string | null | undefined>> = {
    title: `{${escape(title)}}`,
    author: author === null ? null : `{${escape(author)}}`,
    journal: outlet === null ? null : escape(outlet),
    year,
    month: month && String(Number(month)),
    date: published,
    url: url === null ? null : encode(url),
    note: `SHA-256 of the text as read: ${sha256}`,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${outlet === null ? 'misc' : 'article'}{${key},\n${lines.join('')}}\n`;
}

/** The article's id as BibTeX takes it, and never twice. */
function keyOf(id: string, taken: Set<string>): string {
  const base = id.replace(/[^A-Za-z0-9:_-]+/g, '-') || 'article';
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
  taken.add(key);
  return key;
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces also behind a backslash.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** `text` so that LaTeX sets its characters; a brace that is not closed would swallow the rest of the file. */
function escape(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (sign) => SIGNS[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
}

/** Addresses are taken as they are, so what would end the field is percent-encoded. */
function encode(url: string): string {
  return url.replace(/[\\{}\s]/g, encodeURIComponent);
}
