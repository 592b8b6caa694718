import { isRole, isTitleWord, singular } from '../../attribution/who/role-words.ts';
import { foldWord, type Word } from '../../text/words/scan-words.ts';
import { isStopWord } from '../../text/words/words.ts';
import type { Gathered } from './gather-speakers.ts';
import { readCountry } from '../../parties/read-country.ts';
import type { Country } from '../../parties/list-countries.ts';

/** How words for whose or of what kind end. */
const DESCRIBING = /(?:ish|ese|ian|ic)$/;

/** Parties that stand by themselves somewhere: as who says something, or with "the" and no office behind. */
export function standingParties(parties: Gathered['parties'], words: Gathered['words']): Set<string> {
  const standing = new Set<string>();
  const open = new Map<string, string>();
  for (const [key, { party, statements }] of parties) {
    if (party.kind === 'country' || statements > 1) standing.add(key);
    if (party.kind !== 'country' && party.kind !== 'person')
      open.set(party.name.split(' ').map(foldWord).join(' '), key);
  }
  const longest = 6;
  // "Norvale" needs no "the": a name that stands alone more than once.
  const seen = new Set<string>();
  const twice = (key: string): boolean => seen.has(key) || !seen.add(key);
  for (const all of words.values())
    for (let i = 0; i < all.length; i++)
      for (let length = 1; length <= longest; length++) {
        const last = all[i + length - 1];
        if (!last || (length > 1 && !last.joined)) break;
        const key = open.get(
          all
            .slice(i, i + length)
            .map((word) => word.key)
            .join(' '),
        );
        const next = all[i + length];
        if (key === undefined) continue;
        const near = countryBeside(all, i, i + length);
        const found = parties.get(key);
        if (near && found?.party.kind === 'body') found.of.set(near.code, (found.of.get(near.code) ?? 0) + 1);
        if (standing.has(key)) continue;
        const isOffice =
          next?.joined && (isTitleWord(next.key) || isRole(singular(next.key))) && !last.possessive;
        // "Norvish donors", "the Norvish vote": a word that describes is nobody.
        const describes =
          length === 1 && DESCRIBING.test(last.key) && next?.joined && !next.capital && !isStopWord(next.key);
        const definite = all[i - 1]?.key === 'the' && all[i]?.joined;
        if (
          !isOffice &&
          !(describes && found?.party.kind === 'body') &&
          !(next?.joined && next.capital) &&
          (definite || (last.capital && (length > 1 || twice(key))))
        )
          standing.add(key);
      }
  return standing;
}

/** "the Iranian Foreign Ministry", "the Islamic Republic of Iran". */
function countryBeside(words: readonly Word[], from: number, to: number): Country | null {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const before = readCountry(words, i);
    if (before && i + before.length === from && words[from]?.joined) return before.country;
    // "Iran's Foreign Ministry"
    if (before && i + before.length === from && words[from - 1]?.possessive) return before.country;
  }
  if (words[to]?.key !== 'of') return null;
  const of = readCountry(words, words[to + 1]?.key === 'the' ? to + 2 : to + 1);
  // "Workers of America": a government's own bodies are of the United States.
  return of?.name === 'America' ? null : (of?.country ?? null);
}
