import { stemOf, type Term } from '../../text/words/words.ts';

const stemSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** Verbs whose subject speaks, wants or judges: asking for what it did is asking for its words. */
const ATTITUDE_VERBS = stemSet(
  'say tell state claim describe think believe call assess evaluate comment complain expect want demand ask insist ' +
    'offer propose suggest reject refuse warn threaten deny agree accept promise pledge stress note mention announce ' +
    'declare respond reply answer explain hope seek require need plan intend consider see view regard feel fear worry ' +
    'criticise criticize accuse blame praise emphasise emphasize argue urge admit acknowledge raise hint conclude ' +
    'express clarify assure support oppose react characterise characterize summarise summarize justify repeat ' +
    'reiterate predict rule turn stand recommend advise request object decline dismiss confirm reveal report speak ' +
    'talk point focus welcome condemn doubt trust commit address communicate discuss write remark add recall make ' +
    'said told thought sought spoke spoken saw seen felt stood wrote written made',
);
/** What follows "is", "was" … of who is willing or minded. */
const ATTITUDE_ADJECTIVES = stemSet(
  'ready willing prepared open determined inclined unwilling reluctant opposed committed optimistic pessimistic ' +
    'concerned worried satisfied happy unhappy afraid going planning asking demanding offering proposing saying ' +
    'seeking insisting threatening considering against for',
);
/** What belongs to who has spoken: "Russia's demands", "the US position". */
const ATTITUDE_NOUNS = stemSet(
  'position stance view opinion demand proposal offer response reaction statement condition concern requirement ' +
    'expectation promise claim warning comment word answer assessment attitude argument complaint threat assurance ' +
    'reply remark suggestion objection request explanation perspective take standpoint message stand promise pledge',
);
/** Offices that one holds or does not. */
const OFFICES = stemSet(
  'minister secretary president ambassador commissioner mayor governor premier chancellor chairman chairwoman senator ' +
    'congressman king queen prince general commander manager',
);
/** Who speaks for a side whose adjective stands before: "the Russian negotiator". */
const ROLE_NOUNS: ReadonlySet<string> = new Set([
  ...OFFICES,
  ...stemSet(
    'side delegation government administration official officials diplomat diplomats negotiator deputy foreign defense ' +
      'defence spokesman spokeswoman spokesperson representative envoy leader leaders leadership authorities ministry ' +
      'team chief director boss',
  ),
]);
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did has have had is was are were will would can could should may might must shall'.split(' '),
);
/** Verbs of saying: no story about somebody shows what they said. */
const SAYING = stemSet(
  'say tell state claim describe comment complain mention announce declare respond reply answer explain report speak ' +
    'remark add note remind said told spoke spoken',
);
/** Nouns for what was said, whatever it says. */
const SAID = stemSet(
  'position stance view opinion statement comment word answer response reaction remark reply message quote',
);
/** Verbs and nouns of judging: whoever has no statement in the articles has no view in them. */
const JUDGING = stemSet(
  'statement according deny warn demand reject think believe view opinion position stance reaction response react',
);
/** Whether the stem is of a verb of saying, wanting or judging. */
export function isAttitudeVerb(stem: string): boolean {
  return ATTITUDE_VERBS.has(stem);
}

/** Whether the stem is of what somebody can be said to be, wanting or judging: "ready". */
export function isAttitudeAdjective(stem: string): boolean {
  return ATTITUDE_ADJECTIVES.has(stem);
}

/** Whether the stem is of what belongs to who has spoken: "demand", "position". */
export function isAttitudeNoun(stem: string): boolean {
  return ATTITUDE_NOUNS.has(stem);
}

/** Whether the stem is of a word for who speaks for a side: "negotiator", "delegation". */
export function isRoleNoun(stem: string): boolean {
  return ROLE_NOUNS.has(stem);
}

/** Whether the word means several who hold an office: "generals", not "officials". */
export function isOffices(word: string): boolean {
  return /(?:[^s]s|men)$/.test(word) && OFFICES.has(stemOf(word));
}

/** Whether the stem is of a word that asks for words without saying what about: "say", "position". */
export function isWordForSaying(stem: string): boolean {
  return SAYING.has(stem) || SAID.has(stem);
}

/** Whether the stem is of a verb of saying. */
export function isVerbOfSaying(stem: string): boolean {
  return SAYING.has(stem);
}

/** Whether the question asks for something said. */
export function asksForSaying(terms: readonly Term[]): boolean {
  return terms.some(({ stem }) => SAYING.has(stem));
}

/** Whether the question asks for something said or held. */
export function asksForSpeech(terms: readonly Term[]): boolean {
  return asksForSaying(terms) || terms.some(({ stem }) => JUDGING.has(stem));
}
