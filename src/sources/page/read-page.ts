import { freezeText, type Place } from '../../domain/article.ts';
import { UserError } from '../../errors.ts';
import { decodeText } from '../decode-text.ts';
import { type Draft, draftOf, type SourceInput } from '../draft.ts';
import { findMain } from './find-main.ts';
import { judgeWhole } from './judge-whole.ts';
import { parsePage } from './parse-page.ts';
import { readJsonLd } from './read-json-ld.ts';
import { readMetadata } from './read-metadata.ts';
import { writeText } from './write-text.ts';
import type { Span } from '../../text/span.ts';

/** Where less of the article is shown than so much of what is told to machines, that is read. */
const LEAST_SHARE = 0.5;
/** A page says its charset within so many bytes (HTML, 4.2.5.4); some take longer. */
const CHARSET_BYTES = 4096;

/**
 * Reads the article of a web page.
 *
 * @throws UserError for a page without text
 */
export function readPage({ name, bytes, contentType }: SourceInput): Draft {
  const head = Buffer.from(bytes.subarray(0, CHARSET_BYTES)).toString('latin1');
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(`${contentType ?? ''} ${head}`)?.[1] ?? null;
  const { text: html, note } = decodeText(bytes, name, declared);
  const $ = parsePage(html, name);
  const linked = readJsonLd($);
  const meta = readMetadata($, linked);
  const main = findMain($);
  const shown = main ? writeText(main) : '';
  // Pages that scripts build often say for machines what they do not show without them.
  const told = linked?.body && shown.length < LEAST_SHARE * linked.body.length ? linked.body : null;
  const text = freezeText(told ?? shown).trim();
  const partial = judgeWhole($, linked, text);
  if (text === '') {
    throw new UserError(`${name} holds no text: ${partial ?? 'a web page with an article was wanted'}.`);
  }
  return draftOf(`${text}\n`, { meta, partial, notes: note === null ? [] : [note], ...findPosts(text) });
}

/** "10:15", "9.40pm GMT", "14:05 CET, 3 March": a line that is the time of a post. */
const TIME_LINE =
  /^[ \t]*(?<time>(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,5}|\([A-Z]{2,5}\)))?)(?:,? (?:\p{L}{3,9} \d{1,2}|\d{1,2} \p{L}{3,9})(?:,? \d{4})?)?[ \t]*$/gmu;
/** So many of them make a live blog. */
const LEAST_POSTS = 3;

/** The posts of a live blog: their times are places, and the lines that say them are nobody's words. Else nothing. */
function findPosts(text: string): {
  readonly skips: readonly Span[];
  readonly places: readonly Place[];
} {
  const lines = [...text.matchAll(TIME_LINE)];
  if (lines.length < LEAST_POSTS) return { skips: [], places: [] };
  const spans = lines.map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
  return {
    skips: spans,
    places: lines.map(({ index, groups }) => ({ start: index, label: groups?.['time'] ?? '' })),
  };
}
