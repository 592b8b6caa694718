import { stemOf, type Term } from '../../text/words/words.ts';
import type { Act } from '../statement.ts';

/** Verbs and nouns that name an act, told or asked for. A word group counts before a single word. */
const ACT_WORDS: readonly (readonly [Act, string])[] = [
  [
    'rejects',
    'reject refuse rejection refusal oppose opposition decline dismiss unacceptable veto object objection exclude',
  ],
  [
    'offers',
    'offer propose proposal suggest suggestion ready willing readiness willingness prepared promise pledge concession',
  ],
  ['demands', 'demand want insist require requirement seek request need urge condition'],
  ['warns', 'warn warning threaten threat caution consequence retaliate retaliation'],
  ['denies', 'deny denial refute disclaim'],
  ['agrees', 'agree accept acknowledge concur admit recognise recognize'],
];
/** Word groups that do. */
const ACT_PHRASES: readonly (readonly [Act, string])[] = [
  ['rejects', 'rule out'],
  ['rejects', 'ruled out'],
  ['rejects', 'turn down'],
  ['rejects', 'turned down'],
  ['rejects', 'say no'],
  ['rejects', 'said no'],
  ['demands', 'red line'],
  ['demands', 'red lines'],
  ['demands', 'call on'],
  ['demands', 'call for'],
  ['demands', 'ask for'],
  ['warns', 'will happen'],
  ['warns', 'would happen'],
  ['offers', 'open to'],
  ['agrees', 'settle for'],
  ['agrees', 'content with'],
  ['agrees', 'live with'],
];

const ACT_OF_STEM = new Map(
  ACT_WORDS.flatMap(([act, words]) => words.split(' ').map((word) => [stemOf(word), act] as const)),
);

/** By the first stem, and what follows. */
const ACT_OF_STEMS = new Map<string, Map<string, Act>>();
for (const [act, phrase] of ACT_PHRASES) {
  const [first = '', second = ''] = phrase.split(' ');
  const behind = ACT_OF_STEMS.get(stemOf(first)) ?? new Map<string, Act>();
  ACT_OF_STEMS.set(stemOf(first), behind.set(second, act));
}

/** The act that a stem names, alone or with the word behind it: "offer", "ask for"; undefined for any other. */
export function actOfWord(stem: string, next?: string): Act | undefined {
  return (
    (next === undefined ? undefined : ACT_OF_STEMS.get(stem)?.get(next.toLowerCase())) ??
    ACT_OF_STEM.get(stem)
  );
}

/** The stems by which the terms ask for the act: "red" and "line" for demands. */
export function wordsForAct(terms: readonly Term[], act: Act): ReadonlySet<string> {
  const text = terms.map((term) => term.word.toLowerCase());
  const stems = terms.flatMap(({ stem }, i) => {
    const isPhrase = ACT_PHRASES.some(
      ([of, words]) =>
        of === act && (words === `${text[i]} ${text[i + 1]}` || words === `${text[i - 1]} ${text[i]}`),
    );
    return isPhrase || actOfWord(stem) === act ? [stem] : [];
  });
  return new Set(stems);
}

/** "What will Russia not accept": what somebody will or can not do is what they reject. */
const WILL = /^(?:will|would|can|could)$/;
/** "Won't" and "can't" are read as two words. */
const WILL_NOT = /^(?:cannot|wont|cant|(?:won|wouldn|can|couldn) t)$/;
/** Words between "will" and "not": "the United States delegation". */
const MOST_BEFORE_NOT = 5;
const GIVES: ReadonlySet<Act> = new Set(['offers', 'agrees']);

function isRefusal(text: readonly string[]): boolean {
  return text.some(
    (word, i) =>
      WILL_NOT.test(word) ||
      WILL_NOT.test(`${word} ${text[i + 1]}`) ||
      (/^(?:not|never)$/.test(word) &&
        text.slice(Math.max(0, i - MOST_BEFORE_NOT - 1), i).some((one) => WILL.test(one))),
  );
}

/**
 * The act that the terms ask for: the first word or word group that names one, or rejecting where they ask what somebody will
 * or can not do; null when there is neither.
 */
export function actAsked(terms: readonly Term[]): Act | null {
  const text = terms.map((term) => term.word.toLowerCase());
  const act = actNamed(terms, text);
  return isRefusal(text) && (act === null || GIVES.has(act)) ? 'rejects' : act;
}

function actNamed(terms: readonly Term[], text: readonly string[]): Act | null {
  for (const [i, term] of terms.entries()) {
    // "See it as a threat": what something is taken for is nothing that is done.
    if (text[/^an?$|^the$/.test(text[i - 1] ?? '') ? i - 2 : i - 1] === 'as') continue;
    const phrase = ACT_PHRASES.find(([, words]) => words === `${text[i]} ${text[i + 1]}`);
    const act = phrase?.[0] ?? (term.content ? actOfWord(term.stem) : undefined);
    if (act) return act;
  }
  return null;
}
