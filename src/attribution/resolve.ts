import type { Span } from '../domain/span.ts';
import type { Cast, Mention } from './cast.ts';
import { isOpener } from './introductions.ts';
import { wordsIn, type Word } from './lexemes.ts';
import type { Person } from './people.ts';
import type { Reference, Speaker, Turn } from './reference.ts';
import {
  EXPERTS,
  isFormer,
  isGenericRole,
  isRole,
  isTitleWord,
  pronounShown,
  singular,
  speaksForSide,
} from './roles.ts';
import { isOfficialBody, type Sides } from './sides.ts';

export interface ResolverDependencies {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sides: Sides;
  readonly cast: Cast;
  readonly reference: Reference;
}

/** Whom the words of a source mean, after the statements `before` (the last one first read). */
export type Resolve = (source: Span, paragraph: number, before: readonly Turn[]) => Speaker;

export const NOBODY: Speaker = { speaker: null, side: null, persons: [], plural: false };

const PRONOUNS: Readonly<Record<string, 'he' | 'she' | 'they' | 'it' | 'we' | 'who'>> = {
  he: 'he',
  him: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  herself: 'she',
  they: 'they',
  them: 'they',
  it: 'it',
  we: 'we',
  i: 'we',
  me: 'we',
  us: 'we',
  who: 'who',
  which: 'it',
};
/** "Moscow's demands": a side's paper or voice is the side. */
const VOICE =
  /^(?:demand|proposal|position|stance|view|statement|response|reply|answer|offer|request|plan|draft|document|claim|warning|policy|speech|letter|note)s?$/;
const SMALL = /^(?:of|the|for|and|in|at|to|on|a|de|la)$/;
const BODY_WORDS = 7;
/** How far back people named together are looked for. */
const PAIR_REACH = 500;
const PAIR_MENTIONS = 12;
const PAIR_CHARACTERS = 80;
/** Turns looked back through for "the ministry", "the analysts". */
const TURNS_BACK = 12;

/** Several people as one speaker: their names joined; a side only when it is the same. */
function together(persons: readonly Person[]): Speaker {
  const [first] = persons;
  const side = first && persons.every((person) => person.side === first.side) ? first.side : null;
  return {
    speaker: persons.map(({ name }) => name).join(' and ') || null,
    side,
    persons,
    plural: persons.length > 1,
  };
}

/** The words that matter: without articles in front, up to a comma, "who" or the like, without "also", "both" behind. */
function core(text: string, words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    const last = kept.at(-1);
    if (
      last &&
      (/[,;(—–]/.test(text.slice(last.end, word.start)) || /^(?:who|which|that|whose)$/.test(word.key))
    )
      break;
    if (kept.length > 0 || !/^(?:the|a|an)$/.test(word.key)) kept.push(word);
  }
  while (/^(?:both|also|all|again|himself|herself|itself|themselves)$/.test(kept.at(-1)?.key ?? ''))
    kept.pop();
  return kept;
}

/** Whether a name only says whose: "Roe campaign spokesman John Doe", "the Roe campaign". */
function isModifier(mention: Mention, phrase: readonly Word[]): boolean {
  if (mention.possessive) return false;
  const behind = phrase.filter(({ start }) => start >= mention.end);
  const apart = behind.findIndex(({ joined, key }) => !joined || key === 'and' || SMALL.test(key));
  const joined = behind.slice(0, apart < 0 ? behind.length : apart);
  if (joined.slice(0, 4).some(({ key }) => isRole(singular(key)))) return true;
  const before = phrase.findLast(({ end }) => end <= mention.start);
  return before?.key === 'the' && joined.length > 0 && !joined[0]?.capital;
}

