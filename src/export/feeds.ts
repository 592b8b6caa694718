import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { saidOn, type Evidence } from '../domain/answer.ts';
import { quotePath } from '../domain/quote/quote-link.ts';
import { showAct } from '../show/show-act.ts';
import { whoSpeaks } from '../show/show-speaker.ts';
import { showUnseen } from '../show/show-unseen.ts';

/** What a feed is of. */
interface FeedSource {
  readonly title: string;
  /** Where the pages are reached, without a slash at the end. */
  readonly siteUrl: string;
  /** Where the feed itself is. */
  readonly feedUrl: string;
  /** The newest first. */
  readonly statements: readonly Evidence[];
  readonly sides: readonly { readonly id: string; readonly label: string }[];
}

interface Feed {
  readonly mediaType: string;
  readonly write: (source: FeedSource) => string;
}

const TITLE_CHARS = 120;

interface Item {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly date: Date;
}

/**
 * What a statement is in every feed, the newest first; undated ones are left out, since a feed is read by date, and of two
 * at one place the second, since an id stands for one.
 */
function itemsOf({ siteUrl, statements, sides }: FeedSource): Item[] {
  const items = statements.flatMap((statement) => {
    const day = saidOn(statement);
    if (day === null) return [];
    const who = [whoSpeaks(statement, sides), showAct(statement.act)]
      .filter((part) => part !== null)
      .join(' · ');
    const words = showUnseen(statement.text);
    const start =
      words.length <= TITLE_CHARS ? words : `${words.slice(0, TITLE_CHARS).replace(/[\uD800-\uDBFF]$/, '')}…`;
    const title = who === '' ? start : `${showUnseen(who)}: ${start}`;
    const source = [statement.outlet, statement.title].filter((part) => part !== null).join(', ');
    return [
      {
        id: `${siteUrl}${quotePath(statement)}`,
        title: title.replace(/\s+/g, ' '),
        words: `${words}\n— ${showUnseen(source)}`,
        date: new Date(`${day}T00:00:00Z`),
      },
    ];
  });
  return items
    .filter(({ id }, i) => items.findIndex((other) => other.id === id) === i)
    .toSorted((a, b) => b.date.getTime() - a.date.getTime());
}

/** Plain text as HTML, which a description of RSS is: what is said there is never markup. */
function asHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text.replace(/[&<>]/g, (sign) => signs[sign] ?? '').replaceAll('\n', '<br>');
}

const newest = (items: readonly Item[]): Date => items[0]?.date ?? new Date(0);

function toRss(source: FeedSource): string {
  const items = itemsOf(source);
  return generateRssFeed({
    title: showUnseen(source.title),
    link: source.siteUrl,
    description: `${showUnseen(source.title)}: what was said, word for word`,
    lastBuildDate: newest(items),
    atom: { links: [{ href: source.feedUrl, rel: 'self', type: 'application/rss+xml' }] },
    items: items.map(({ id, title, words, date }) => ({
      title,
      link: id,
      description: asHtml(words),
      pubDate: date,
      guid: { value: id, isPermaLink: true },
    })),
  });
}

function toAtom(source: FeedSource): string {
  const items = itemsOf(source);
  return generateAtomFeed({
    id: source.feedUrl,
    title: { value: showUnseen(source.title) },
    updated: newest(items),
    authors: [{ name: 'Parley' }],
    links: [
      { href: source.feedUrl, rel: 'self' },
      { href: source.siteUrl, rel: 'alternate' },
    ],
    entries: items.map(({ id, title, words, date }) => ({
      id,
      title: { value: title },
      updated: date,
      links: [{ href: id, rel: 'alternate' }],
      content: { value: words, type: 'text' },
    })),
  });
}

function toJsonFeed(source: FeedSource): string {
  const feed = generateJsonFeed({
    title: showUnseen(source.title),
    home_page_url: source.siteUrl,
    feed_url: source.feedUrl,
    items: itemsOf(source).map(({ id, title, words, date }) => ({
      id,
      url: id,
      title,
      content_text: words,
      date_published: date,
    })),
  });
  // Its standard asks for items, even where there are none.
  return JSON.stringify({ items: [], ...Object(feed) });
}

/** Every kind of feed, by the name that its address has. */
export const FEEDS: Readonly<Record<'rss' | 'atom' | 'json', Feed>> = {
  rss: { mediaType: 'application/rss+xml; charset=utf-8', write: toRss },
  atom: { mediaType: 'application/atom+xml; charset=utf-8', write: toAtom },
  json: { mediaType: 'application/feed+json; charset=utf-8', write: toJsonFeed },
};

/** The kind of feed of that name; null for one that there is not. */
export function feedOf(name: string): Feed | null {
  return new Map<string, Feed>(Object.entries(FEEDS)).get(name) ?? null;
}
