import type { CheerioAPI } from 'cheerio/slim';
import { Readability } from '@mozilla/readability';
import JSDOMParser, { type ParsedNode } from '@mozilla/readability/JSDOMParser.js';
import { writeSimple } from './write-simple.ts';

/** The element that holds the article, in reading order; null for a page without text. Readability's way of finding it. */
export function findMain($: CheerioAPI): ParsedNode | null {
  const [body] = $('body').toArray();
  const title = $('head > title').first().toArray();
  const inner = body
    ? writeSimple(body)
    : `<body>${$.root()
        .toArray()
        .flatMap(({ children }) => children)
        .map(writeSimple)
        .join('')}</body>`;
  const xml = `<html><head>${title.map(writeSimple).join('')}</head>${inner}</html>`;
  const document = new JSDOMParser().parse(xml);
  const found = new Readability<ParsedNode>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: ParsedNode) => node,
  }).parse();
  return found?.content ?? null;
}
