import { textAt, type Span } from '../../text/span.ts';

const CITY = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ /]\p{Lu}[\p{Lu}\p{M}.'’-]+){0,4}`;
const PLACE = String.raw`,? \p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}`;
const AGENCY = String.raw`(?:\([\p{L}][\p{L} .&'’/-]{1,40}\)|\/[\p{L} .-]{2,20}\/\.?)`;
const DAY = String.raw`(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}\.?)(?:,? \d{4})?`;
/** `OSLO, Norway, March 3 (Reuters) - `, `MOSCOW, January 10. /TASS/. `, `(CNN) — `: where and when a report was written. */
const DATELINE = new RegExp(
  String.raw`^(?:(?:${CITY}(?:${PLACE})?(?:,? ${DAY})?|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?(?:,? ${DAY})?(?=,? ?${AGENCY}))[.,]?(?: ?${AGENCY})?|${AGENCY})\s?(?:\p{Pd}{1,2}\s|(?<=/\.?)\s|:\s(?<=\)\s?:\s))\s*`,
  'u',
);
/** `(Adds details)`, `(Reporting by Ann Roe; Editing by …)`: what editors say of a report. */
const EDITORIAL =
  /^[([]?\s*(?:(?:Recasts?|Adds|Updates?|Updated|Corrects|Refiles|Removes|Fixes|Changes|Releads|Rewrites|Repeats|Clarifies|Deletes|Drops|Inserts)\b[^.!?]{0,200}[)\]]|(?:(?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslation|[Tt]ranslated|[Ww]ritten|[Ee]dited) (?:by|from|in)\b)[^!?]{1,300}$)/;
/** "<Media omitted>": what a chat leaves out, behind who sent it. */
const OMITTED = /^(?:[^\n]{0,80}:\s)?<[^<>\n]{3,40}>$/;
const CONTRIBUTED = /\b(?:contributed|contributing) to (?:this|the) (?:report|story|article)\b/;
const CREDIT = String.raw`(?:\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*){0,3}\s?/\s?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}|Getty Images|(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Ii]llustration)(?:graph)?s?(?:: | by | courtesy of )[^.!?]{2,60}|\p{Lu}{2,6} [Pp]hoto)`;
/** A caption ends with who took the picture, or begins with what it is. */
const CAPTION = new RegExp(
  String.raw`(?:[.!?)\]"”|]\s*[([]?${CREDIT}[)\]]?\.?|[([]${CREDIT}[)\]]\.?)$|\((?:[Ll]eft|[Rr]ight|[Cc]ent(?:er|re)|from left|[23]nd [LR])\)|^(?:FILE(?: PHOTO)?|File photo|Photo|Picture|Image|Caption)\b\s?[:–—-]`,
  'u',
);
const LONGEST_CAPTION = 500;
const LONGEST_EDITORIAL = 400;
const LONGEST_DATELINE = 120;
/** `NEW DELHI: …`: a label of somebody who speaks looks the same, but comes again, or speaks of "we". */
const CITY_AND_COLON = new RegExp(String.raw`^${CITY}(?:,? ${DAY})?:\s+(?=\p{Lu})`, 'u');
/** `17:20 `, `9.05am – `, `[12:01] `, `14h05 GMT: `: when an entry of a live blog was written. */
const ENTRY_TIME =
  /^[[(]?(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?|\d{1,2}\s?[AaPp]\.?[Mm]\.?)(?:\s(?:GMT|UTC|BST|IST|JST|MSK|A?[ECMPW][SD]?T|CEST|EEST|SAST))?[\])]?\s?[:|–—-]?\s+(?=["“”„«'‘]|\p{Lu})/u;
const LONGEST_TIME = 30;
/** One alone may begin a sentence. */
const ENTRIES = 2;
const FIRST_PERSON = /\b(?:I|we|you|our|my|your|us|me)\b/i;

/** How many characters of a paragraph say when it was written. */
const timeBefore = (text: string, { start, end }: Span): number =>
  ENTRY_TIME.exec(text.slice(start, Math.min(end, start + LONGEST_TIME)))?.[0].length ?? 0;

/**
 * What of an article's paragraphs is nobody's words though it names people and verbs: datelines before the first words, times of entries,
 * captions, notes of editors and who reported. Sorted and disjoint.
 */
export function findFurniture(text: string, paragraphs: readonly Span[]): Span[] {
  const withColon = paragraphs.filter((paragraph) =>
    CITY_AND_COLON.test(textAt(text, paragraph).slice(0, LONGEST_DATELINE)),
  );
  const [only] = withColon;
  const city = withColon.length === 1 && only && !FIRST_PERSON.test(textAt(text, only)) ? only : null;
  const times = paragraphs.map((paragraph) => timeBefore(text, paragraph));
  const isLive = times.filter((time) => time > 0).length >= ENTRIES;
  return paragraphs.flatMap((paragraph, i): Span[] => {
    const time = isLive ? (times[i] ?? 0) : 0;
    const length = paragraph.end - paragraph.start;
    const words = textAt(text, paragraph).slice(0, LONGEST_CAPTION + 1);
    if (
      length <= LONGEST_EDITORIAL &&
      (EDITORIAL.test(words) || CONTRIBUTED.test(words) || OMITTED.test(words))
    )
      return [paragraph];
    if (length <= LONGEST_CAPTION && CAPTION.test(words)) return [paragraph];
    const pattern = paragraph === city ? CITY_AND_COLON : DATELINE;
    const dateline = time || (pattern.exec(words.slice(0, LONGEST_DATELINE))?.[0].length ?? 0);
    return dateline > 0 && dateline < length
      ? [{ start: paragraph.start, end: paragraph.start + dateline }]
      : [];
  });
}
