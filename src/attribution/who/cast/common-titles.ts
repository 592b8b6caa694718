import { isEnglishWord } from '../../../text/words/english-words.ts';
import { pronounOfGiven } from '../../../text/words/given-names.ts';
import type { Word } from '../../../text/words/scan-words.ts';
import { isParticle } from '../particles.ts';
import type { Run } from './find-runs.ts';
import type { People, Person } from './find-person.ts';

/** Words of places: "New York", "North Dakota". */
const PLACE =
  /^(?:new|old|north|south|east|west|great|greater|upper|lower|central|fort|port|mount|lake|saint)$/;

/** Whether the word is a common one that people may be called by: "Bishop", neither "Grace" nor "Green" nor "Times". */
export const isCommonTitle = ({ key }: Word): boolean =>
  key.length > 3 &&
  !key.endsWith('s') &&
  !PLACE.test(key) &&
  isEnglishWord(key) &&
  pronounOfGiven(key) === null;

/** Whether the word is a name and no common word of the language. */
export const isNameLike = (word: Word | undefined): boolean =>
  word !== undefined && word.capital && !isEnglishWord(word.key);

/** How many words in front of a name of several are titles that no list knows: one of "Bishop Orla Roe", two of "District Judge Emmet Roe". */
export function titleWordsOf(name: readonly Word[]): number {
  let count = 0;
  for (let word = name[0]; word && isCommonTitle(word); word = name[count]) count++;
  const [opening] = name.slice(count);
  return name.length - count > 1 && isNameLike(opening) && !isParticle(opening?.key ?? '') ? count : 0;
}

/** What common words beside a whole name call somebody: "gardener Jane Roe", "Bishop Orla Roe", "Jane Roe, a gardener, …". */
function calledBeside(text: string, words: readonly Word[], { first, last }: Run): string[] {
  const name = words.slice(first, last + 1);
  const titles = name.slice(0, titleWordsOf(name));
  if (!isNameLike(name[titles.length])) return [];
  const [before, after, noun] = [words[first - 1], words[last + 1], words[last + 2]];
  // "her coach, Jane Roe,"
  const isTold =
    before &&
    text.slice(before.end, words[first]?.start) === ', ' &&
    text.charAt(name.at(-1)?.end ?? 0) === ',';
  const isJoined = words[first]?.joined === true || isTold === true;
  const beside =
    before && isJoined && !before.possessive && (!before.capital || !before.joined) ? [before] : [];
  const isApposition =
    after &&
    noun?.joined &&
    /^(?:a|an|the)$/.test(after.key) &&
    text.slice(words[last]?.end, after.start) === ', ';
  const behind = isApposition && /[,.]/.test(text.charAt(noun.end)) ? [noun] : [];
  return [...titles, ...beside, ...behind].filter(isCommonTitle).map(({ key }) => key);
}

/** Where a name stands, and whose it is if that is known. */
interface Place extends Run {
  person: Person | null;
}

/** Creates what finds the only one of an article whom a common word beside the name calls so: "the gardener". */
export function createCalled(
  text: string,
  words: readonly Word[],
  people: People,
  places: readonly Place[],
): (key: string) => Person | null {
  /** By each word, one place of each whole name beside which it stands. */
  let beside: Map<string, Map<string, Place>> | null = null;
  const read = (): Map<string, Map<string, Place>> => {
    const found = new Map<string, Map<string, Place>>();
    for (const place of places) {
      if (place.first === place.last) continue;
      const name = place.person?.name ?? text.slice(words[place.first]?.start, words[place.last]?.end);
      for (const key of calledBeside(text, words, place))
        found.set(key, (found.get(key) ?? new Map<string, Place>()).set(name, place));
    }
    return found;
  };
  return (key) => {
    beside ??= read();
    const [place, ...others] = beside.get(key)?.values() ?? [];
    if (!place || others.length > 0) return null;
    const name = words.slice(place.first, place.last + 1);
    place.person ??= people.add(text.slice(name[titleWordsOf(name)]?.start, name.at(-1)?.end));
    return place.person;
  };
}
