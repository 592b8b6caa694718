import { readTerms, stemOf } from '../terms.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** What turns the words after it, to the end of its clause. */
const NEGATORS = stemsOf(
  'not no never none nobody nothing neither nor without unable unwilling refuse refusal reject rejection deny denial ' +
    'oppose opposition decline dismiss exclude prevent prohibit forbid ban halt stop avoid fail failure lack against hardly',
);
/** What turns all of its clause, where it stands at the end: "NATO's expansion is unacceptable". */
const VERDICTS = stemsOf('unacceptable impossible inadmissible unthinkable untrue false');
/** Turns one word only: "non-expansion". */
const PREFIX = 'non';
/** Clauses end here; a comma right after a negator does not end what it turns ("not, under any circumstances, …"). */
const CLAUSE = /[.;:!?…](?=\s|$)|,(?=\s)|\s[-–—]\s|—|\b(?:but|while|although|though|whereas|however|yet)\b/giu;

/** A word that carries content, and how often it is turned, odd or even. */
export interface Signed {
  readonly stem: string;
  readonly negated: boolean;
}

/** The words of each clause of a text, with whether they are negated. */
export function readSigned(text: string): Signed[][] {
  return text
    .replace(/\b(not|never|neither),/giu, '$1')
    .replace(/\bnot only\b|\bno doubt\b/giu, ' ')
    .split(CLAUSE)
    .map(signClause)
    .filter((clause) => clause.length > 0);
}

function signClause(clause: string): Signed[] {
  const terms = readTerms(clause);
  const verdicts = terms.filter(({ stem }) => VERDICTS.has(stem)).length;
  const signed: Signed[] = [];
  let turns = verdicts;
  terms.forEach(({ word, stem, content }, i) => {
    const before = terms[i - 1]?.word.toLowerCase();
    const once = before === PREFIX ? 1 : 0;
    if (content) signed.push({ stem, negated: (turns + once) % 2 === 1 });
    if (NEGATORS.has(stem) || isRuledOut(before, word)) turns++;
  });
  return signed;
}

/** The "out" of "rule out". */
function isRuledOut(before: string | undefined, word: string): boolean {
  return word.toLowerCase() === 'out' && /^rul(?:e|es|ed|ing)$/.test(before ?? '');
}
