import { isAttitudeAdjective, isAttitudeNoun, isAttitudeVerb, isRoleNoun } from '../../read/asking-words.ts';
import { prefixLikeness } from '../../../text/words/likeness.ts';
import type { Term } from '../../../text/words/words.ts';
import type { Source, Words } from './claim.ts';
import { isNumberWord } from './numbers.ts';

/** Chosen by `npm run eval -- --llm`: all lies out, all true claims in, with room on both sides. */
const THRESHOLD = {
  /** Of the claim's own words, so many must be in the evidence. */
  claim: 0.5,
  /** And of each part of it that has at least `partWords`. */
  part: 0.34,
  partWords: 2,
} as const;
/** What is added to a statement: a single word there must be in the evidence. */
const ADDED =
  /\b(?:before|after|until|within|during|despite|because of|due to|in (?:exchange|return) for|ahead of|unless|if|by the end of)\b/giu;
/** How much of something, not what: "left them somewhat sad". */
const DEGREE =
  /^(?:somewhat|fairly|highly|extremely|largely|mostly|slightly|partly|entirely|completely|absolutely|fully|totally|especially|particularly|increasingly|currently)$/i;
/** Less alike, and a word is another word: "invasion" and "invade" are alike. */
const ALIKE = 0.55;
/** Parts of a claim that could be told alone. */
const PART =
  /[.;:!?…](?=\s|$)|,(?=\s)|—|\b(?:and|or|but|while|whereas|because|as well as|in addition to)\b/giu;

/**
 * How much of what the claim says is in the evidence, 0 to 1: the share of its words that carry content, names, numbers
 * and words of saying left out, that the evidence has, by stem or alike. A claim without such words gets 1.
 */
export function closeness(words: Pick<Words, 'terms' | 'mentions'>, sources: readonly Source[]): number {
  const own = ownWords(words);
  if (own.length === 0) return 1;
  const stems = [...new Set(sources.flatMap((source) => source.terms.map(({ plain }) => plain)))];
  const covered = own.filter(({ plain }) => stems.some((stem) => isAlike(stem, plain)));
  return covered.length / own.length;
}

/** Whether the claim, and each part of it, is close enough to the evidence. */
export function isClose(claim: Words, sources: readonly Source[], read: (text: string) => Words): boolean {
  if (closeness(claim, sources) < THRESHOLD.claim) return false;
  const [, ...added] = claim.text.split(ADDED);
  for (const part of added) {
    const words = read(part.split(PART)[0] ?? '');
    if (closeness(words, sources) === 0) return false;
  }
  return claim.text.split(PART).every((part) => {
    const words = read(part);
    return ownWords(words).length < THRESHOLD.partWords || closeness(words, sources) >= THRESHOLD.part;
  });
}

function ownWords({ terms, mentions }: Pick<Words, 'terms' | 'mentions'>): Term[] {
  return terms.filter(
    ({ content, stem, word }, i) =>
      content &&
      !/^\d/.test(word) &&
      !isNumberWord(word) &&
      !DEGREE.test(word) &&
      !mentions.some(({ start, end }) => start <= i && i < end) &&
      !isAttitudeVerb(stem) &&
      !isAttitudeAdjective(stem) &&
      !isAttitudeNoun(stem) &&
      !isRoleNoun(stem),
  );
}

function isAlike(a: string, b: string): boolean {
  return a === b || prefixLikeness(a, b) >= ALIKE;
}
