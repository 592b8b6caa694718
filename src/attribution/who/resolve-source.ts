import { type Span } from '../../text/span.ts';
import { createBodies, isPaper } from './read-bodies.ts';
import type { Cast } from './cast/find-cast.ts';
import { officeOf } from './cast/describe-person.ts';
import { wordsIn, type Word } from '../../text/words/scan-words.ts';
import type { Person } from './cast/find-person.ts';
import type { Reference, Turn } from './cast/pick-person.ts';
import {
  isAnybody,
  isExpert,
  isFormer,
  isGenericRole,
  isRole,
  isTitleWord,
  officesOfHead,
  pronounShown,
  singular,
  speaksForSide,
} from './role-words.ts';
import { isOfficialBody, type Sides } from './side-words.ts';
import { NOBODY, ofBody, ofPersons, ofSide, type Speaker } from './speaker.ts';
import { sidesListed, withSideBeside } from './list-sides.ts';
import { createPairs } from './cast/find-pair.ts';
import { createPronounResolver, PAIR_REACH, PRONOUNS, type Resolve } from './resolve-pronoun.ts';
import { coreOf, isBodyName, peopleNamed, SMALL } from './source-phrase.ts';

export interface ResolverDependencies {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sides: Sides;
  readonly cast: Cast;
  readonly reference: Reference;
  /** Of the whole text. */
  readonly quotations: readonly Span[];
}

/** What several that negotiate are called. */
const PARTY = /^(?:side|party|partie|country|countrie|nation|state|government|delegation|team|camp|capital)$/;
/** "U.S. officials", "WHO experts", in capitals as no pronoun is. */
const INITIALS = /^(?:US|WHO|IT)$|\./;
const AGED = /^\d{1,3}-year-old$/;
const POSSESSIVES: ReadonlyMap<string, 'he' | 'she' | 'they'> = new Map([
  ['his', 'he'],
  ['her', 'she'],
  ['their', 'they'],
]);
/** Longer sources are broken text; the head stands in front. */
const SOURCE_WORDS = 60;
/** Turns looked back through for "the ministry", "the analysts". */
const TURNS_BACK = 12;

