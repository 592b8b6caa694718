import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { parsePage } from './parse-page.ts';
import { writeSimple } from './write-simple.ts';
import { writeText } from './write-text.ts';

/**
 * All of the text of HTML that is no page with things around an article: a mail's, a document's.
 *
 * @throws UserError for what is nested too deeply
 */
export function htmlText(html: string, name: string): string {
  const $ = parsePage(html, name);
  const inner = $.root().toArray().map(writeSimple).join('');
  return writeText(new JSDOMParser().parse(`<div>${inner}</div>`));
}
