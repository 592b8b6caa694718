import type { CheerioAPI } from 'cheerio/slim';
import { UNKNOWN, type DraftMeta } from '../draft.ts';
import { readDate } from '../read-date.ts';
import { readByline } from './read-byline.ts';
import type { LinkedData } from './read-json-ld.ts';

/** Names of meta elements and properties, as sites call them: `article:published_time`, `DC.date.issued`, `pubdate`. */
const PUBLISHED =
  /publi(?:sh|cation)|pub[-_]?date|issued|^(?:og:|article:|dc\.|dcterms\.)?(?:date|created|datecreated)$|[.:_-]date$/i;
const MODIFIED = /modif|updat|lastmod|revis/i;
const NOT_OF_ARTICLE = /expir|event|build|publisher|start|end|publishedby|page/i;
const NOT_PUBLISHED = new RegExp(`${MODIFIED.source}|${NOT_OF_ARTICLE.source}`, 'i');
const AUTHOR =
  /^(?:author|authors|byl|byline|dc\.creator|dcterms\.creator|citation_author|(?:parsely|sailthru)[.:-]author|article:author(?:_name)?|og:article:author)$/i;
const OUTLET = /^(?:og:site_name|application-name|publisher|dc\.publisher|citation_journal_title)$/i;
/** Where the page speaks of itself or of other pages. */
const AROUND = 'nav, aside, footer, [class*=related], [class*=sidebar], [class*=comment], [id*=comment]';
/** Elements that by their name show when it was published. */
const DATED =
  '[class*=date], [class*=Date], [class*=time], [class*=publish], [class*=posted], [class*=byline], [class*=meta], [id*=date], [class*=info]';
const DATED_CHARACTERS = 120;

/** What the page says about its article, from what was written for machines to what is shown. */
export function readMetadata($: CheerioAPI, linked: LinkedData | null): DraftMeta {
  const metas = $('meta[content]')
    .toArray()
    .map(({ attribs }) => ({
      name: attribs['property'] ?? attribs['name'] ?? attribs['itemprop'] ?? '',
      content: (attribs['content'] ?? '').replace(/\s+/g, ' ').trim(),
    }))
    .filter(({ content }) => content !== '');
  const meta = (pattern: RegExp, not?: RegExp): string[] =>
    metas.filter(({ name }) => pattern.test(name) && !not?.test(name)).map(({ content }) => content);
  const shown = (selector: string): string | null => clean($(selector).first().text());
  const url = address($('link[rel=canonical]').attr('href'), meta(/^og:url$/)[0], linked?.url);
  const title = clean(linked?.headline ?? meta(/^og:title$/)[0] ?? null) ?? shown('h1') ?? shown('title');
  return {
    ...UNKNOWN,
    title,
    outlet: outletOf([linked?.publisher ?? null, ...meta(OUTLET)], title),
    author: readByline($, [...(linked?.authors ?? []), ...meta(AUTHOR)]),
    published:
      day([linked?.published, ...meta(PUBLISHED, NOT_PUBLISHED)]) ??
      day(shownDates($)) ??
      day([/\/(\d{4}\/\d{1,2}\/\d{1,2})(?:\/|$)/.exec(url ?? '')?.[1]]),
    modified: day([
      linked?.modified,
      ...meta(MODIFIED, NOT_OF_ARTICLE),
      $('[itemprop=dateModified]').attr('datetime'),
    ]),
    url,
    language: clean(
      $('html').attr('lang') ??
        meta(/^(?:og:locale|language|content-language)$/i)[0] ??
        linked?.language ??
        null,
    ),
  };
}

/** What a page is written with is not who publishes it. */
const WRITTEN_WITH = /^(?:blogger|wordpress(?:\.com)?|drupal|joomla)$/i;

/** The first name of an outlet; no address, no title of the article, and nothing that a site says of itself behind its name. */
function outletOf(written: readonly (string | null)[], title: string | null): string | null {
  for (const each of written) {
    const name = clean(each);
    if (name !== null && name !== title && !/^https?:|^@/.test(name) && !WRITTEN_WITH.test(name))
      return name.split(/\s+[|•·]\s+/)[0] ?? name;
  }
  return null;
}

/** The first day that is certain; what stands behind it is not looked at. */
function day(written: Iterable<string | null | undefined>): string | null {
  for (const each of written) {
    const found = each ? readDate(each) : null;
    if (found) return found;
  }
  return null;
}

function clean(text: string | null): string | null {
  return text?.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null;
}

function address(...written: (string | null | undefined)[]): string | null {
  return (
    written.find(
      (each): each is string => typeof each === 'string' && /^https?:\/\//.test(each) && URL.canParse(each),
    ) ?? null
  );
}

/** Dates that are shown, the likeliest to be the article's first. */
function* shownDates($: CheerioAPI): Generator<string> {
  for (const element of $('[itemprop=datePublished]').toArray()) {
    yield element.attribs['datetime'] ?? element.attribs['content'] ?? $(element).text();
  }
  const times = $('time').filter((_, element) => $(element).closest(AROUND).length === 0);
  for (const where of ['article time, main time, [role=main] time', 'time']) {
    for (const element of times.filter(where).toArray()) {
      // A page's own head shows today.
      if ($(element).closest('header').length > 0 && $(element).closest('article, main').length === 0)
        continue;
      yield element.attribs['datetime'] ?? $(element).text();
    }
  }
  for (const element of $(DATED).toArray()) {
    const words = $(element).text().replace(/\s+/g, ' ').trim();
    if (words.length > 0 && words.length <= DATED_CHARACTERS && $(element).closest(AROUND).length === 0)
      yield words;
  }
}
