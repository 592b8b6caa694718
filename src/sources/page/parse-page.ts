import { load, type CheerioAPI } from 'cheerio/slim';
import { type Element } from 'domhandler';
import { UserError } from '../../errors.ts';

/** Pages of the news nest their elements some thirty deep, the worst a hundred; reading costs depth times elements. */
const MOST_DEEP = 500;
const MOST_ELEMENTS = 100_000;

/**
 * The page's tree; elements that HTML closes by itself are closed.
 *
 * @throws UserError for a page with too many elements, or nested too deeply
 */
export function parsePage(html: string, name: string): CheerioAPI {
  const $ = load(html);
  let elements = 0;
  let level = $.root()
    .toArray()
    .flatMap(({ children }) => children);
  for (let depth = 0; level.length > 0; depth++) {
    elements += level.length;
    if (depth > MOST_DEEP || elements > 3 * MOST_ELEMENTS) {
      const fault =
        depth > MOST_DEEP
          ? `nests its elements more than ${MOST_DEEP} deep`
          : `has more than ${MOST_ELEMENTS} elements`;
      throw new UserError(`${name} ${fault}: a web page with an article was wanted. Save its text as .txt.`);
    }
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  // Who is quoted stands at its foot, and all feet of a page are furniture to those who look for its article.
  $('blockquote footer').each((_, footer) => {
    footer.name = 'p';
    footer.attribs['class'] = FOOT;
  });
  $('blockquote, figure:has(blockquote)').each((_, quote) => setApart($, quote));
  return $;
}

/** What names who said what a block quote holds; a foot is a paragraph by then. */
const FOOT = 'quote-foot';
const SIGNATURE = `p.${FOOT}, cite, figcaption`;
const LONGEST_SIGNATURE = 120;

/** Who is named at the end of a block quote, or of its figure, gets a paragraph of its own and a dash before it, as pages show it. */
function setApart($: CheerioAPI, quote: Element): void {
  const named = $(quote).find(SIGNATURE);
  const signature = named.filter((_, one) => $(one).parents(SIGNATURE).length === 0).last();
  const [element] = signature.toArray();
  const words = signature.text().trim();
  const all = $(quote).text().trimEnd();
  if (!element || words === '' || words.length > LONGEST_SIGNATURE || !all.endsWith(words)) return;
  const before = all.slice(0, -words.length).trimEnd();
  if (before === '' || /^[—–-]/.test(words) || /[—–-]$/.test(before)) return;
  signature.prepend('— ');
  element.name = 'p';
}
