import { textAt, within, type Span } from '../../text/span.ts';
import { likelyPronoun } from '../../text/words/likely-pronoun.ts';
import type { Cast } from './cast/find-cast.ts';
import type { PairBefore } from './cast/find-pair.ts';
import type { Reference, Turn } from './cast/pick-person.ts';
import { NOBODY, ofPersons, type Speaker } from './speaker.ts';

/** What each pronoun that may be a source stands for. */
export const PRONOUNS: ReadonlyMap<string, 'he' | 'she' | 'they' | 'it' | 'we' | 'who'> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['herself', 'she'],
  ['they', 'they'],
  ['them', 'they'],
  ['it', 'it'],
  ['we', 'we'],
  ['i', 'we'],
  ['me', 'we'],
  ['us', 'we'],
  ['who', 'who'],
  ['which', 'it'],
]);
/** How far back people named together are looked for. */
export const PAIR_REACH = 500;
/** "A Russian officer, who …", "Jane Roe, a professor of …, who": so much before "who" is read. */
const WHO_REACH = 200;

/**
 * What may stand between a name and the "who" that means it: nothing, a comma or dash, more about the named one. In "Roe's
 * relatives, who", "Roe told a woman who" it is somebody else.
 */
const BETWEEN_WHO = [
  /^(?:\s*\([^()]*\))?\s*[,—–]?\s*$/u,
  /^\s*[,—–][^,]*,\s*$/u,
  /^(?:\s+(?:of|on|in|from|at)\s[^,]*)?\s*,\s*(?:an?|the|one|now|then|formerly)\s(?:[^,]*|.*,\s*)$/su,
  /^\s+(?:of|on|in|from|at)\s[^,]*,\s*$/u,
  /^\s+(?:is|was)\s+(?:an?|one|the)\s/u,
];
/** Somebody who just spoke and of whom the article has a single word and no more: "Roe". */
const isSurname = ({ speaker, kind }: Speaker): boolean =>
  speaker !== null && kind === null && /^\p{Lu}\p{Ll}+$/u.test(speaker);

/** Whom the words of a source mean, after the statements `before` (the last one first read). */
export type Resolve = (source: Span, paragraph: number, before: readonly Turn[]) => Speaker;

export interface PronounDependencies {
  readonly text: string;
  readonly cast: Cast;
  readonly reference: Reference;
  /** Of the whole text. */
  readonly quotations: readonly Span[];
  readonly pairBefore: PairBefore;
  /** Whom other words mean: those in front of a "who". */
  readonly resolve: Resolve;
}

/** Whom the pronoun `key` at `position` means, after the statements `before`. */
export type ResolvePronoun = (
  key: string,
  position: number,
  paragraph: number,
  before: readonly Turn[],
) => Speaker;

/** Creates what resolves the pronouns of one article. */
export function createPronounResolver({
  text,
  cast,
  reference,
  quotations,
  pairBefore,
  resolve,
}: PronounDependencies): ResolvePronoun {
  return (key, position, paragraph, before) => {
    const pronoun = PRONOUNS.get(key);
    const last = before.at(-1) ?? null;
    const near = last && paragraph - last.paragraph <= 1 ? last.speaker : NOBODY;
    if (pronoun === 'he' || pronoun === 'she') {
      const wanted = { pronoun, roles: [], side: null, generic: [], not: [] };
      const picked = reference.pick(position, paragraph, wanted, last);
      if (last && isSurname(near)) {
        const since = { start: last.position, end: position };
        const isNext =
          (
            textAt(text, since)
              .replace(/[“"][^“”"]*[”"]/gu, '')
              .match(/[.!?]["”’]?\s/gu) ?? []
          ).length <= 1;
        if (isNext && cast.within(since).every(({ person }) => person !== picked)) return near;
      }
      const back = { start: Math.max(0, position - PAIR_REACH), end: position };
      const shown =
        picked && (picked.pronoun ?? likelyPronoun(picked.name, picked.roles.size > 0) ?? pronoun);
      // Rather another with a man's name than "he" for who has a woman's.
      const person =
        (shown === pronoun ? null : cast.likelyWithin(back, pronoun)) ?? picked ?? cast.subjectWithin(back);
      if (!person) return NOBODY;
      person.pronoun ??= pronoun;
      return ofPersons([person]);
    }
    if (pronoun === 'who') {
      const sentence = text.slice(Math.max(0, position - WHO_REACH), position);
      const opens =
        position -
        sentence.length +
        (/^[^]*(?:(?<!(?<!\p{L})\p{Lu}\p{Ll}{0,2})[.]|[!?;:”"])(?=\s)\s*/u.exec(sentence)?.[0].length ?? 0);
      const antecedent = { start: opens, end: position };
      const named = cast.within(antecedent);
      if (named.length === 0 && position - opens < WHO_REACH) return resolve(antecedent, paragraph, before);
      const meant = named.findLast(
        ({ possessive, end }) =>
          !possessive && BETWEEN_WHO.some((pattern) => pattern.test(text.slice(end, position))),
      );
      return meant ? ofPersons([meant.person]) : NOBODY;
    }
    // Outside quotation marks it is the reporter's own.
    if (/^(?:i|me)$/.test(key) && !within(quotations, position)) return NOBODY;
    if (pronoun === 'we') return within(quotations, position) || near.persons.length === 0 ? near : NOBODY;
    if (pronoun === 'it') return near.persons.length === 0 ? near : NOBODY;
    if (near.plural && near.persons.length > 0 && last?.paragraph === paragraph) return near;
    const pair = pairBefore(position, PAIR_REACH, []);
    if (pair) return pair;
    return near.plural || near.persons.length === 0 ? near : NOBODY;
  };
}
