import { actAsked } from './act-asked.ts';
import { markOf, type Mention, type Party } from '../../parties/name-patterns.ts';
import { HONORIFIC } from '../../parties/mentions-in.ts';
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
/** Who speaks for a side whose adjective stands before: "the Russian negotiator". */
const ROLE_NOUNS = stemSet(
  'side delegation government administration official officials diplomat diplomats negotiator minister deputy foreign ' +
    'defense defence secretary president spokesman spokeswoman spokesperson representative envoy ambassador leader ' +
    'leaders leadership authorities ministry team commissioner mayor governor premier chancellor chairman chairwoman chief ' +
    'senator congressman king queen prince general commander director manager boss',
);
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'do does did has have had is was are were will would can could should may might must shall'.split(' '),
);
/** "Didn't", "wouldnt", and what stands before the "t" of the former. */
const AUXILIARY_NOT = /^(?:did|do|does|has|have|had|is|was|are|were|would|could|should|wo|ca)(?:n|nt)$/;
/** What "s" and "d" shorten behind these is "is" or "did". */
const ASKING = /^(?:what|who|how|why|where|when)$/;
/** What somebody did so many times, or where, is no word of theirs. */
const OF_CIRCUMSTANCE = /^(?:when|where|who|whom)$/;
const OF_AMOUNT = /^(?:many|much|long|often|old|far|big|large)$/;
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
/** So many words behind a name are still keywords. */
const KEYWORDS = 3;
/** Words that may stand between "the union's" and "demand". */
const MOST_BEFORE_NOUN = 3;
const OPENERS = new Set(['on', 'about', 'regarding', 'concerning']);

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

/** Whether the stem is of a word that asks for words without saying what about: "say", "position". */
export function isWordForSaying(stem: string): boolean {
  return SAYING.has(stem) || SAID.has(stem);
}

/** Whether the question asks for something said. */
export function asksForSaying(terms: readonly Term[]): boolean {
  return terms.some(({ stem }) => SAYING.has(stem));
}

/** Whether the question asks for something said or held. */
export function asksForSpeech(terms: readonly Term[]): boolean {
  return asksForSaying(terms) || terms.some(({ stem }) => JUDGING.has(stem));
}

const isTitle = (term: Term | undefined): boolean =>
  term !== undefined && (ROLE_NOUNS.has(term.stem) || HONORIFIC.test(term.word));

interface Asked extends Mention {
  /** The term behind the whole noun phrase: after "'s" and after a role. */
  readonly next: number;
  readonly possessive: boolean;
}

/** Mentions with where their noun phrase ends; an adjective before a noun that names no role is nobody who speaks. */
function nounPhrases(terms: readonly Term[], mentions: readonly Mention[]): Asked[] {
  return mentions.map((mention) => {
    const apostrophe = terms[mention.end]?.word.toLowerCase() === 's';
    const last = terms[mention.end - 1];
    // "obamas view": the names have no such letter.
    const isGlued =
      mention.party.kind === 'actor' &&
      /s$/i.test(last?.word ?? '') &&
      !mention.party.id.toLowerCase().includes(last?.word.toLowerCase() ?? '');
    const possessive = apostrophe || isGlued;
    let next = apostrophe ? mention.end + 1 : mention.end;
    while (mention.party.kind !== 'actor' && ROLE_NOUNS.has(terms[next]?.stem ?? '')) next++;
    let start = mention.start;
    while (mention.party.kind !== 'side' && isTitle(terms[start - 1])) start--;
    return { ...mention, start, next, possessive };
  });
}

