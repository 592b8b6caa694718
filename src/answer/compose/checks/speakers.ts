import { isAttitudeAdjective, isAttitudeNoun, isAttitudeVerb, isRoleNoun } from '../../read/asking-words.ts';
import type { Mention, Party } from '../../../parties/name-patterns.ts';
import type { Term } from '../../../text/words/words.ts';
import { isSameParty, speaksFor, type Source, type Words } from './claim.ts';
import { groupsOf } from './groups.ts';

/** Who a claim says speaks, wants or judges; several when they are joined by "and". */
export interface Saying {
  readonly parties: readonly Party[];
  /** The term at which the saying begins. */
  readonly at: number;
  /** The stem of the verb or noun; empty for "according to". */
  readonly verb: string;
  /** A noun: "Russia's demands" are spoken of, whoever does it. */
  readonly noun: boolean;
}

const SKIPPED =
  /^(?:did|does|do|has|have|had|is|was|are|were|be|been|will|would|can|could|should|may|might|must|shall|not|also|still|even|ever|never|again|then|both|all|each|alike|later|once|\w+ly)$/;

const TO_BE = /^(?:is|was|are|were|be|been)$/;
/** Forms that no stemmer leads back to their verb. */
const PAST = /^(?:said|told|thought|felt|sought|stood|spoke|wrote|saw|made|meant|kept)$/;

/** Forms in which a verb says how somebody is minded, not what is done to them. */
const MINDED = /ing$|^(?:opposed|committed|prepared|determined|inclined|concerned|worried)$/i;
/** Verbs of saying that are more often others: "admit new members". */
const OTHER = /^(?:admit|see|consider|rais|turn|focus|stand)$/;
/** Who is spoken of like a party's own: "US colleagues". */
const ROLES = /^(?:colleagues?|counterparts?|partners?|experts?|sources?|media)$/;

/** Before whom these stand, does not do what is told next. */
const OBJECT = /^(?:with|against|about|between|towards?|near)$/;
/** What nobody does alone. */
const MUTUAL = /^(?:discuss|talk|speak|negoti|meet|commun)$/;

/** Whether somebody before this word says, wants or judges. */
function isSaying(term: Term | undefined): boolean {
  if (term === undefined) return false;
  return (isAttitudeVerb(term.stem) && !OTHER.test(term.stem)) || PAST.test(term.word.toLowerCase());
}

/** "was offered" is done to somebody. */
function isPassive(skipped: readonly Term[], verb: Term | undefined): boolean {
  const be = skipped.some(({ word }) => TO_BE.test(word.toLowerCase()));
  return be && verb !== undefined && /(?:ed|en|told|said)$/i.test(verb.word);
}

const wordAt = (terms: readonly Term[], i: number): string => terms[i]?.word.toLowerCase() ?? '';

/** The term behind a party's noun phrase: after "'s", after its roles. */
function behind(terms: readonly Term[], { end }: Mention): number {
  let next = wordAt(terms, end) === 's' ? end + 1 : end;
  while (
    isRoleNoun(terms[next]?.stem ?? '') ||
    // "US Secretary of State", but not "accused Russia of repeated …".
    (wordAt(terms, next) === 'of' && isRoleNoun(terms[next - 1]?.stem ?? '')) ||
    ROLES.test(wordAt(terms, next))
  )
    next++;
  return next;
}

