import type { Span } from '../../../text/span.ts';

/** Words that bring in a condition. "As if", "even if", "what if" and "if anything" bring in none. */
const CONDITION =
  /\b(?:(?<!\b(?:as|even|what|ask(?:ed)?|know|see|wonder(?:ed)?) )if(?! anything| not for)|unless|provided(?: that)?|providing(?: that)?|as long as|so long as|on condition(?: that)?|on the condition(?: that)?|in exchange for|in return for|subject to|only once|only when|only after)\b/gi;
const CLAUSE_END = /[,;:.!?]?["”](?=\s|$)|[,;:.!?](?=\s|$)|\s[–—]\s|$/;
/** Between two conditions, what belongs to neither. */
const JOINING = /[\s,;]+(?:and|or|but)?(?: only)?\s*$/i;
const SHORTEST = 3;

/** The conditions of a text in order, each with the words that bring it in, to the end of its clause or to the next. */
export function readConditions(text: string): Span[] {
  const matches = Array.from(text.matchAll(CONDITION), ({ 0: { length }, index }) => ({ index, length }));
  return matches.flatMap(({ index, length }, i) => {
    const behind = text.slice(index + length, matches[i + 1]?.index);
    const clause = behind.slice(0, CLAUSE_END.exec(behind)?.index);
    const own = i + 1 < matches.length ? clause.replace(JOINING, '') : clause;
    return own.length < SHORTEST ? [] : [{ start: index, end: index + length + own.length }];
  });
}
