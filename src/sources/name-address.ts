import { createHash } from 'node:crypto';

/** Parameters that say where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmpid|ito|smid|at_\w+|xtor)$/i;
const NAME_CHARACTERS = 60;

/**
 * What is the same for all ways to write an article's address: no scheme, `www.`, port, tracking, mark or last slash, and
 * parameters in order. Null for what is no http(s) address.
 */
export function addressKey(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  if (!/^https?:$/.test(protocol)) return null;
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${query && `?${query}`}`;
}

/**
 * The address that a page gives as its own, if it may: a page speaks for its site alone, and not for the site's first page.
 *
 * @param from where it was fetched
 */
export function ownAddress(told: string | null, from: string): string {
  const fetched = new URL(from);
  const tracking = [...fetched.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) fetched.searchParams.delete(name);
  if (told === null || !URL.canParse(told)) return fetched.href;
  const own = new URL(told);
  return /^https?:$/.test(own.protocol) && siteOf(own) === siteOf(fetched) && own.pathname !== '/'
    ? own.href
    : fetched.href;
}

const siteOf = (url: URL): string => url.hostname.replace(/^(?:www|m|mobile|amp|edition)\./, '');

/** What an article is called that is read from an address: words of it to recognise it by, and what makes it the only one. */
export function idOfAddress(url: string): string {
  const key = addressKey(url) ?? url;
  const [host = '', ...parts] = key.replace(/\?.*$/, '').split('/');
  // The longest part is the headline's, mostly.
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  const words = wordsOf(decoded(longest));
  const name = words.length >= 4 ? words : `${host.replace(/[^\p{L}\p{N}]+/gu, '-')}${words && `-${words}`}`;
  return `${name}-${createHash('sha256').update(key).digest('hex').slice(0, 6)}`;
}

/** What an article is called that came as a file from somewhere else: its name, and what tells it from another of that name. */
export function idOfFile(name: string, bytes: Uint8Array): string {
  const words = wordsOf(name);
  return `${words || 'file'}-${createHash('sha256').update(bytes).digest('hex').slice(0, 6)}`;
}

/** The words of a file's name without its ending, joined by hyphens. */
const wordsOf = (name: string): string =>
  name
    .replace(/\.\w{2,5}$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, NAME_CHARACTERS)
    .replace(/^-+|-+$/g, '');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
