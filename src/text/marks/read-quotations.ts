/** Words between quotation marks, without the marks, and where they stand in the text. */
export interface Quotation {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Quoted paragraphs open each with a mark, and only the last one closes. */
const REOPENED = String.raw`(?:\n\s*[“"«„]`;
/** An apostrophe stands within a word, or after the s of a plural where a word follows. */
const APOSTROPHE = String.raw`(?<=\p{L})['’](?=\p{L})|(?<=s)['’](?=\s\p{Ll})`;

const PAIRS: readonly RegExp[] = [
  new RegExp(String.raw`“((?:[^“”]|${REOPENED})|“[^“”]*”)+)”`, 'gu'),
  new RegExp(String.raw`«((?:[^«»]|${REOPENED}))+)»`, 'gu'),
  /„([^„“”]+)[“”]/gu,
  /»([^«»]+)«/gu,
  new RegExp(String.raw`"((?:[^"]|${REOPENED}))+)"`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])‘((?:[^‘’]|${APOSTROPHE})+)’(?!\p{L})`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}\p{N}])'((?:[^'\n]|${APOSTROPHE})+)'(?!\p{L})`, 'gu'),
];

/**
 * The outermost quotations of `text` in its order: between “…”, "…", «…», „…“, »…« and single marks, over paragraphs too.
 * What is not closed is none.
 */
export function readQuotations(text: string): Quotation[] {
  const found = PAIRS.flatMap((pair) =>
    Array.from(text.matchAll(pair), (match): Quotation => {
      const words = match[1] ?? '';
      return { words: words.trim(), start: match.index, end: match.index + match[0].length };
    }),
  ).filter(({ words }) => /\p{L}|\p{N}/u.test(words));
  return found
    .filter((one) => !found.some((other) => other !== one && holds(other, one)))
    .toSorted((a, b) => a.start - b.start);
}

/** Of two that cross, the first is the quotation. */
function holds(outer: Quotation, inner: Quotation): boolean {
  return outer.start < inner.start
    ? outer.end > inner.start
    : outer.start === inner.start && outer.end > inner.end;
}
