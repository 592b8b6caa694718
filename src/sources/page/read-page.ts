import { freezeText } from '../../domain/article.ts';
import { UserError } from '../../errors.ts';
import { decodeText } from '../decode-text.ts';
import { draftOf, type Draft, type Source, type SourceInput } from '../draft.ts';
import { findMain } from './find-main.ts';
import { parsePage } from './parse-page.ts';
import { readJsonLd } from './read-json-ld.ts';
import { readMetadata } from './read-metadata.ts';
import { writeText } from './write-text.ts';

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
  const meta = readMetadata($, readJsonLd($));
  const main = findMain($);
  const text = main ? freezeText(writeText(main)) : '';
  if (text.trim() === '')
    throw new UserError(`${name} holds no text: a web page with an article was wanted.`);
  return draftOf(`${text}\n`, { meta, notes: note === null ? [] : [note] });
}