/** Whose words the question asks for, whatever it is about; empty when anybody's will do. In the question's order. */
export function partiesAsked(terms: readonly Term[], mentions: readonly Mention[]): Party[] {
  const phrases = nounPhrases(terms, mentions);
  const word = (i: number): string => terms[i]?.word.toLowerCase() ?? '';
  const before = (phrase: Mention): number =>
    word(phrase.start - 1) === 'the' ? phrase.start - 2 : phrase.start - 1;
  const isVerb = (i: number): boolean => ATTITUDE_VERBS.has(terms[i]?.stem ?? '');
  /** "did", "didn't", "what'd". */
  const isAuxiliary = (i: number): boolean =>
    AUXILIARIES.has(word(i)) ||
    AUXILIARY_NOT.test(word(i)) ||
    (word(i) === 't' && AUXILIARY_NOT.test(word(i - 1))) ||
    (/^[sd]$/.test(word(i)) && ASKING.test(word(i - 1))) ||
    /^(?:what|how|who)s$/.test(word(i));
  const isToBe = (i: number): boolean =>
    /^(?:is|was|are|were|s|isnt|wasnt|arent|whats|hows)$/.test(word(i)) ||
    (word(i) === 't' && /^(?:isn|wasn|aren|weren)$/.test(word(i - 1)));
  const opening = word(0) === 'and' || word(0) === 'so' || word(0) === 'but' ? 1 : 0;
  /** What is asked with "what", "why" or "how", and not for an amount, a time or a place. */
  const isOpen =
    /^(?:what|whats|why|how)$/.test(word(opening)) &&
    !(word(opening) === 'how' && OF_AMOUNT.test(word(opening + 1)));
  const skipAdverbs = (i: number): number => {
    let at = i;
    while (
      /ly$|^(?:not|also|still|even|ever|really|just|again|(?:him|her|it|them)sel(?:f|ves))$/.test(word(at)) &&
      at < terms.length - 1
    )
      at++;
    return at;
  };
  /** "newest pay demand": the attitude noun of the phrase that goes on behind a party, with what stands before it. */
  const nounAfter = (p: Asked): number => {
    const most = p.possessive ? MOST_BEFORE_NOUN : p.adjective ? 1 : 0;
    for (let k = 0; k <= most; k++) {
      if (ATTITUDE_NOUNS.has(terms[p.next + k]?.stem ?? '')) return p.next + k;
      if (!(terms[p.next + k]?.content ?? false)) return -1;
    }
    return -1;
  };
  /** "the US and Russia": all that are joined to the phrase. */
  const joined = (phrase: Asked): Party[] => {
    const group = [phrase];
    for (let last: Asked | undefined = phrase; last;) {
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
  const endOfGroup = (phrase: Asked): number => {
    const group = joined(phrase).map(markOf);
    return Math.max(
      ...phrases
        .filter((p) => p.start >= phrase.start && group.includes(markOf(p.party)))
        .slice(0, group.length)
        .map((p) => p.next),
    );
  };

  /** These tell whose words are asked for wherever they stand. */
  const sure: ((phrase: Asked) => boolean)[] = [
    // Words that were looked for where whoever is asked stands.
    (p) => p.party.kind === 'source',
    // "according to the US", "in Moscow's view"
    (p) => word(before(p)) === 'to' && word(before(p) - 1) === 'according',
    (p) =>
      /^(?:per|in|from)$/.test(word(before(p))) &&
      p.possessive &&
      ATTITUDE_NOUNS.has(terms[p.next]?.stem ?? ''),
    // "was offered by the US"
    (p) => word(before(p)) === 'by' && isVerb(before(p) - 1),
  ];
  /** Of whom these are true, the first is asked: "Zeldin's line of attack on Trump's remark" is Zeldin's. */
  const likely: ((phrase: Asked) => boolean)[] = [
    // "did Sherman say", "does Russia want", "is the US ready"
    (p) => {
      const at = before(p);
      if (!isAuxiliary(at)) return false;
      // What somebody will do, they alone can say.
      if (at === 0 && /^(?:will|would)$/.test(word(at))) return true;
      const verb = skipAdverbs(endOfGroup(p));
      if (isToBe(at))
        return (
          ATTITUDE_ADJECTIVES.has(terms[verb]?.stem ?? '') || (word(verb).endsWith('ing') && isVerb(verb))
        );
      const main =
        AUXILIARIES.has(word(verb)) || /^(?:be|been)$/.test(word(verb)) ? skipAdverbs(verb + 1) : verb;
      if (isVerb(main) || ATTITUDE_ADJECTIVES.has(terms[main]?.stem ?? '')) return true;
      // "Why does she admire him": of who speaks, more is known by their words than by a list of verbs.
      const isVerbal = (terms[main]?.content ?? false) && !OF_CIRCUMSTANCE.test(word(opening));
      return p.party.kind === 'actor' && isVerbal && (isOpen || (at === 0 && /^(?:do|does)$/.test(word(at))));
    },
    // "Where do Doe and Roe differ": of two who are joined, both.
    (p) => p.party.kind === 'actor' && isAuxiliary(before(p)) && joined(p).length > 1,
    // "What was her comeback to him": whatever it is called, it is hers.
    (p) => {
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
    (p) => nounAfter(p) >= 0,
    // "the position of Russia", "demands from Moscow"
    (p) => {
      const at = before(p);
      return /^(?:of|from|by)$/.test(word(at)) && ATTITUDE_NOUNS.has(terms[at - 1]?.stem ?? '');
    },
    // "Ryabkov on missiles", "what Sherman said", "Russia demands"
    (p) => {
      const verb = skipAdverbs(endOfGroup(p));
      const opens = before(p) < 0;
      return (
        (opens && OPENERS.has(word(verb))) ||
        (opens && /^(?:vs|versus)$/.test(word(p.next))) ||
        ((opens || /^(?:what|how|why|whether|that|which)$/.test(word(before(p)))) && isVerb(verb))
      );
    },
    // "Who is Stankevich and what does he think?"
    (p) =>
      p.party.kind === 'actor' &&
      terms.some(
        (_, i) =>
          i > p.end &&
          /^(?:he|she|they)$/.test(word(i)) &&
          AUXILIARIES.has(word(i - 1)) &&
          isVerb(skipAdverbs(i + 1)),
      ),
    // "Zeldin's line of attack": whatever it is called, it is his
    (p) =>
      p.start === opening && p.party.kind === 'actor' && p.possessive && (terms[p.next]?.content ?? false),
    // "ryabkov missiles": a name and what it is about, no sentence
    (p) =>
      p.start === 0 &&
      terms.length > p.end &&
      terms.length <= p.end + KEYWORDS &&
      terms.slice(p.end).every(({ content }) => content) &&
      (p.party.kind === 'actor' || actAsked(terms) !== null),
  ];
  for (const rule of sure) {
    const found = phrases.find(rule);
    if (found) return joined(found);
  }
  const found = phrases.find((phrase) => likely.some((rule) => rule(phrase)));
  return found ? joined(found) : [];
}
