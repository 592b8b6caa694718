import type { Span } from '../../../text/span.ts';

/** Words that bring in a condition. "As if", "even if", "what if" and "if anything" bring in none. */
const CONDITION =
  /\b(?:(?<!\b(?:as|even|what|ask(?:ed)?|know|see|wonder(?:ed)?) )if(?! anything| not for)|unless|provided(?: that)?|providing(?: that)?|as long as|so long as|on condition(?: that)?|on the condition(?: that)?|in exchange for|in return for|subject to|only once|only when|only after)\b/i;
const CLAUSE_END = /[,;:.!?]?["”](?=\s|$)|[,;:.!?](?=\s|$)|\s[–—]\s|$/;

/** The first condition of a text, with the words that bring it in, to the end of its clause; null where there is none. */
export function readCondition(text: string): Span | null {
  const match = CONDITION.exec(text);
  if (!match) return null;
  const behind = match.index + match[0].length;
  const length = CLAUSE_END.exec(text.slice(behind))?.index ?? text.length - behind;
  return length < 3 ? null : { start: match.index, end: behind + length };
}
