import { comparedWords, ELLIPSIS } from '../../text/fold.ts';
import { readQuotations } from '../../text/marks/read-quotations.ts';

/** Some words of which it is asked who said them. */
export interface WordsAsked {
  readonly words: string;
  /** Given as a quotation: between marks, or with the question behind them. What is not said so is not asked for. */
  readonly isQuoted: boolean;
}

/** Fewer are a topic, not somebody's words. */
const LEAST_WORDS = 3;
const SAYING =
  '(?:said|says?|saying|told|tells|claim(?:ed|s)|stated?s?|wrote|suggest(?:ed|s)|propos(?:ed|es)|came up with|quoted)';
const BEFORE = new RegExp(
  String.raw`^(?:and |so |but )?(?:(?:who|which)\b(?:[^?“”"]{0,50}?)\b${SAYING}\b|whose (?:words|quote|line|idea|proposal|statement)s?(?: (?:is|are|was|were))?|who\b)[\s,:–—-]*(?:that|this|these words)?[\s,:–—-]*`,
  'iu',
);
const BEHIND = new RegExp(
  String.raw`[\s,;:.!?–—-]+(?:and |so |but )?(?:(?:who|which)\b[^?.!]{0,50}?\b${SAYING}(?: (?:that|this|it|so|these words))?|whose (?:words|quote|line|idea|proposal|statement)s?\b[^?.!]{0,20}|by whom)[\s?.!]*$`,
  'iu',
);
/** What is said of something, and not the words. */
const NO_WORDS = /^(?:what|anything|something|things?|more|most|the most|about|on)\b/i;

const countOf = (text: string): number =>
  comparedWords(text).filter(({ folded }) => folded !== ELLIPSIS).length;

/**
 * The words of which a question asks who said them: "“No bargain without us” – who said that?", "who said no bargain is
 * possible?". Null where it gives none, or too few to be told from a topic.
 */
export function wordsAsked(clause: string): WordsAsked | null {
  const [quotation] = readQuotations(clause).filter(({ words }) => countOf(words) >= LEAST_WORDS);
  if (quotation) return { words: quotation.words, isQuoted: true };
  const isBehind = BEHIND.test(clause);
  const words = (isBehind ? clause.replace(BEHIND, '') : clause.replace(BEFORE, '')).trim();
  if (words === clause.trim() || NO_WORDS.test(words) || countOf(words) < LEAST_WORDS) return null;
  return { words, isQuoted: isBehind };
}
