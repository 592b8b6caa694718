import { isAttitudeVerb } from '../asked.ts';
import { readTerms, stemOf } from '../terms.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** What turns the words after it, to the end of its clause. */
const NEGATORS = stemsOf(
  'not no never none nobody nothing neither nor without unable unwilling refuse refusal reject rejection deny denial ' +
    'oppose opposition decline dismiss exclude prevent prohibit forbid ban halt stop avoid fail failure lack against hardly deviate abandon',
);
/** What turns all of its clause, where it stands at the end: "NATO's expansion is unacceptable". */
const VERDICTS = stemsOf('unacceptable impossible inadmissible unthinkable untrue false');
/** Turns one word only: "non-expansion". */
const PREFIX = 'non';
/** Clauses end here; a comma right after a negator does not end what it turns ("not, under any circumstances, …"). */
const CLAUSE =
  /[.;:!?…](?=\s|$)|,(?=\s)|\s[-–—]\s|—|\b(?:but|while|although|though|whereas|however|yet|because|which|who)\b|\bas (?=(?:this|it|they|he|she|that)\b)|\b(?:and|or) (?=(?:must|will|would|can|could|should|do|does|did|is|was|are|were|has|have|had|not|never)\b)|(?=\bnor\b)/giu;
/** These turn what they stand before, up to the verb: "lack of progress will …". */
const NOMINAL = stemsOf('lack without');
const AUXILIARY = /^(?:will|would|can|could|should|may|might|must|is|was|are|were|has|had|have)$/;

/** A word that carries content, and how often it is turned, odd or even. */
export interface Signed {
  readonly stem: string;
  readonly negated: boolean;
}

/** A clause, and whether it says no as a whole. */
export interface SignedClause {
  readonly words: readonly Signed[];
  readonly negated: boolean;
}

/** The clauses of a text with their words, and which of them are negated. */
export function readSigned(text: string): SignedClause[] {
  return text
    .replace(/\b(not|never|neither),/giu, '$1')
    .replace(/\bnot only\b|\bno doubt\b/giu, ' ')
    .split(CLAUSE)
    .map(signClause)
    .filter(({ words }) => words.length > 0);
}

function signClause(clause: string): SignedClause {
  const terms = readTerms(clause);
  const verdicts = terms.filter(({ stem }) => VERDICTS.has(stem)).length;
  const signed: Signed[] = [];
  let turns = verdicts;
  let nominal = 0;
  let all = verdicts;
  terms.forEach(({ word, stem, content }, i) => {
    const before = terms[i - 1]?.word.toLowerCase();
    const once = before === PREFIX ? 1 : 0;
    // "does not trust them and needs guarantees": what somebody says or wants next is not turned any more.
    if (AUXILIARY.test(word.toLowerCase())) {
      turns -= nominal;
      nominal = 0;
    }
    if (before === 'and' && isAttitudeVerb(stem) && /(?:s|ed)$/.test(word)) turns = verdicts;
    // Names say nothing of yes and no: they stand before what turns, and after it.
    if (content && !/^\p{Lu}/u.test(word)) signed.push({ stem, negated: (turns + once) % 2 === 1 });
    // "… without this" turns nothing of what is said.
    const turnsMore = terms.slice(i + 1).some((term) => term.content);
    if (turnsMore && (NEGATORS.has(stem) || isParticle(before, word))) {
      turns++;
      all++;
      if (NOMINAL.has(stem)) nominal++;
    }
  });
  return { words: signed, negated: all % 2 === 1 };
}

/** The "out" of "rule out", the "up" of "give up". */
function isParticle(before: string | undefined, word: string): boolean {
  return /^(?:rul(?:e|es|ed|ing) out|(?:give|gives|gave|giving) up)$/.test(`${before} ${word.toLowerCase()}`);
}
