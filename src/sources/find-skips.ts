import { paragraphs } from '../text/paragraphs.ts';
import { mergeSpans, textAt, type Span } from '../text/span.ts';

/** What page furniture says when it stands in a paragraph of its own, as found on news sites in general. */
const FURNITURE = [
  /^(?:facebook|twitter|x|whatsapp|telegram|linkedin|email|print|share|tweet|pin it|copy link)(?: pixel)?$/i,
  /^(?:all|more|latest|related|top|breaking|other) (?:news|stories|articles|videos|posts|coverage|content)$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|promoted|newsletter|comments?|subscribe(?: now)?)$/i,
  /^(?:read|see|watch|show|view|load) (?:more|also|next|all)\b[^.]{0,60}$/i,
  /^(?:sign up|log in|subscribe|follow us|share this|click here|cookie|we use cookies)\b.{0,120}$/i,
  /^(?:the )?(?:views|opinions)\b[^.]{0,100}\bnot (?:necessarily )?(?:reflect|represent|those of)\b.{0,120}$/i,
  /^if you (?:enjoyed|liked) this (?:article|story|piece)\b.{0,200}$/i,
  /^(?:all rights reserved|©|\(c\)|copyright)(?!\p{L}).{0,120}$/iu,
];
/** "By Jane Doe and John Roe, Reuters". */
const BYLINE = /^(?:By|BY) \p{Lu}[\p{L}.'’-]*(?:(?:,| and| de| van| von| al)? \p{Lu}[\p{L}.'’-]*)+$/u;
/** "Translated by NDO", "Reporting by …; editing by …". */
const CREDIT =
  /^(?:story|text|words|photos?|photographs?|reporting|reported|written|translated|translation|edited|editing|compiled) by\s[^!?]{1,100}$/i;
/** A paragraph that is a date and nothing else. */
const DATE_LINE =
  /^(?:(?:published|updated|posted|last updated)(?: on)?:?\s*)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[,\s]+\d{1,2}[:.]\d{2}.{0,12})?$/iu;
/** What stands beside the numbers where a line only says when something was published: "Posted: Fri 6:45 PM, Feb 16, 2018". */
const OF_A_DATE =
  /\b(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|published|updated|posted|last|first|modified|on|at|[ap]\.?m\.?|[ecmp][sd]?t|gmt|utc|bst|ist|cest?|get short url)\b\.?/gi;

/** The picture's credit inside or behind a caption. */
const PHOTO_CREDIT =
  /\b(?:photo|image|picture|file photo|illustration|screenshot|video)s?\s*(?:by|credit|courtesy)?\s*[:/]/i;
/** A pull-quote's label glued before a quotation mark: `Quote"We …`. */
const GLUED_LABEL = /(?<![\p{L}\p{N}])Quote(?=["“«„])/gu;

const CAPTION_CHARACTERS = 300;
const BYLINE_CHARACTERS = 100;
/** Bylines stand near the top. */
const BYLINE_PARAGRAPHS = 6;

/** "Jane Roe -- Tarn Bank -- Analyst": above all that she says in a call. */
const NAME_AND_OFFICE = /^\p{Lu}[^.!?:"“]{2,60}\s(?:-{1,2}|[–—])\s\p{Lu}[^.!?:"“]{2,90}$/u;
/** Shorter repeats ("No.", "***") may be meant. */
const REPEAT_CHARACTERS = 20;

/**
 * The boilerplate of an article: sorted, disjoint spans that stay in the text and are never evidence. A paragraph
 * printed again is skipped from its second time on; a caption is skipped wherever it stands.
 *
 * @param author as the front matter gives it, or null: a short paragraph near the top that names them is a byline
 */
export function findSkips(text: string, author: string | null): Span[] {
  const skips: Span[] = [];
  const seen = new Set<string>();
  paragraphs(text).forEach((paragraph, index) => {
    const words = textAt(text, paragraph);
    const again = words.length >= REPEAT_CHARACTERS && seen.has(words) && !NAME_AND_OFFICE.test(words);
    seen.add(words);
    if (again || isFurniture(words) || isByline(words, index, author)) skips.push(paragraph);
  });
  for (const match of text.matchAll(GLUED_LABEL)) {
    skips.push({ start: match.index, end: match.index + match[0].length });
  }
  return mergeSpans(skips);
}

function isFurniture(words: string): boolean {
  if (words.length <= CAPTION_CHARACTERS && PHOTO_CREDIT.test(words) && !/["“”]/.test(words)) return true;
  return FURNITURE.some((pattern) => pattern.test(words));
}

/** A year and a day or a time, and nothing that is no part of them. */
function isTime(words: string): boolean {
  // "2019Get short URL": what a page has side by side.
  const apart = words.replace(/(?<=\d)(?=\p{L})/gu, ' ');
  return (
    /\b(?:19|20)\d{2}\b/.test(apart) && /\d\D+\d/.test(apart) && !/\p{L}/u.test(apart.replace(OF_A_DATE, ''))
  );
}

function isByline(words: string, index: number, author: string | null): boolean {
  if (words.length > BYLINE_CHARACTERS) return false;
  if (BYLINE.test(words) || CREDIT.test(words) || DATE_LINE.test(words)) return true;
  if (index < BYLINE_PARAGRAPHS && isTime(words)) return true;
  return author !== null && index < BYLINE_PARAGRAPHS && words.includes(author) && !/[.!?]["”]?$/.test(words);
}
