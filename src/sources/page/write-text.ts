import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { ParsedNode } from '@mozilla/readability/JSDOMParser.js';
import { parsePage } from './parse-page.ts';
import { writeSimple } from './write-simple.ts';

/** What stands in a line of its own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** The text of an element, each of its blocks a line with an empty one between; quotations of `<q>` in marks. */
export function writeText(node: ParsedNode): string {
  const parts: string[] = [];
  const write = (one: ParsedNode): void => {
    if (one.nodeType === 3) return void parts.push(one.textContent.replace(/[\t\n\f\r ]+/g, ' '));
    const name = one.localName ?? '';
    const edge = BLOCKS.has(name) ? '\n' : name === 'q' ? '"' : '';
    const [open, close] = name === 'q' ? ['“', '”'] : [edge, edge];
    parts.push(open);
    one.childNodes.forEach(write);
    parts.push(close);
  };
  write(node);
  return parts
    .join('')
    .replace(/ *\n[\n ]*/g, '\n\n')
    .trim();
}

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
