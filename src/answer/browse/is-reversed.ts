import type { Run } from '../../domain/quote/list-differences.ts';
import type { FoldedToken } from '../../text/fold.ts';
import { prefixLikeness } from '../../text/words/likeness.ts';
import { readTerms, stemOf } from '../../text/words/words.ts';
import { turnsRest } from '../compose/checks/negation.ts';
import { isOpposite } from '../compose/checks/polarity.ts';

/** Words that say the contrary of each other, one of each side. */
const CONTRARIES: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = (
  [
    ['accept agree offer willing ready approve welcome', 'reject refuse decline oppose'],
    ['allow permit let enable', 'forbid prevent prohibit ban block'],
    ['support back endorse', 'oppose resist'],
    ['confirm admit acknowledge', 'deny'],
    ['always ever', 'never'],
    ['with', 'without'],
    ['for', 'against'],
    ['before', 'after'],
    ['more most', 'less least fewer'],
    ['increase raise expand rise', 'decrease reduce lower cut fall'],
    ['begin start continue resume', 'end stop halt suspend'],
    ['all everything everybody everyone both', 'none nothing nobody neither'],
    ['true right', 'false wrong'],
    ['possible', 'impossible'],
    ['open', 'close closed'],
    ['win', 'lose'],
    ['include', 'exclude'],
    ['success succeed', 'failure fail'],
  ] as const
).map(([one, other]) => [stemsOf(one), stemsOf(other)]);

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(stemOf));
}

/** "Don't" and its like without their apostrophe, and the one that is written as one word. */
const CONTRACTED =
  /^(?:(?:do|does|did|wo|would|ca|could|should|is|are|was|were|has|have|had|must|need|ai|sha|might)nt|cannot)$/;
/** What follows is another clause, which a "not" before it does not turn. */
const OTHER_CLAUSE =
  /^(?:and|but|or|so|yet|while|because|which|who|that|when|if|whether|although|though|as)$/;
/** Words beside a negation that say nothing else: "no longer", "not going to". */
const LIGHT = /^(?:longer|going|gonna|able|anymore|ever|indeed|certainly|definitely|simply|really|actually)$/;
/** A "not" further away turns something else. */
const NEAR_WORDS = 8;

/** Whether a word turns what follows it. */
export function isNegation(word: string): boolean {
  return CONTRACTED.test(word) || turnsRest(stemOf(word));
}

/**
 * Whether words that a quote and the article do not share make it say the contrary: a negation in one of them alone, or
 * contrary words, and beside it nothing that could make it another sentence altogether.
 */
export function isReversed(run: Run, given: readonly FoldedToken[], source: readonly FoldedToken[]): boolean {
  const asked = wordsOf(run.given, given);
  const here = wordsOf(run.source, source);
  if (asked.length === 0 || here.length === 0) return dropsNegation(asked.length === 0 ? here : asked);
  // What is shared next is denied by one of them alone: "were no plans" and "has plans".
  if (endsInNegation(asked) !== endsInNegation(here)) return true;
  const left = asked.filter((word) => !here.some((other) => isSame(word, other)));
  const right = here.filter((word) => !asked.some((other) => isSame(word, other)));
  let turned = 0;
  const rest = left.filter((word) => {
    const contrary = right.findIndex((other) => areContrary(word, other));
    if (contrary < 0) return true;
    right.splice(contrary, 1);
    turned++;
    return false;
  });
  const alone = [...rest, ...right];
  const negations = alone.filter(isNegation).length;
  return (turned + negations) % 2 === 1 && !alone.some(saysMore);
}

function wordsOf(indexes: readonly number[], tokens: readonly FoldedToken[]): string[] {
  return indexes.map((index) => tokens[index]?.folded ?? '').filter((word) => word !== '…');
}

function dropsNegation(words: readonly string[]): boolean {
  const negations = words.filter(isNegation).length;
  return negations % 2 === 1 && words.length <= NEAR_WORDS && !words.some((word) => OTHER_CLAUSE.test(word));
}

/** Whether a negation stands last, but for words that carry nothing. */
function endsInNegation(words: readonly string[]): boolean {
  const last = words.findLast((word) => isNegation(word) || saysMore(word));
  return last !== undefined && isNegation(last);
}

function saysMore(word: string): boolean {
  return !isNegation(word) && !LIGHT.test(word) && readTerms(word).some(({ content }) => content);
}

function isSame(word: string, other: string): boolean {
  const [a, b] = [stemOf(word), stemOf(other)];
  return a === b || prefixLikeness(a, b) >= 0.75;
}

function areContrary(word: string, other: string): boolean {
  const [a, b] = [stemOf(word), stemOf(other)];
  if (isOpposite(a, b) || isOpposite(b, a)) return true;
  return CONTRARIES.some(([one, two]) => (one.has(a) && two.has(b)) || (one.has(b) && two.has(a)));
}