/** Everybody whom the claim makes say, want or judge something, in its order. */
export function sayingsOf(words: Words): Saying[] {
  const { terms } = words;
  return groupsOf(words).flatMap((group): Saying[] => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return [];
    const saying = (verb: string, noun = false): Saying[] => [
      { parties: group.map(({ party }) => party), at: first.start, verb, noun },
    ];
    const before = wordAt(terms, first.start - 1) === 'the' ? first.start - 2 : first.start - 1;
    if (wordAt(terms, before) === 'to' && wordAt(terms, before - 1) === 'according') return saying('');
    const earlier = terms[before - 1];
    if (wordAt(terms, before) === 'by' && isSaying(earlier)) return saying(earlier?.stem ?? '');
    if (/^(?:from|of)$/.test(wordAt(terms, before)) && isAttitudeNoun(earlier?.stem ?? ''))
      return saying(earlier?.stem ?? '', true);
    // "The talks with Washington make sense": the talks do.
    if (OBJECT.test(wordAt(terms, before))) return [];
    const after = behind(terms, last);
    let next = after;
    while (SKIPPED.test(wordAt(terms, next))) next++;
    const term = terms[next];
    const stem = term?.stem ?? '';
    const has =
      next === after &&
      !term?.word.endsWith('ed') &&
      isAttitudeNoun(stem) &&
      (last.adjective || wordAt(terms, last.end) === 's');
    const skipped = terms.slice(after, next);
    const be = skipped.some(({ word }) => TO_BE.test(word.toLowerCase()));
    const is = be && isAttitudeAdjective(stem) && (!isSaying(term) || MINDED.test(term?.word ?? ''));
    // "the US talks": a noun, where the party is named by an adjective.
    const spoken =
      !last.adjective || next > last.end || term?.word.endsWith('ed') || PAST.test(term?.word ?? '');
    // "She and the Russian envoy discussed …" is her word for what both did.
    const together =
      MUTUAL.test(stem) &&
      /^(?:s?he|they|we|i) and$/.test(`${wordAt(terms, before - 1)} ${wordAt(terms, before)}`);
    const says = isSaying(term) && spoken && !isPassive(skipped, term) && !together;
    return has || is || says ? saying(stem, has) : [];
  });
}

/** Parties that a clause of the claim begins with, whatever they do in it: "…, and the US will not …". */
export function subjectsOf(words: Words): Saying[] {
  const { terms } = words;
  return groupsOf(words).flatMap((group): Saying[] => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last || last.adjective) return [];
    const before = wordAt(terms, first.start - 1) === 'the' ? first.start - 2 : first.start - 1;
    const begins = /^(?:and|but|while|whereas|although)$/.test(wordAt(terms, before));
    const does = SKIPPED.test(wordAt(terms, behind(terms, last)));
    return begins && does
      ? [{ parties: group.map(({ party }) => party), at: first.start, verb: '', noun: false }]
      : [];
  });
}

/** Whether a name that no collection knows is made to speak: "Smith said", "according to Smith". */
export function strangersSpeak({ terms, mentions }: Words, sources: readonly Source[]): boolean {
  const about = new Set(sources.flatMap((source) => source.about.map(({ plain }) => plain)));
  return terms.some(({ word, plain, content, stem }, i) => {
    const named = mentions.some(({ start, end }) => start <= i && i < end);
    if (named || !content || !/^\p{Lu}/u.test(word) || about.has(plain) || isRoleNoun(stem)) return false;
    let next = i + 1;
    while (SKIPPED.test(wordAt(terms, next))) next++;
    // "the Geneva talks" say nothing.
    const says =
      isSaying(terms[next]) &&
      !isPassive(terms.slice(i + 1, next), terms[next]) &&
      /ed$|^says$|^said$|^told$/.test(wordAt(terms, next));
    const accordingTo = wordAt(terms, i - 1) === 'to' && wordAt(terms, i - 2) === 'according';
    return says || accordingTo;
  });
}

/** Whose evidence is whose: `speaker` null but named in the text counts as theirs. */
export function isTheirs(party: Party, { parties, mentions, evidence, about }: Source): boolean {
  // Who is in no collection is known by the name that the evidence gives.
  if (party.kind === 'unknown') return about.some(({ plain }) => plain === party.id);
  if (speaksFor(party, parties)) return true;
  const unnamed = evidence.speaker === null && party.kind === 'actor' && party.side === evidence.side;
  return unnamed && mentions.some((mention) => isSameParty(mention.party, party));
}

/**
 * Whether the evidence itself tells that they said so: "the US pledged", in Russia's words. Not where nobody is known to
 * say it: what a side says is then found as its own statement, or an article only makes it seem so.
 */
export function isReportedIn({ parties, verb, noun }: Saying, source: Source): boolean {
  if (!noun && source.parties.length === 0) return false;
  const told = sayingsOf(source).filter((saying) => saying.verb === verb);
  return parties.every((party) =>
    told.some((saying) => saying.parties.some((other) => isSameParty(other, party))),
  );
}
