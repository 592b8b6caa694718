import { prefixLikeness } from '../../../text/words/likeness.ts';
import { isSameParty, type Source, type Words } from './claim.ts';

/** Words with a capital for other reasons than being names; `dates.ts` looks at days and months. */
const CAPITAL =
  /^(?:mr|mrs|ms|dr|i|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

/**
 * Whether the claim names nobody and nothing but what the evidence or its attribution names: parties by any of their
 * names, other names as they are written.
 */
export function namesHold({ terms, mentions }: Words, sources: readonly Source[]): boolean {
  const parties = sources.flatMap((source) => [
    ...source.parties,
    ...source.mentions.map(({ party }) => party),
  ]);
  // A person named is named for the person's side too: "the Russian diplomat" for Ryabkov.
  const sides = parties.flatMap((party) =>
    party.kind === 'actor' && party.side !== null ? [party.side] : [],
  );
  const known = mentions.every(
    ({ party }) =>
      parties.some((one) => isSameParty(one, party)) || (party.kind === 'side' && sides.includes(party.id)),
  );
  if (!known) return false;
  const words = sources.flatMap((source) => [...source.terms, ...source.about]);
  const stems = new Set(words.map(({ plain }) => plain));
  return terms.every(({ word, plain, content }, i) => {
    const named = mentions.some(({ start, end }) => start <= i && i < end);
    // The first word has its capital anyway; who is made to speak there is looked at by `speakersHold`.
    if (named || i === 0 || !content || !/^\p{Lu}/u.test(word) || CAPITAL.test(word)) return true;
    return stems.has(plain) || [...stems].some((stem) => prefixLikeness(stem, plain) >= 0.75);
  });
}
