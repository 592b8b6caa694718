import { actAsked } from '../../domain/said/act-of-word.ts';
import type { Mention, Party } from '../../parties/name-patterns.ts';
import type { Term } from '../../text/words/words.ts';
import { AUXILIARIES, isAttitudeAdjective, isAttitudeNoun } from './asking-words.ts';
import { nounPhrases, type NounPhrase } from './noun-phrases.ts';
import { ASKING, MOST_BEFORE_NOUN, readGrammar } from './read-grammar.ts';

/** What somebody did so many times, or where, is no word of theirs. */
const OF_CIRCUMSTANCE = /^(?:when|where|who|whom)$/;
/** So many words behind a name are still keywords. */
const KEYWORDS = 3;
/** Of verbs that say what, not whom: "says Doe" has Doe as who says it. */
const FINITE_SAYING =
  /^(?:says?|said|thinks|thought|believes|believed|argues|argued|claims|claimed|insists|insisted|reckons|reckoned|predicts|predicted)$/;
/** "In Doe's eyes": as in their view. */
const IN_MIND = /^(?:eyes?|minds?|books?|telling|accounts?|reckoning|estimation)$/;
/** What would do so to somebody is what they ask for. */
const CONTENTING = /^(?:convince|persuade|satisfy|reassure|placate|appease)$/;
const OPENERS = new Set(['on', 'about', 'regarding', 'concerning']);

/** Whether a phrase names whose words are asked for. */
type Rule = (phrase: NounPhrase, grammar: ReturnType<typeof readGrammar>) => boolean;

/** These tell whose words are asked for wherever they stand. */
const SURE: readonly Rule[] = [
  // Words that were looked for where whoever is asked stands.
  (p) => p.party.kind === 'source',
  // "according to the US", "in Moscow's view"
  (p, { word, before }) => word(before(p)) === 'to' && word(before(p) - 1) === 'according',
  (p, { terms, word, before }) =>
    /^(?:per|in|from)$/.test(word(before(p))) &&
    p.possessive &&
    (isAttitudeNoun(terms[p.next]?.stem ?? '') || IN_MIND.test(word(p.next))),
  // "if you ask the US", "as Moscow sees it"
  (p, { word, before }) => word(before(p)) === 'ask' && /^(?:you|we|i|one)$/.test(word(before(p) - 1)),
  (p, { word, before }) =>
    word(before(p)) === 'as' &&
    /^(?:sees?|saw|tells?|told|puts?)$/.test(word(p.next)) &&
    word(p.next + 1) === 'it',
  // "if Merrow had its way"
  (p, { word, before }) =>
    word(before(p)) === 'if' &&
    /^(?:had|has|got|gets)$/.test(word(p.next)) &&
    /^(?:its|their|his|her)$/.test(word(p.next + 1)) &&
    word(p.next + 2) === 'way',
  // "what would satisfy the Americans"
  (p, { word, before }) =>
    CONTENTING.test(word(before(p))) && /^(?:would|will|could|might|can)$/.test(word(before(p) - 1)),
  // "in the view of the US"
  (p, { terms, word, before }) =>
    word(before(p)) === 'of' &&
    isAttitudeNoun(terms[before(p) - 1]?.stem ?? '') &&
    /^(?:in|from)$/.test(word(word(before(p) - 2) === 'the' ? before(p) - 3 : before(p) - 2)),
  // "What would an attack cost, says Sherman?": a verb that takes nobody as its object
  (p, { terms, opening, word, before, isAuxiliaryBefore }) =>
    p.next === terms.length &&
    FINITE_SAYING.test(word(before(p))) &&
    (isAuxiliaryBefore(before(p)) || (ASKING.test(word(opening)) && before(p) > opening + 1)),
  // "Will it attack, what does Doe say": what is asked last, of who speaks
  (p, { opening, word, before, isAuxiliary, skipAdverbs, endOfGroup }) => {
    const at = before(p);
    const asks = /^(?:what|how)s$/.test(word(at)) || /^(?:what|how)$/.test(word(at - 1));
    const isLater = at > opening + 1 && isAuxiliary(at) && asks;
    return isLater && FINITE_SAYING.test(`${word(skipAdverbs(endOfGroup(p)))}s`);
  },
  // "was offered by the US"
  (p, { word, before, isVerb }) => word(before(p)) === 'by' && isVerb(before(p) - 1),
];

