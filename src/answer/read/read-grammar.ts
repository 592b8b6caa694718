import { markOf, type Mention, type Party } from '../../parties/name-patterns.ts';
import type { Term } from '../../text/words/words.ts';
import { AUXILIARIES, isAttitudeNoun, isAttitudeVerb } from './asking-words.ts';
import type { NounPhrase } from './noun-phrases.ts';

/** "Didn't", "wouldnt", and what stands before the "t" of the former. */
const AUXILIARY_NOT = /^(?:did|do|does|has|have|had|is|was|are|were|would|could|should|wo|ca)(?:n|nt)$/;
/** What "s" and "d" shorten behind these is "is" or "did". */
export const ASKING = /^(?:what|who|how|why|where|when)$/;
const OF_AMOUNT = /^(?:many|much|long|often|old|far|big|large)$/;
/** Words that may stand between "the union's" and "demand". */
export const MOST_BEFORE_NOUN = 3;
/** "On what terms would Doe sign": not when, nor where. */
const PREPOSITION = /^(?:on|under|with|for|against|by|from|about|of)$/;

/**
 * What a question's words are to each other, as far as it tells whose words are asked for.
 *
 * @param phrases those that name a party, in order
 */
export function readGrammar(terms: readonly Term[], phrases: readonly NounPhrase[]) {
  const word = (i: number): string => terms[i]?.word.toLowerCase() ?? '';
  const before = (phrase: Mention): number =>
    word(phrase.start - 1) === 'the' ? phrase.start - 2 : phrase.start - 1;
  const isVerb = (i: number): boolean => isAttitudeVerb(terms[i]?.stem ?? '');
  /** "did", "didn't", "what'd". */
  const isAuxiliary = (i: number): boolean =>
    AUXILIARIES.has(word(i)) ||
    AUXILIARY_NOT.test(word(i)) ||
    (word(i) === 't' && AUXILIARY_NOT.test(word(i - 1))) ||
    (/^[sd]$/.test(word(i)) && ASKING.test(word(i - 1))) ||
    /^(?:what|how|who)s$/.test(word(i));
  const isAuxiliaryBefore = (end: number): boolean =>
    terms.slice(0, end).some((_, i) => isAuxiliary(i) || isToBe(i));
  const isToBe = (i: number): boolean =>
    /^(?:is|was|are|were|s|isnt|wasnt|arent|whats|hows)$/.test(word(i)) ||
    (word(i) === 't' && /^(?:isn|wasn|aren|weren)$/.test(word(i - 1)));
  const first = word(0) === 'and' || word(0) === 'so' || word(0) === 'but' ? 1 : 0;
  const opening =
    PREPOSITION.test(word(first)) && /^(?:what|which)$/.test(word(first + 1)) ? first + 1 : first;
  /** What is asked with "what", "why" or "how", and not for an amount, a time or a place. */
  const isOpen =
    (/^(?:what|whats|why|how)$/.test(word(opening)) || opening > first) &&
    !(word(opening) === 'how' && OF_AMOUNT.test(word(opening + 1)));
  const skipAdverbs = (i: number): number => {
    let at = i;
    while (
      /ly$|^(?:not|never|also|still|even|ever|really|just|again|(?:him|her|it|them)sel(?:f|ves))$/.test(
        word(at),
      ) &&
      at < terms.length - 1
    )
      at++;
    return at;
  };
  /** "newest pay demand": the attitude noun of the phrase that goes on behind a party, with what stands before it. */
  const nounAfter = (p: NounPhrase): number => {
    const most = p.possessive ? MOST_BEFORE_NOUN : p.adjective ? 1 : 0;
    for (let k = 0; k <= most; k++) {
      if (isAttitudeNoun(terms[p.next + k]?.stem ?? '')) return p.next + k;
      if (!(terms[p.next + k]?.content ?? false)) return -1;
    }
    return -1;
  };
  /** "the US and Russia": all that are joined to the phrase. */
  const joined = (phrase: NounPhrase): Party[] => {
    const group = [phrase];
    for (let last: NounPhrase | undefined = phrase; last;) {
      const end: number = last.next;
      last = phrases.find(
        (other) =>
          ['and', 'or', 'vs', 'versus'].includes(word(end)) &&
          (other.start === end + 1 || (word(end + 1) === 'the' && other.start === end + 2)),
      );
      if (last) group.push(last);
    }
    return group.map(({ party }) => party);
  };
  const endOfGroup = (phrase: NounPhrase): number => {
    const group = joined(phrase).map(markOf);
    return Math.max(
      ...phrases
        .filter((p) => p.start >= phrase.start && group.includes(markOf(p.party)))
        .slice(0, group.length)
        .map((p) => p.next),
    );
  };
  return {
    terms,
    phrases,
    /** Where the question begins, behind "and" and behind "on" of "on what". */
    opening,
    isOpen,
    word,
    /** What stands before a phrase and its article. */
    before,
    isVerb,
    isAuxiliary,
    isAuxiliaryBefore,
    isToBe,
    skipAdverbs,
    nounAfter,
    joined,
    endOfGroup,
  };
}
