import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { SourceInput } from '../draft.ts';
import { decodeText } from '../decode-text.ts';

/** What a feed says of one of its items. */
export interface FeedItem {
  readonly url: string;
  /** When it was published, and changed, as ISO 8601; null where it says nothing that can be read. */
  readonly published: string | null;
  readonly updated: string | null;
}

/** A feed's items that have an address, the newest first. */
export interface Feed {
  readonly items: readonly FeedItem[];
}

const text = z.string().trim().min(1).nullish().catch(null);
const link = z.object({ href: text, rel: text }).catch({ href: null, rel: null });
/** An item of any of the kinds: RSS and RDF, Atom, JSON feed. */
const Item = z
  .object({
    link: text,
    url: text,
    external_url: text,
    links: z.array(link).catch([]).default([]),
    guid: z
      .object({ value: text, isPermaLink: z.boolean().nullish().catch(null) })
      .nullish()
      .catch(null),
    pubDate: text,
    published: text,
    updated: text,
    date_published: text,
    date_modified: text,
    dc: z
      .object({ dates: z.array(text).catch([]).default([]) })
      .nullish()
      .catch(null),
  })
  .transform((item) => ({
    address:
      item.url ??
      item.link ??
      item.links.find(({ rel }) => rel === null || rel === undefined || rel === 'alternate')?.href ??
      item.external_url ??
      (item.guid?.isPermaLink === false ? null : (item.guid?.value ?? null)),
    published: time(item.date_published ?? item.published ?? item.pubDate ?? item.dc?.dates[0] ?? null),
    updated: time(item.date_modified ?? item.updated ?? null),
  }));
const Parsed = z.object({
  feed: z.object({
    items: z.array(z.unknown()).catch([]).default([]),
    entries: z.array(z.unknown()).catch([]).default([]),
  }),
});

function time(written: string | null): string | null {
  const ms = written === null ? NaN : Date.parse(written);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/**
 * Reads a feed (RSS, Atom, JSON feed), by feedsmith; an item without an address is passed over.
 *
 * @param input its name is the feed's address, which its items' may be relative to
 * @throws UserError for what is no feed
 */
export function readFeed({ name, bytes, contentType }: SourceInput): Feed {
  const declared = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? null;
  const { text: written } = decodeText(bytes, name, declared);
  const { feed } = Parsed.parse(parsed(written, name));
  const items = [...feed.items, ...feed.entries].flatMap((each): FeedItem[] => {
    const item = Item.safeParse(each);
    const address = item.data?.address;
    if (!item.success || !address || !URL.canParse(address, name)) return [];
    const { href } = new URL(address, name);
    return [{ url: href, published: item.data.published, updated: item.data.updated }];
  });
  // Those without a date stay in their order, behind the others.
  return { items: items.toSorted((a, b) => (dateOf(a) === dateOf(b) ? 0 : dateOf(a) < dateOf(b) ? 1 : -1)) };
}

const dateOf = (item: FeedItem): string => item.published ?? item.updated ?? '';

function parsed(written: string, name: string): unknown {
  try {
    return parseFeed(written);
  } catch {
    throw new UserError(`${name} is no feed that can be read: RSS, Atom or a JSON feed was wanted.`);
  }
}
