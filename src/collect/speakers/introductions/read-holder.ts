import { isTitleWord } from '../../../attribution/who/role-words.ts';
import { OBJECT } from '../near-countries.ts';
import { readCountry } from '../../../parties/read-country.ts';
import type { Word } from '../../../text/words/scan-words.ts';
import type { PartyNamed } from '../read-party.ts';

/** "the president's adviser": who was called President last. */
export function readHolder(
  owner: readonly Word[],
  words: readonly Word[],
  position: number,
  surnameOf: (key: string) => string | null,
): PartyNamed | null {
  const title = owner.at(-1);
  if (owner.length > 2 || !title || !isTitleWord(title.key)) return null;
  for (let i = words.findLastIndex(({ start }) => start < position); i >= 0; i--) {
    if (words[i]?.key !== title.key || !words[i]?.capital) continue;
    for (let k = i + 1; words[k]?.capital && words[k]?.joined && k < i + 4; k++) {
      const name = surnameOf(words[k]?.key ?? '');
      if (name !== null) return { party: { kind: 'person', name }, of: null };
    }
  }
  return null;
}

const BACK_WORDS = 40;

/**
 * The last country named before `position`, or whoever said something last: whose minister or president "its" is.
 *
 * @param sources the words of those who say something, in their order, people aside
 */
export function lastParty(
  words: readonly Word[],
  position: number,
  sources: readonly (readonly Word[])[],
): (readonly Word[])[] {
  const end = words.findIndex(({ start }) => start >= position);
  const first = words[Math.max(0, end - BACK_WORDS)]?.start ?? 0;
  const source = sources.findLast(([word]) => word && word.start >= first && word.start < position);
  for (let i = end - 1; i >= Math.max(0, end - BACK_WORDS); i--) {
    const found = readCountry(words, i);
    if (source?.[0] && (words[i]?.start ?? 0) <= source[0].start) return [source];
    if (found && found.form !== 'adjective' && !OBJECT.test(words[i - 1]?.key ?? ''))
      return [words.slice(i, i + found.length)];
  }
  return [];
}
