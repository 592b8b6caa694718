import type { CheerioAPI } from 'cheerio/slim';
import { Readability } from '@mozilla/readability';
import JSDOMParser, { type ParsedNode } from '@mozilla/readability/JSDOMParser.js';
import { hasChildren, isTag, isText, type AnyNode, type Element } from 'domhandler';
import { isUnread, writeSimple } from './write-simple.ts';

/** Of a page that says where its article is, less than so much of what stands there is too little. */
const LEAST_SHARE = 0.6;
/** What a page says is its article, the surest first; more than one of the first are its parts. */
const DECLARED = ['[itemprop=articleBody]', 'article', 'main, [role=main]'] as const;

/**
 * The element that holds the article, in reading order; null for a page without text. Readability's way of finding it, but
 * where that leaves out most of what the page itself says is the article.
 */
export function findMain($: CheerioAPI): ParsedNode | null {
  const [body] = $('body').toArray();
  const title = $('head > title').first().toArray();
  const nodes = body ? [body] : $.root().toArray();
  const inner = nodes.map(writeSimple).join('');
  const found = new Readability<ParsedNode>(
    parse(`<head>${title.map(writeSimple).join('')}</head>${body ? inner : `<body>${inner}</body>`}`),
    { keepClasses: true, disableJSONLD: true, serializer: (node: ParsedNode) => node },
  ).parse()?.content;
  const declared = findDeclared($);
  if (declared.length === 0) return found ?? null;
  const prose = declared.reduce((sum, element) => sum + proseLength(element), 0);
  return found && textLength(found) >= LEAST_SHARE * prose
    ? found
    : parse(`<body>${declared.map(writeSimple).join('')}</body>`);
}

/** Where the page says its article is, if it says so once. */
function findDeclared($: CheerioAPI): readonly Element[] {
  for (const [rank, place] of DECLARED.entries()) {
    const elements = $(place)
      .filter((_, element) => $(element).parents(place).length === 0)
      .toArray();
    if (elements.length === 1 || (elements.length > 0 && rank === 0)) return elements;
  }
  return [];
}

const parse = (inner: string): ParsedNode => new JSDOMParser().parse(`<html>${inner}</html>`);

const NO_PROSE = /^(?:a|ul|ol|table|figure|aside|footer|header|section)$/;

const textLength = (node: ParsedNode): number => node.textContent.replace(/\s+/g, ' ').length;

/** The length of what is read in paragraphs and the like, and no link. */
function proseLength(node: AnyNode): number {
  if (isText(node)) return node.data.replace(/\s+/g, ' ').length;
  if (!hasChildren(node)) return 0;
  if (isTag(node) && (isUnread(node) || NO_PROSE.test(node.name))) return 0;
  return node.children.reduce((sum, child) => sum + proseLength(child), 0);
}
