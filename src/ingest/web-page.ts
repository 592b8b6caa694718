import { load } from 'cheerio';
import { convert } from 'html-to-text';
import { freezeText } from '../domain/article.ts';
import { UserError } from '../errors.ts';
import type { FrontMatter } from './front-matter.ts';

/** What on a page is never part of its article. */
const AROUND =
  'script, style, noscript, template, nav, aside, form, footer, iframe, svg, button, [hidden], [aria-hidden=true]';
/** Where sites keep the article, the surest first. */
const ARTICLE_PLACES = ['[itemprop=articleBody]', 'article', 'main', '[role=main]', 'body'];

/**
 * The article on a web page: its text with one paragraph a line, and what the page's own metadata says about it.
 *
 * @throws UserError when the page holds no text
 */
export function readWebPage(html: string, file: string): { meta: FrontMatter; text: string } {
  const $ = load(html);
  const property = (...names: string[]): string | null => {
    for (const name of names) {
      const value = $(`meta[property="${name}"], meta[name="${name}"]`).attr('content')?.trim();
      if (value) return value;
    }
    return null;
  };
  const canonical = $('link[rel=canonical]').attr('href') ?? property('og:url');
  const published =
    property('article:published_time', 'date', 'dc.date') ?? $('time[datetime]').attr('datetime');
  const author = property('author', 'article:author');
  const meta: FrontMatter = {
    title: property('og:title') ?? ($('h1').first().text().trim() || $('title').text().trim() || null),
    outlet: property('og:site_name'),
    author: author && !/^https?:/.test(author) ? author : null,
    published: /^\d{4}-\d{2}-\d{2}/.exec(published ?? '')?.[0] ?? null,
    url: canonical && /^https?:\/\//.test(canonical) ? canonical : null,
  };
  $(AROUND).remove();
  const place = ARTICLE_PLACES.find((selector) => $(selector).text().trim() !== '');
  if (!place) throw new UserError(`${file} holds no text: a web page with an article was wanted.`);
  const text = convert($.html($(place).first()), {
    wordwrap: false,
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    ],
  });
  return { meta, text: `${freezeText(text).trim()}\n` };
}
