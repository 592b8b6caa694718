import { type Span, indexAt } from '../../../text/span.ts';
import { likelyPronoun } from '../../../text/words/likely-pronoun.ts';
import type { Cast } from './find-cast.ts';
import type { Person } from './find-person.ts';
import { isFormer } from '../role-words.ts';
import type { Speaker } from '../speaker.ts';

/** A statement already resolved, with where its attribution stands. */
export interface Turn {
  readonly speaker: Speaker;
  readonly position: number;
  readonly paragraph: number;
  /** What the text calls who speaks, if it does. */
  readonly source?: Span | null;
}

/** What a pronoun or role asks of the person it can mean. */
interface Wanted {
  readonly pronoun: 'he' | 'she' | null;
  /** Words a person's roles must have: "deputy", "minister". */
  readonly roles: readonly string[];
  readonly side: string | null;
  /** What anybody who speaks for somebody may be called: "the diplomat", "the envoy"; no historian is. */
  readonly generic: readonly string[];
  readonly not: readonly Person[];
}

export interface Reference {
  /** The person of the article who fits best at `position`: named or speaking last, and often. Null when nobody fits. */
  pick(position: number, paragraph: number, wanted: Wanted, before: Turn | null): Person | null;
}

/** So many mentions back are looked at: bounds the work, and nobody refers farther. */
const MENTIONS_BACK = 40;
/** A point is lost in so many characters, a few sentences. */
const CHARACTERS_A_POINT = 600;
const WEIGHTS = {
  /** Speaker of the statement before, in the same paragraph or the one before it. */
  sameParagraph: 2.5,
  paragraphBefore: 1.5,
  /** Named within somebody's words: talked about, not talking. */
  inContent: -1.5,
  possessive: -0.75,
  /** Neither the article nor the given name shows whether "he" or "she". */
  unknownPronoun: -0.75,
  /** The article does not show it; the given name is of somebody else. */
  unlikelyPronoun: -3,
  /** "the Secretary" is hardly the deputy. */
  lowerRank: -1.5,
  /** "the envoy" is who was introduced as one, before other diplomats. */
  calledSo: 2,
  mostSalience: 3,
};

const RANK = /^(?:deputy|assistant|under|undersecretary|vice)$/;

function fits(person: Person, { pronoun, roles, side, generic, not }: Wanted): boolean {
  if (not.includes(person)) return false;
  if (pronoun && person.pronoun !== null && person.pronoun !== pronoun) return false;
  if (side !== null && person.side !== side) return false;
  if (generic.length > 0 && person.side === null && person.roles.size === 0) return false;
  return roles.every((role) => person.roles.has(role));
}

/** What it costs that the article does not show what somebody is called back by: nothing where the given name does. */
function likelihood({ name, roles }: Person, pronoun: 'he' | 'she'): number {
  const likely = likelyPronoun(name, roles.size > 0);
  if (likely === null) return WEIGHTS.unknownPronoun;
  return likely === pronoun ? 0 : WEIGHTS.unlikelyPronoun;
}

/**
 * Finds the people that pronouns and roles refer to, by recency, salience and who spoke last.
 *
 * @param contents what the article's statements say, sorted: naming somebody there is talking about them
 */
export function createReference(cast: Cast, contents: readonly Span[]): Reference {
  const inContent = (position: number): boolean => {
    const content = contents[indexAt(contents, position + 1) - 1];
    return content !== undefined && position < content.end;
  };

  return {
    pick(position, paragraph, wanted, before) {
      const scores = new Map<Person, number>();
      const raise = (person: Person, score: number): void => {
        if (fits(person, wanted)) scores.set(person, Math.max(score, scores.get(person) ?? -Infinity));
      };
      const index = indexAt(cast.mentions, position);
      for (const mention of cast.mentions.slice(Math.max(0, index - MENTIONS_BACK), index)) {
        let score = -Math.min(3, (position - mention.end) / CHARACTERS_A_POINT);
        if (mention.possessive) score += WEIGHTS.possessive;
        if (inContent(mention.start)) score += WEIGHTS.inContent;
        raise(mention.person, score);
      }
      // "The chief negotiator said …" in the first sentence, the name further on.
      if (scores.size === 0 && wanted.roles.length + wanted.generic.length > 0)
        for (const mention of cast.mentions.slice(index, index + MENTIONS_BACK)) raise(mention.person, -3);
      let best: Person | null = null;
      let most = -Infinity;
      for (const [person, near] of scores) {
        let score = near + Math.min(WEIGHTS.mostSalience, Math.log2(1 + person.mentions));
        if (before?.speaker.persons.includes(person)) {
          const apart = paragraph - before.paragraph;
          score += apart === 0 ? WEIGHTS.sameParagraph : apart === 1 ? WEIGHTS.paragraphBefore : 0;
        }
        if (wanted.pronoun && person.pronoun === null) score += likelihood(person, wanted.pronoun);
        const lower = [...person.roles].some((role) => RANK.test(role) && !wanted.roles.includes(role));
        if (wanted.roles.length > 0 && lower) score += WEIGHTS.lowerRank;
        if (wanted.generic.length > 0 && [...person.roles].some(isFormer)) score += WEIGHTS.lowerRank;
        if (wanted.generic.some((role) => person.roles.has(role))) score += WEIGHTS.calledSo;
        if (score > most) {
          best = person;
          most = score;
        }
      }
      return best;
    },
  };
}
