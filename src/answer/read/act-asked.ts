import type { Act } from '../../domain/statement.ts';
import { stemOf, type Term } from '../../text/words/words.ts';

/** Verbs and nouns that ask for an act. A word group counts before a single word. */
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
];

const ACT_OF_STEM = new Map(
  ACT_WORDS.flatMap(([act, words]) => words.split(' ').map((word) => [stemOf(word), act] as const)),
);

const ACT_OF_STEMS = new Map(
  ACT_PHRASES.map(([act, phrase]) => {
    const [first = '', second = ''] = phrase.split(' ');
    return [`${stemOf(first)} ${second}`, act] as const;
  }),
);

/** The act that a stem names, alone or with the word behind it: "offer", "ask for"; undefined for any other. */
export function actOfWord(stem: string, next?: string): Act | undefined {
  return (
    ACT_OF_STEM.get(stem) ??
    (next === undefined ? undefined : ACT_OF_STEMS.get(`${stem} ${next.toLowerCase()}`))
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
    return isPhrase || ACT_OF_STEM.get(stem) === act ? [stem] : [];
  });
  return new Set(stems);
}

/** The act that the terms ask for: the first word or word group that names one; null when none does. */
export function actAsked(terms: readonly Term[]): Act | null {
  const text = terms.map((term) => term.word.toLowerCase());
  for (const [i, term] of terms.entries()) {
    // "See it as a threat": what something is taken for is nothing that is done.
    if (text[/^an?$|^the$/.test(text[i - 1] ?? '') ? i - 2 : i - 1] === 'as') continue;
    const phrase = ACT_PHRASES.find(([, words]) => words === `${text[i]} ${text[i + 1]}`);
    const act = phrase?.[0] ?? (term.content ? ACT_OF_STEM.get(term.stem) : undefined);
    if (act) return act;
  }
  return null;
}
