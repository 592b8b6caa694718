import type { CheerioAPI } from 'cheerio/slim';

/** Where a page shows who wrote it, the surest first. */
const PLACES = [
  '[itemprop=author] [itemprop=name]',
  '[itemprop=author]',
  'a[rel=author], a[rel~=author]',
  '[class*=byline] a, [class*=Byline] a, [class*=author] a, [class*=Author] a',
  '[class*=byline], [class*=Byline], [class*=author-name], [class*=authorName], [class*=author], [class*=Author], [id*=byline], [id*=author]',
];
const AROUND = 'nav, aside, footer, [class*=comment], [id*=comment], [class*=related], [class*=sidebar]';
const BYLINE_CHARACTERS = 120;
const NAMES_MOST = 8;
/** "Jane Doe", "J. R. de la Cruz", "ALLISON LAMPERT": words with capitals, particles between them. */
const NAME =
  /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|da|del|della|di|der|den|du|la|le|van|von|bin|al|el|y|e)|\p{Lu}[\p{L}.'’-]*))*$/u;

/**
 * Who wrote the article: what machines are told, else the by-line that is shown; names joined by commas, null for none.
 *
 * @param told names from the page's metadata; addresses among them are no names
 */
export function readByline($: CheerioAPI, told: readonly string[]): string | null {
  const names = [...new Set(told.flatMap((name) => namesIn(name, false)))];
  if (names.length > 0) return names.slice(0, NAMES_MOST).join(', ');
  for (const place of PLACES) {
    for (const element of $(place).toArray().slice(0, 20)) {
      if ($(element).closest(AROUND).length > 0) continue;
      const found = namesIn($(element).attr('content') ?? $(element).text(), true);
      if (found.length > 0) return found.slice(0, NAMES_MOST).join(', ');
    }
  }
  return null;
}

/** The names in a by-line, without "By", e-mail addresses, and what follows a mark. */
function namesIn(written: string, mustLookIt: boolean): string[] {
  const words = written.replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > BYLINE_CHARACTERS || /https?:|^@|^\S+\.(?:com|org|net)\b/.test(words))
    return [];
  const [line = ''] = words
    .replace(/^(?:(?:posted|written|reported|published|story|text|words|article)\s+)?by:?\s+/i, '')
    .replace(/^(?:author|writer)s?:?\s+/i, '')
    .split(/\s*(?:[|•·–—/(]|\b(?:Published|Updated)\b|\bon \p{Lu}?\p{L}+ \d|\d{1,2}[:.]\d{2}|\S+@\S+)/u);
  if (!mustLookIt) return line.trim() === '' ? [] : [line.trim().replace(/[,;]$/, '')];
  const parts = line.split(/\s*(?:,|;|&|\band\b)\s*/).map((part) => part.trim().replace(/\.$/, ''));
  return isName(parts[0] ?? '') ? parts.filter(isName) : [];
}

/** One word is a menu's, many a sentence. */
function isName(part: string): boolean {
  const words = part.split(' ').length;
  return words >= 2 && words <= 6 && NAME.test(part);
}
