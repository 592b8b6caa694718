import type { Word } from '../../../text/words/scan-words.ts';
import { ownersAfter, OF, type Introduction } from './read-introduced-role.ts';

/** How many words with a capital before an office may say whose it is: "La Linea's mayor". */
const OWNER_WORDS = 4;

/**
 * Where the article tells whose an office is without its holder's name: "La Linea's mayor", "the mayor of La Linea".
 *
 * @param office the last word of the office, folded
 */
export function findOwnedOffices(words: readonly Word[], office: string): Introduction[] {
  return words.flatMap(({ key, start }, i) => {
    const next = words[i + 1];
    if (key !== office || (next?.joined && next.capital)) return [];
    const whose = words[i]?.joined && words[i - 1]?.possessive ? capitalsBefore(words, i) : [];
    const owners =
      whose.length > 0
        ? [whose]
        : next?.joined && OF.has(next.key)
          ? ownersAfter(words.slice(i + 1)).owners
          : [];
    return owners[0]?.[0]?.capital
      ? [{ role: '', owners, indefinite: false, its: false, start, party: null }]
      : [];
  });
}

function capitalsBefore(words: readonly Word[], end: number): Word[] {
  let from = end;
  while (from > 0 && end - from < OWNER_WORDS && words[from - 1]?.capital && words[from]?.joined) from--;
  return words.slice(from, end);
}