/** Creates the resolver of one article's sources. */
export function createResolver({ text, words, sides, cast, reference }: ResolverDependencies): Resolve {
  const lowerCase = new Set(words.filter(({ capital }) => !capital).map(({ key }) => key));

  /** The people whom the source names as its speakers, not those named in passing. */
  const named = (source: Span, phrase: readonly Word[]): readonly Mention[] => {
    const mentions: Mention[] = [];
    for (const mention of cast.within(source)) {
      const previous = mentions.at(-1);
      const ahead = phrase.filter((word) => word.end <= mention.start && word.start >= (previous?.end ?? 0));
      const after = phrase.find((word) => word.start >= mention.end);
      // "an aide to Ms. Roe", "Ms. Roe's lawyer": somebody else speaks.
      const through = /^(?:to|for|of|with|from)$/.test(
        ahead.findLast(({ key }) => !isTitleWord(key) || SMALL.test(key))?.key ?? '',
      );
      if (!previous && through && ahead.some(({ key }) => isRole(singular(key))) && !ahead.at(-1)?.capital)
        continue;
      if (isModifier(mention, phrase)) continue;
      if (mention.possessive && after && (isRole(singular(after.key)) || isOfficialBody([after]))) continue;
      // A second name counts when nothing but "and" and titles part it from the first.
      if (
        previous &&
        !ahead.every((word) => word.key === 'and' || isTitleWord(word.key) || sides.isSideWord(word.key))
      )
        break;
      if (!mentions.some(({ person }) => person === mention.person)) mentions.push(mention);
    }
    return mentions;
  };

  /** The last people before `position` who were named together ("Graham and Menon"), with one of the roles if any are given. */
  const pairBefore = (position: number, reach: number, roles: readonly string[]): Speaker | null => {
    const near = cast.within({ start: Math.max(0, position - reach), end: position }).slice(-PAIR_MENTIONS);
    for (let i = near.length - 1; i > 0; i--) {
      const [a, b] = [near[i - 1], near[i]];
      if (!a || !b || a.person === b.person || b.start - a.end > PAIR_CHARACTERS) continue;
      const between = wordsIn(words, { start: a.end, end: b.start });
      if (
        between[0]?.key !== 'and' ||
        !between.every(({ key }) => SMALL.test(key) || isTitleWord(key) || sides.isSideWord(key))
      )
        continue;
      if (roles.length === 0 || roles.some((role) => a.person.roles.has(role) || b.person.roles.has(role)))
        return together([a.person, b.person]);
    }
    return null;
  };

  const byPronoun = (key: string, position: number, paragraph: number, before: readonly Turn[]): Speaker => {
    const pronoun = PRONOUNS[key];
    const last = before.at(-1) ?? null;
    const near = last && paragraph - last.paragraph <= 1 ? last.speaker : NOBODY;
    if (pronoun === 'he' || pronoun === 'she') {
      const wanted = { pronoun, roles: [], side: null, official: false, not: [] };
      const person = reference.pick(position, paragraph, wanted, last);
      if (!person) return NOBODY;
      person.pronoun ??= pronoun;
      return together([person]);
    }
    if (pronoun === 'who') {
      const mention = cast.within({ start: Math.max(0, position - 80), end: position }).at(-1);
      return mention ? together([mention.person]) : NOBODY;
    }
    if (pronoun === 'we') return near;
    if (pronoun === 'it') return near.persons.length === 0 ? near : NOBODY;
    if (near.plural && near.persons.length > 0 && last?.paragraph === paragraph) return near;
    const pair = pairBefore(position, PAIR_REACH, []);
    if (pair) return pair;
    return near.plural || near.persons.length === 0 ? near : NOBODY;
  };

  const byRole = (
    phrase: readonly Word[],
    whole: readonly Word[],
    position: number,
    paragraph: number,
    before: readonly Turn[],
  ): Speaker => {
    const keys = phrase.map(({ key }) => singular(key));
    const plural = phrase.some(({ key }) => isRole(singular(key)) && singular(key) !== key);
    const official = keys.some(speaksForSide) && !keys.some((key) => EXPERTS.has(key) || isFormer(key));
    const [side = null] = official ? sides.named(phrase) : [];
    const roles = keys.filter(
      (key) => isTitleWord(key) && !SMALL.test(key) && !isGenericRole(key) && key.length > 3,
    );
    if (plural) {
      const group = before
        .slice(-TURNS_BACK)
        .findLast(
          ({ speaker }) =>
            speaker.plural &&
            speaker.persons.some((person) => keys.some((key) => isRole(key) && person.roles.has(key))),
        );
      const some = /^(?:some|many|other|several|most)$/.test(phrase[0]?.key ?? '');
      const pair = side === null && !some ? pairBefore(position, 4 * PAIR_REACH, keys.filter(isRole)) : null;
      return (some ? null : (group?.speaker ?? pair)) ?? { ...NOBODY, side, plural };
    }
    const definite = !/^(?:a|an|one|another|some)$/.test(whole[0]?.key ?? '');
    // A body's spokesman without a name speaks as the body.
    const body = phrase.map((_, index) => sides.at(phrase, index)?.body).find(Boolean);
    if (body && keys.some(speaksForSide) && !keys.some(isFormer))
      return { ...NOBODY, speaker: body.name, side: body.side };
    if (!definite) return { ...NOBODY, side };
    const pronoun = phrase.reduce<'he' | 'she' | null>((shown, { key }) => shown ?? pronounShown(key), null);
    const last = before.at(-1) ?? null;
    const not = /^(?:his|her|their)$/.test(whole[0]?.key ?? '') ? (last?.speaker.persons ?? []) : [];
    const wanted = { pronoun, roles, side, official: keys.some(isGenericRole), not };
    const person = reference.pick(position, paragraph, wanted, last);
    return person ? together([person]) : { ...NOBODY, side };
  };

  /** A body that no list knows: its name as written, with a side where an adjective or possessive gives it. */
  const byName = (phrase: readonly Word[], before: readonly Turn[]): Speaker => {
    const [first] = phrase;
    if (!first) return NOBODY;
    const leading = sides.at(phrase, 0);
    const last = phrase.at(-1);
    if (leading && !leading.body && VOICE.test(last?.key ?? '')) return { ...NOBODY, side: leading.side };
    const official = isOfficialBody(phrase);
    if (!first.capital) {
      if (!official) return NOBODY;
      const same = before
        .slice(-TURNS_BACK)
        .findLast(
          ({ speaker }) =>
            speaker.persons.length === 0 && speaker.speaker?.toLowerCase().includes(last?.key ?? ' '),
        );
      return same?.speaker ?? NOBODY;
    }
    const isName = phrase.every(
      (word) => word.capital || SMALL.test(word.key) || (official && word.key.length > 3),
    );
    // "Things", "There" with the capital of a sentence: no name.
    if (phrase.length === 1 && (isOpener(first.key) || (!official && lowerCase.has(first.key))))
      return NOBODY;
    if (!isName || phrase.length > BODY_WORDS)
      return leading && /^(?:and|or|with)$/.test(phrase[leading.length]?.key ?? '')
        ? { ...NOBODY, side: leading.side }
        : NOBODY;
    return {
      ...NOBODY,
      speaker: text.slice(first.start, last?.end),
      side: official ? (leading?.side ?? null) : null,
    };
  };

  return (source, paragraph, before) => {
    const all = wordsIn(words, source);
    const persons = named(source, all);
    const [first] = all;
    if (
      persons.length === 0 &&
      first &&
      PRONOUNS[first.key] &&
      !(first.key === 'her' && all.length > 1) &&
      first.form !== 'US'
    )
      return byPronoun(first.key, source.start, paragraph, before);
    if (persons.length > 0) return together(persons.map(({ person }) => person));
    const phrase = core(text, all);
    const whole = sides.whole(phrase);
    if (whole) return { ...NOBODY, ...whole };
    const owner = cast.within(source).find(({ possessive }) => possessive)?.person;
    // "Joe Biden's administration"
    if (owner && isOfficialBody(phrase)) return { ...NOBODY, side: owner.side };
    if (sides.named(phrase).length > 1 || /^(?:both|two)$/.test(phrase[0]?.key ?? ''))
      return { ...NOBODY, plural: true };
    if (phrase.some(({ key }) => isRole(singular(key))))
      return byRole(phrase, all, source.start, paragraph, before);
    return byName(phrase, before);
  };
}
