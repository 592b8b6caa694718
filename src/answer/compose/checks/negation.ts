import { isAttitudeVerb } from '../../read/asking-words.ts';
import { readTerms, stemOf } from '../../../text/words/words.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** What turns the words after it, to the end of its clause. */
const NEGATORS = stemsOf(
  'not no never none nobody nothing neither nor without unable unwilling refuse refusal reject rejection deny denial ' +
    'oppose opposition decline dismiss exclude prevent prohibit forbid ban halt stop avoid fail failure lack hardly scarcely barely rarely seldom unlikely deviate abandon',
);
/** Whether a word of that stem turns what follows it: "not", "never", "refuse". */
export function turnsRest(stem: string): boolean {
  return NEGATORS.has(stem);
}
/** What turns all of its clause, where it stands at the end: "NATO's expansion is unacceptable". */
const VERDICTS = stemsOf(
  'unacceptable impossible inadmissible unthinkable untrue false baseless groundless unfounded',
);
/** Turns one word only: "non-expansion". */
const PREFIX = 'non';
/** "No bases, no drills and no ships": each opens a noun phrase of its own and turns none of the others back. */
const NO = /^(?:no|neither|none|nobody|nothing)$/i;
/** "Against" turns where somebody is, votes or speaks against; "launches against targets" says no to nothing. */
const AGAINST =
  /\b(?:am|is|are|was|were|be|been|being|stands?|stood|votes?|voted|decides?|decided|speaks?|spoke|argues?|argued|comes?|came|out|warns?|warned|advises?|advised|strictly|firmly|strongly|categorically) against\b/giu;
/** "That is not the case." turns the sentence before it. */
const DENIAL =
  /^["“”'‘’\s]*(?:(?:but|however|and),? )?(?:that|this|it|which)(?: is|['’]s| was) (?:\w+ly |just )?(?:not (?:\w+ly |at all )?(?:the case|true|so|right|correct|accurate)\b|(?:false|untrue|wrong|nonsense|incorrect|a lie|a myth|out of the question)\b)(?! that\b)/iu;
const SENTENCE = /(?<=[.!?…]["”’]?)\s+(?=["“‘]?\p{Lu})|,\s+(?=which (?:is|was) )/u;
/** "They do not see it and Moscow will decide": somebody else does something else; not so in "Paris and Rome will". */
const NEXT_SUBJECT =
  /(?<!\p{Lu}\p{L}* )\band (?=(?:(?:the )?\p{Lu}\p{L}*|s?he|they|we|it|there) (?:will|would|can|could|should|may|might|must|is|was|are|were|has|had|have|do|does|did)\b)/gu;
/** What is put in between commas ends no clause. */
const ASIDE =
  /, (?:by and large|of course|for (?:example|instance|now)|in (?:fact|general|principle|particular|any case|turn)|as a rule|at (?:least|most|all)|on the whole|to some extent|indeed|\w+ly),/giu;
/** A quotation that says no says it to its own words only. */
const QUOTED_NO = /["“](?:no|not|never|without)(?:\s+[^\s"“”]+){2,}["”](?=\s)/giu;
/** Clauses end here; a comma right after a negator does not end what it turns ("not, under any circumstances, …"). */
const CLAUSE =
  /[.;:!?…](?=\s|$)|[()]|,(?=\s)|\s[-–—]\s|—|\bthat (?=(?:ha[sd]|have|\p{Ll}+ed)\b)|\b(?:but|while|although|though|whereas|however|yet|because|which|who|if|unless|when|once|provided|(?:as|so) long as|so that)\b|\bas (?=(?:this|it|they|he|she|that)\b)|\band (?=that\b)|\b(?:and|or) (?=(?:(?:therefore|thus|hence|so|then|also|still) )?(?:must|will|would|can|could|should|do|does|did|is|was|are|were|has|have|had|not|never)\b)|(?=\bnor\b)/giu;
/** These turn what they stand before, up to the verb: "lack of progress will …". */
const NOMINAL = stemsOf('lack without');
const AUXILIARY = /^(?:will|would|can|could|should|may|might|must|is|was|are|were|has|had|have)$/;

/** A word that carries content, and how often it is turned, odd or even. */
export interface Signed {
  readonly stem: string;
  readonly negated: boolean;
  /** Turned and turned back: "not without guarantees". */
  readonly back: boolean;
}

/** A clause, and whether it says no as a whole. */
export interface SignedClause {
  readonly words: readonly Signed[];
  readonly negated: boolean;
}

/** The clauses of a text with their words, and which of them are negated. */
export function readSigned(text: string): SignedClause[] {
  const sentences = text.split(SENTENCE);
  return sentences.flatMap((sentence, i) => {
    const clauses = clausesOf(sentence);
    // What somebody says is not so, they do not say.
    return DENIAL.test(sentences[i + 1] ?? '') ? clauses.map(turned) : clauses;
  });
}

function turned({ words, negated }: SignedClause): SignedClause {
  return { words: words.map((word) => ({ ...word, negated: !word.negated })), negated: !negated };
}

function clausesOf(sentence: string): SignedClause[] {
  return sentence
    .replace(NEXT_SUBJECT, '; ')
    .replace(ASIDE, ' ')
    .replace(/\b(not|never|neither),/giu, '$1')
    .replace(/\bnot only\b|\bno doubt\b|\b(?:no|not) (?:more|less|fewer|later|earlier|longer) than\b/giu, ' ')
    .replace(QUOTED_NO, (words) => `${words}; `)
    .replace(/\b(?:rather than|instead of)\b/giu, ', not')
    .replace(/\b(ha[sd]|have|is|are|was|were) (?:yet to\b|far from\b)/giu, '$1 not')
    .replace(AGAINST, (words) => `${words.slice(0, -'against'.length)} not`)
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
  let no = false;
  terms.forEach(({ word, stem, content }, i) => {
    const before = terms[i - 1]?.word.toLowerCase();
    const once = before === PREFIX ? 1 : 0;
    // "does not trust them and needs guarantees": what somebody says or wants next is not turned any more.
    if (AUXILIARY.test(word.toLowerCase())) {
      turns -= nominal;
      nominal = 0;
    }
    if (/^that$/i.test(word) || AUXILIARY.test(word.toLowerCase())) no = false;
    if (before === 'and' && isAttitudeVerb(stem) && /(?:s|ed)$/.test(word)) turns = verdicts;
    // Names say nothing of yes and no: they stand before what turns, and after it.
    if (content && !/^\p{Lu}/u.test(word))
      signed.push({ stem, negated: (turns + once) % 2 === 1, back: turns + once > 1 });
    // "… without this" turns nothing of what is said.
    const turnsMore = terms.slice(i + 1).some((term) => term.content);
    if (!turnsMore || !(NEGATORS.has(stem) || isParticle(before, word))) return;
    if (NO.test(word) && no) return;
    no ||= NO.test(word);
    turns++;
    // "Without them" turns its object, not what is done without it.
    if (NOMINAL.has(stem)) nominal++;
    else all++;
  });
  return { words: signed, negated: all % 2 === 1 };
}

/** The "out" of "rule out", the "up" of "give up". */
function isParticle(before: string | undefined, word: string): boolean {
  return /^(?:rul(?:e|es|ed|ing) out|(?:give|gives|gave|giving) up)$/.test(`${before} ${word.toLowerCase()}`);
}
