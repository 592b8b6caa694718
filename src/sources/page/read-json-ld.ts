import { load, type CheerioAPI } from 'cheerio/slim';
import { z } from 'zod';

/** What a page's JSON-LD (schema.org) says of its article; null and empty where it says nothing. */
export interface LinkedData {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly body: string | null;
  /** Whether it says that not everybody may read it. */
  readonly isWalled: boolean;
}

const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review)$/;
/** A thing lies within lists and graphs, not deeper than this. */
const MOST_DEEP = 6;
const MOST_CHARACTERS = 500_000;

/** Some sites escape what JSON need not have escaped. */
const text = z
  .string()
  .trim()
  .min(1)
  .transform((written) => (written.includes('&') ? load(written.replace(/</g, '&lt;')).text() : written));
const Thing = z.record(z.string(), z.unknown());
type Thing = z.infer<typeof Thing>;

/** The first article of the page's blocks; each is parsed by itself, and what cannot be parsed is passed over. */
export function readJsonLd($: CheerioAPI): LinkedData | null {
  for (const script of $('script[type*="ld+json"]').toArray()) {
    const article = articleIn(parse($(script).text()), 0);
    if (article) return dataOf(article);
  }
  return null;
}

function parse(source: string): unknown {
  if (source.length > MOST_CHARACTERS) return null;
  // Written by templates: comments around it, line ends within strings.
  const bare = source.replace(
    /^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$|;\s*$/g,
    '',
  );
  for (const each of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(each);
    } catch {
      // The next form of it may be whole.
    }
  }
  return null;
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function articleIn(value: unknown, depth: number): Thing | null {
  if (depth > MOST_DEEP) return null;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = articleIn(each, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const thing = Thing.safeParse(value);
  if (!thing.success) return null;
  if (typesOf(thing.data).some((type) => ARTICLE.test(type))) return thing.data;
  const { '@graph': graph, mainEntity, mainEntityOfPage } = thing.data;
  return (
    articleIn(graph, depth + 1) ?? articleIn(mainEntity, depth + 1) ?? articleIn(mainEntityOfPage, depth + 1)
  );
}

function dataOf(thing: Thing): LinkedData {
  const string = (...keys: string[]): string | null => {
    for (const key of keys) {
      const value = text.safeParse(thing[key]);
      if (value.success) return value.data;
    }
    return null;
  };
  const page = Thing.safeParse(thing['mainEntityOfPage']);
  return {
    headline: string('headline', 'name'),
    authors: [...namesOf(thing['author']), ...(thing['author'] ? [] : namesOf(thing['creator']))],
    publisher: namesOf(thing['publisher'])[0] ?? null,
    published: string('datePublished', 'dateCreated', 'uploadDate'),
    modified: string('dateModified'),
    url:
      string('url', 'mainEntityOfPage') ??
      (page.success ? (text.safeParse(page.data['@id']).data ?? null) : null),
    language: string('inLanguage'),
    body:
      [string('articleBody'), ...postsOf(thing['liveBlogUpdate'])]
        .flatMap((part) => part ?? [])
        .join('\n\n') || null,
    isWalled: /^false$/i.test(String(thing['isAccessibleForFree'])),
  };
}

/** The posts of a live blog, each under the line of its time. */
function postsOf(value: unknown): string[] {
  return [value].flat().flatMap((each) => {
    const post = Thing.safeParse(each);
    const body = text.safeParse(post.data?.['articleBody']).data;
    if (body === undefined) return [];
    const time = /T(\d{2}:\d{2})/.exec(String(post.data?.['datePublished']))?.[1];
    return [time, text.safeParse(post.data?.['headline']).data, body].filter((part) => part !== undefined);
  });
}

/** The names in what may be a name, somebody with one, or a list of either. */
function namesOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.slice(0, 20).flatMap((each) => (Array.isArray(each) ? [] : namesOf(each)));
  const name = text.safeParse(value);
  if (name.success) return [name.data];
  const thing = Thing.safeParse(value);
  return thing.success ? namesOfThing(thing.data['name']) : [];
}

function namesOfThing(value: unknown): string[] {
  return [value].flat().flatMap((each) => text.safeParse(each).data ?? []);
}
