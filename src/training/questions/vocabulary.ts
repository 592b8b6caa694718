import { readTerms, stemOf } from '../../text/words/words.ts';

/** What is known of the words of a corpus. */
export interface Vocabulary {
  /** Lower-case words that carry content, with how many articles have them. */
  readonly counts: ReadonlyMap<string, number>;
  readonly articles: number;
  /** The forms of one stem ("accept": accepts, accepted, accepting), the commonest first. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** The form of a stem that stands after "to", "will" or "did": the base form of its verb. */
  readonly bases: ReadonlyMap<string, string>;
}

/** Irregular verbs of saying whose stems do not tell their base form. */
const IRREGULAR = new Map(
  'said say,told tell,wrote write,thought think,knew know,saw see,felt feel,found find,gave give,spoke speak,meant mean,made make,sought seek,held hold,swore swear,told tell,heard hear,understood understand'
    .split(',')
    .map((pair): [string, string] => {
      const [past = '', base = ''] = pair.split(' ');
      return [past, base];
    }),
);
const BEFORE_BASE = /\b(?:to|will|would|could|can|did|should|might)\s+(\p{Ll}{3,})\b/gu;

const commonest = (all: ReadonlyMap<string, number>): string =>
  [...all].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';

export function readVocabulary(texts: readonly string[]): Vocabulary {
  const counts = new Map<string, number>();
  const bases = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const words = new Set(
      readTerms(text)
        .filter(({ content }) => content)
        .map(({ word }) => word.toLowerCase()),
    );
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [, base = ''] of text.matchAll(BEFORE_BASE)) {
      const ofStem = bases.get(stemOf(base)) ?? new Map<string, number>();
      ofStem.set(base, (ofStem.get(base) ?? 0) + 1);
      bases.set(stemOf(base), ofStem);
    }
  }
  const forms = new Map<string, string[]>();
  for (const [word] of [...counts].toSorted((a, b) => b[1] - a[1]))
    forms.set(stemOf(word), [...(forms.get(stemOf(word)) ?? []), word]);
  return {
    counts,
    articles: texts.length,
    forms,
    bases: new Map([...bases].map(([stem, all]) => [stem, commonest(all)])),
  };
}

/** How much a word tells: the logarithm of how few articles have it (inverse document frequency). */
export function weightOf({ counts, articles }: Vocabulary, word: string): number {
  return Math.log(1 + articles / (1 + (counts.get(word.toLowerCase()) ?? 0)));
}

/** The base form of a verb ("warned": "warn"); null where the corpus does not tell. */
export function baseOf({ bases }: Vocabulary, verb: string): string | null {
  const lower = verb.toLowerCase();
  return IRREGULAR.get(lower) ?? bases.get(stemOf(lower)) ?? null;
}