/** Of whom these are true, the first is asked: "Zeldin's line of attack on Trump's remark" is Zeldin's. */
const LIKELY: readonly Rule[] = [
  // "did Sherman say", "does Russia want", "is the US ready"
  (p, { terms, opening, isOpen, word, before, isVerb, isAuxiliary, isToBe, skipAdverbs, endOfGroup }) => {
    const at = before(p);
    if (!isAuxiliary(at)) return false;
    // What somebody will do, they alone can say.
    if (at === 0 && /^(?:will|would)$/.test(word(at))) return true;
    const verb = skipAdverbs(endOfGroup(p));
    if (isToBe(at))
      return isAttitudeAdjective(terms[verb]?.stem ?? '') || (word(verb).endsWith('ing') && isVerb(verb));
    const isToBeOf = AUXILIARIES.has(word(verb)) || /^(?:be|been)$/.test(word(verb));
    const main = isToBeOf ? skipAdverbs(verb + 1) : verb;
    // "Where did she go": no "going" that tells a plan.
    if (isVerb(main) || (isToBeOf && isAttitudeAdjective(terms[main]?.stem ?? ''))) return true;
    // "Why does she admire him": of who speaks, more is known by their words than by a list of verbs.
    const isVerbal = (terms[main]?.content ?? false) && !OF_CIRCUMSTANCE.test(word(opening));
    return p.party.kind === 'actor' && isVerbal && (isOpen || (at === 0 && /^(?:do|does)$/.test(word(at))));
  },
  // "Where do Doe and Roe differ": of two who are joined, both.
  (p, { before, isAuxiliary, joined }) =>
    p.party.kind === 'actor' && isAuxiliary(before(p)) && joined(p).length > 1,
  // "What was her comeback to him": whatever it is called, it is hers.
  (p, { terms, opening, word, before, isToBe }) => {
    const noun = terms[p.next];
    return (
      p.party.kind === 'actor' &&
      isToBe(before(p)) &&
      word(opening).startsWith('what') &&
      (noun?.content ?? false) &&
      /^(?:to|on|about|for|against)$/.test(word(p.next + 1))
    );
  },
  // "Washington's position", "the Russian demands", "the main US concern"
  (p, { nounAfter }) => nounAfter(p) >= 0,
  // "Russia's red lines": words for an act are what is asked of them
  (p, { terms }) => p.possessive && actAsked(terms.slice(p.next, p.next + MOST_BEFORE_NOUN)) !== null,
  // "the position of Russia", "demands from Moscow"
  (p, { terms, word, before }) => {
    const at = before(p);
    return /^(?:of|from|by)$/.test(word(at)) && isAttitudeNoun(terms[at - 1]?.stem ?? '');
  },
  // "Ryabkov on missiles", "what Sherman said", "Russia demands"
  (p, { word, before, isVerb, skipAdverbs, endOfGroup }) => {
    const verb = skipAdverbs(endOfGroup(p));
    const opens = before(p) < 0;
    return (
      (opens && OPENERS.has(word(verb))) ||
      (opens && /^(?:vs|versus)$/.test(word(p.next))) ||
      ((opens || /^(?:what|how|why|whether|that|which)$/.test(word(before(p)))) && isVerb(verb))
    );
  },
  // "anything the Americans are willing to discuss"
  (p, { terms, before, isToBe, skipAdverbs, endOfGroup }) => {
    const at = endOfGroup(p);
    return before(p) >= 0 && isToBe(at) && isAttitudeAdjective(terms[skipAdverbs(at + 1)]?.stem ?? '');
  },
  // "Who is Stankevich and what does he think?"
  (p, { terms, word, isVerb, skipAdverbs }) =>
    p.party.kind === 'actor' &&
    terms.some(
      (_, i) =>
        i > p.end &&
        /^(?:he|she|they)$/.test(word(i)) &&
        AUXILIARIES.has(word(i - 1)) &&
        isVerb(skipAdverbs(i + 1)),
    ),
  // "Zeldin's line of attack": whatever it is called, it is his
  (p, { terms, opening }) =>
    p.start === opening && p.party.kind === 'actor' && p.possessive && (terms[p.next]?.content ?? false),
  // "ryabkov missiles": a name and what it is about, no sentence
  (p, { terms }) =>
    p.start === 0 &&
    terms.length > p.end &&
    terms.length <= p.end + KEYWORDS &&
    terms.slice(p.end).every(({ content }) => content) &&
    (p.party.kind === 'actor' || actAsked(terms) !== null),
];

/** Whose words the question asks for, whatever it is about; empty when anybody's will do. In the question's order. */
export function partiesAsked(terms: readonly Term[], mentions: readonly Mention[]): Party[] {
  const grammar = readGrammar(terms, nounPhrases(terms, mentions));
  const { phrases, joined } = grammar;
  for (const rule of SURE) {
    const found = phrases.find((phrase) => rule(phrase, grammar));
    if (found) return joined(found);
  }
  const found = phrases.find((phrase) => LIKELY.some((rule) => rule(phrase, grammar)));
  return found ? joined(found) : [];
}