/** Creates the resolver of one article's sources. */
export function createResolver({
  text,
  words,
  sides,
  cast,
  reference,
  quotations,
}: ResolverDependencies): Resolve {
  const byName = createBodies(text, words, sides);
  const pairBefore = createPairs(words, sides, cast);

  const byRole = (
    phrase: readonly Word[],
    whole: readonly Word[],
    owner: Person | null,
    position: number,
    paragraph: number,
    before: readonly Turn[],
  ): Speaker => {
    const keys = phrase.map(({ key }) => singular(key));
    const plural = phrase.some(({ key }) => isRole(singular(key)) && singular(key) !== key);
    const official = keys.some(speaksForSide) && !keys.some((key) => isExpert(key) || isFormer(key));
    const [side = null] = official ? sides.named(officeOf(phrase)) : [];
    const link = phrase.findIndex(({ key }) => /^(?:for|of|at)$/.test(key));
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
      // "political analysts" without an article are some or other.
      const some = !/^(?:the|these|those|all|his|her|their|its)$/.test(whole[0]?.key ?? '');
      const pair = side === null && !some ? pairBefore(position, 4 * PAIR_REACH, keys.filter(isRole)) : null;
      return (some ? null : (group?.speaker ?? pair)) ?? { ...ofSide(side), plural };
    }
    const definite = !/^(?:a|an|one|another|some)$/.test(whole[0]?.key ?? '');
    // A body's spokesman without a name speaks as the body.
    const body = phrase.map((_, index) => sides.at(phrase, index)?.body).find(Boolean);
    if (body && keys.some(speaksForSide) && !keys.some(isFormer)) return ofBody(body.name, body.side);
    // "A spokesman for the Harbour Board", which is in no list.
    if (!owner && link > 0 && !plural && keys.some(speaksForSide) && side === null) {
      const named = byName(phrase.slice(phrase[link + 1]?.key === 'the' ? link + 2 : link + 1), before);
      if (named.kind === 'body') return named;
    }
    if (owner) return ofSide(side ?? (official ? owner.side : null));
    if (!definite) return ofSide(side);
    // "A senior official said …. The official added …": still nobody of a name, whoever spoke in between.
    const spoke =
      phrase.length === 1 && isRole(keys[0] ?? '') && whole[0]?.key === 'the'
        ? before.findLast(({ source, paragraph: at, speaker }, i) => {
            const said = source && paragraph - at <= 1 ? wordsIn(words, source) : [];
            const isLast = i === before.length - 1 && speaker.persons.length === 0;
            return said.some(({ key }) => key === keys[0]) && (isLast || /^an?$/.test(said[0]?.key ?? ''));
          })
        : undefined;
    if (spoke && spoke.speaker.persons.length === 0) return spoke.speaker;
    const pronoun = phrase.reduce<'he' | 'she' | null>((shown, { key }) => shown ?? pronounShown(key), null);
    const last = before.at(-1) ?? null;
    // "her Russian counterpart" is not she, "his spokesman" not he.
    const of = POSSESSIVES.get(whole[0]?.key ?? '');
    const not = (last?.speaker.persons ?? []).filter((person) => of !== undefined && person.pronoun === of);
    const wanted = { pronoun, roles, side, generic: keys.filter(isGenericRole), not };
    const offices = keys[link - 1] === 'head' ? officesOfHead(keys[link + 1] ?? '') : [];
    const asked =
      offices.length > 0 ? offices.map((office) => ({ ...wanted, roles: [office], generic: [] })) : [wanted];
    const [person] = asked.flatMap((each) => reference.pick(position, paragraph, each, last) ?? []);
    return person ? ofPersons([person]) : ofSide(side);
  };

  let firstNamed: ReturnType<Sides['firstNamed']> | null = null;
  /** "Both sides", "the two countries": the two of the collection, or the only two that the text has spoken of so far. */
  const bothOf = (phrase: readonly Word[], position: number, before: readonly Turn[]): Speaker => {
    const last = singular(phrase.at(-1)?.key ?? '');
    if (!PARTY.test(last)) {
      const roles = phrase.map(({ key }) => singular(key)).filter((key) => isRole(key) && !isAnybody(key));
      return pairBefore(position, 4 * PAIR_REACH, roles) ?? { ...NOBODY, plural: true };
    }
    const spoken = new Set(before.slice(-TURNS_BACK).flatMap(({ speaker }) => speaker.sides));
    firstNamed ??= sides.firstNamed(words);
    const named = firstNamed.filter(({ start }) => start < position).map(({ side }) => side);
    const two = [sides.all, named, [...spoken]].find(({ length }) => length === 2) ?? [];
    return { ...NOBODY, sides: two, plural: true };
  };

  const resolve: Resolve = (source, paragraph, before) => {
    const all = wordsIn(words, source).slice(0, SOURCE_WORDS);
    const persons = peopleNamed(cast, sides, all);
    const [first] = all;
    if (
      persons.length === 0 &&
      first &&
      PRONOUNS.has(first.key) &&
      !(first.key === 'her' && all.length > 1) &&
      !INITIALS.test(first.form)
    )
      return byPronoun(first.key, source.start, paragraph, before);
    if (persons.length > 0) return withSideBeside(ofPersons(persons), all, { sides, cast });
    const listed = sidesListed({ text, words, sides }, all);
    if (listed.length > 1) return { ...NOBODY, sides: listed, plural: true };
    const phrase = coreOf(text, all);
    // A side may be called "the company", with its article.
    const core = phrase[0] ? all.indexOf(phrase[0]) : 0;
    const called = core > 0 ? sides.whole(all.slice(core - 1, core + phrase.length)) : null;
    const whole = called ?? sides.whole(phrase);
    if (whole) return whole;
    // "a statement from the Drivers' Guild", "a summary of the draft by Ms. Roe": whose statement it is.
    const from = phrase.findIndex(({ key }) => /^(?:from|by)$/.test(key));
    const [paper] = phrase;
    const author = phrase[from + 1];
    if (
      paper &&
      author &&
      from > 0 &&
      isPaper(paper.key) &&
      phrase.slice(0, from).every(({ capital }) => !capital)
    )
      return resolve({ start: author.start, end: source.end }, paragraph, before);
    // "Joe Biden's administration", "an aide to Ms. Roe": named, but not speaking.
    const owner = cast.within(source)[0]?.person ?? null;
    if (owner && isOfficialBody(phrase)) return ofSide(owner.side);
    const several = sides.named(phrase);
    if (listed.length === 1 && several.length > 1) return ofSide(listed[0] ?? null);
    if (several.length > 1) return { ...NOBODY, sides: several, plural: true };
    if (/^(?:both|two)$/.test(phrase[0]?.key ?? '')) return bothOf(phrase, source.start, before);
    const last = phrase.at(-1);
    if (isBodyName(phrase) && !owner) return byName(phrase, before);
    // "the 46-year-old": whoever was spoken of.
    if (last && AGED.test(last.form) && /^the$/.test(first?.key ?? '')) {
      const anybody = { pronoun: null, roles: [], side: null, generic: [], not: [] };
      const person = reference.pick(source.start, paragraph, anybody, before.at(-1) ?? null);
      return person ? ofPersons([person]) : NOBODY;
    }
    if (phrase.some(({ key }) => isRole(singular(key))))
      return byRole(phrase, all, owner, source.start, paragraph, before);
    // "the gardener": the one of the article whom a word beside the name calls so.
    const named =
      first?.key === 'the' && phrase.length === 1 && last && !last.capital ? cast.called(last.key) : null;
    if (named) return ofPersons([named]);
    return cast.isUnclear(phrase) ? NOBODY : byName(phrase, before);
  };
  const byPronoun = createPronounResolver({ text, cast, reference, quotations, pairBefore, resolve });
  return resolve;
}
