import { pronounShown } from '../../attribution/who/role-words.ts';
import { readCountry } from '../../parties/read-country.ts';
import { scanWords, type Word } from '../../text/words/scan-words.ts';
import type { SaidArticle } from '../said-article.ts';

/** "On Thursday Foreign Minister Roe": when something was said parts what stands around it, and is nobody. */
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|july|september|october|november|december)$/;

/** "the Railway Workers' Union": a plural's apostrophe parts nothing. */
const joinedOver = (text: string, words: readonly Word[]): Word[] =>
  words.map((word, i) =>
    word.joined || !/^['’]\s$/.test(text.slice(words[i - 1]?.end ?? 0, word.start))
      ? word
      : { ...word, joined: words[i - 1]?.possessive ?? false },
  );

/** The words of each article; a capital that only opens a sentence is none: "City officials". */
export function readWords(articles: readonly SaidArticle[]): Map<string, readonly Word[]> {
  const scanned = articles.map(({ id, text }) => [id, joinedOver(text, scanWords(text))] as const);
  const [small, large] = [new Map<string, number>(), new Map<string, number>()];
  for (const [, words] of scanned)
    for (const { key, capital, joined } of words) {
      const counts = capital ? large : small;
      if (!capital || joined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const isSmall = (key: string): boolean => (small.get(key) ?? 0) > (large.get(key) ?? 0);
  return new Map(
    scanned.map(([id, words]) => [
      id,
      words.map((word, i) => {
        const next = words[i + 1];
        const opens = word.capital && !word.joined && isSmall(word.key) && !(next?.joined && next.capital);
        const joined = word.joined && !CALENDAR.test(word.key) && !CALENDAR.test(words[i - 1]?.key ?? '');
        return { ...word, joined, capital: word.capital && !opens && !CALENDAR.test(word.key) };
      }),
    ]),
  );
}

/** What "Mr" and "Mrs" tell of each surname that they stand in front of. */
export function titlesOf(words: ReadonlyMap<string, readonly Word[]>): Map<string, ('he' | 'she')[]> {
  const titles = new Map<string, ('he' | 'she')[]>();
  for (const all of words.values())
    all.forEach((word, i) => {
      const shown = word.joined && word.capital ? pronounShown(all[i - 1]?.key ?? '') : null;
      if (shown === null || (all[i + 1]?.joined && all[i + 1]?.capital)) return;
      titles.set(word.key, [...(titles.get(word.key) ?? []), shown]);
    });
  return titles;
}

/** By what names the articles call each country, by its code. */
export function countriesCalled(words: ReadonlyMap<string, readonly Word[]>): Map<string, Set<string>> {
  const called = new Map<string, Set<string>>();
  for (const all of words.values())
    for (let i = 0; i < all.length; i++) {
      const found = readCountry(all, i);
      if (!found) continue;
      const names = called.get(found.country.code) ?? new Set<string>();
      called.set(found.country.code, names.add(found.name));
      i += found.length - 1;
    }
  return called;
}
