import type { SourceInput } from '../draft.ts';

/** What feeds are sent as; the last of them are many other things besides. */
export const FEED_TYPES: readonly string[] = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/xml',
  'text/xml',
  'application/json',
];

/** Looked at to tell a feed from a page. */
const HEAD_CHARACTERS = 2000;
const FEED_HEAD = /<(?:rss|feed|rdf:RDF)[\s>]|"version"\s*:\s*"https:\/\/jsonfeed\.org\/version\//;

/** Whether what came is a feed, whatever it is sent as. */
export function isFeed({ bytes, contentType }: Pick<SourceInput, 'bytes' | 'contentType'>): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (/\+(?:xml|json)$/.test(type) && FEED_TYPES.includes(type)) return true;
  const head = Buffer.from(bytes.subarray(0, HEAD_CHARACTERS)).toString('latin1');
  return FEED_HEAD.test(head) && !/<html[\s>]/i.test(head);
}
