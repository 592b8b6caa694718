import { freezeText } from '../../domain/article.ts';
import { UserError } from '../../errors.ts';
import { decodeText } from '../decode-text.ts';
import { draftOf, UNKNOWN, type Draft, type DraftMeta, type Source, type SourceInput } from '../draft.ts';
import { readDate } from '../read-date.ts';
import { findMain } from './find-main.ts';
import { parsePage } from './parse-page.ts';
import { writeText } from './write-text.ts';
import type { CheerioAPI } from 'cheerio/slim';

/** Web pages. */
export const pageSource: Source = {
  endings: ['.html', '.htm', '.xhtml'],
  contentTypes: ['text/html', 'application/xhtml+xml'],
  read: readPage,
};

/** A page says its charset within so many bytes (HTML, 4.2.5.4); some take longer. */
const CHARSET_BYTES = 4096;

function readPage({ name, bytes, contentType }: SourceInput): Draft {
  const head = Buffer.from(bytes.subarray(0, CHARSET_BYTES)).toString('latin1');
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(`${contentType ?? ''} ${head}`)?.[1] ?? null;
  const { text: html, note } = decodeText(bytes, name, declared);
  const $ = parsePage(html, name);
  const meta = readMeta($);
  const main = findMain($);
  const text = main ? freezeText(writeText(main)) : '';
  if (text.trim() === '')
    throw new UserError(`${name} holds no text: a web page with an article was wanted.`);
  return draftOf(`${text}\n`, { meta, notes: note === null ? [] : [note] });
}

function readMeta($: CheerioAPI): DraftMeta {
  const property = (...names: string[]): string | null => {
    for (const name of names) {
      const value = $(`meta[property="${name}"], meta[name="${name}"]`).attr('content')?.trim();
      if (value) return value;
    }
    return null;
  };
  const canonical = $('link[rel=canonical]').attr('href') ?? property('og:url');
  const published =
    property('article:published_time', 'date', 'dc.date') ?? $('time[datetime]').attr('datetime');
  const author = property('author', 'article:author');
  return {
    ...UNKNOWN,
    title: property('og:title') ?? ($('h1').first().text().trim() || $('title').text().trim() || null),
    outlet: property('og:site_name'),
    author: author && !/^https?:/.test(author) ? author : null,
    published: readDate(published ?? ''),
    url: canonical && /^https?:\/\//.test(canonical) ? canonical : null,
  };
}
