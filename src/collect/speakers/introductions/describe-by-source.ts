import { singular } from '../../../attribution/who/role-words.ts';
import { readCountry } from '../../../parties/read-country.ts';
import { foldWord, wordsIn, type Word } from '../../../text/words/scan-words.ts';
import type { SaidArticle } from '../../said-article.ts';
import { namesOf } from '../count-names.ts';
import { readRole, type Introduction } from './read-introduced-role.ts';

/** "the Republican candidate said": what whoever is meant is called, where it names a country or a party. */
export function describeBySource(
  text: string,
  words: readonly Word[],
  { speaker, source, denied }: SaidArticle['statements'][number],
  names: readonly string[],
): Introduction[] {
  const [first] = source;
  if (!first || denied || speaker === null || !names.includes(namesOf(speaker).join(' and '))) return [];
  const phrase = untilClause(text, wordsIn(words, first));
  const called = new Set(names.map((name) => foldWord(name.split(' ').at(-1) ?? '')));
  const role = phrase.some(({ key }) => called.has(key)) ? null : readRole(phrase);
  // "Syrian refugees" are no one's description.
  const head = phrase.at(-1)?.key ?? '';
  if (singular(head) !== head) return [];
  const isOfCountry = role?.owners.some((owner) => owner.some((_, i) => readCountry(owner, i) !== null));
  return role && isOfCountry ? [{ ...role, indefinite: false, start: first.start, party: null }] : [];
}

/** "officials who took part in the talks" are the officials. */
export function untilClause(text: string, words: readonly Word[]): Word[] {
  const stop = words.findIndex(
    ({ key, start }, i) =>
      i > 0 &&
      (/^(?:who|which|that|whose|and|or|in|on|from|before|after|close|familiar)$/.test(key) ||
        /[,;(—–]/.test(text.slice(words[i - 1]?.end, start))),
  );
  return (stop < 0 ? [...words] : words.slice(0, stop)).filter(
    ({ key }) => !/^(?:the|a|an|some|many|several|other|two|three)$/.test(key),
  );
}

/** The words of whoever says something and is no person with a name, in their order. */
export function unnamedSources(
  text: string,
  words: readonly Word[],
  statements: SaidArticle['statements'],
): (readonly Word[])[] {
  return statements
    .flatMap(({ speaker, speakerKind, source: [first] }) =>
      first && (speaker === null || speakerKind === 'body') ? [untilClause(text, wordsIn(words, first))] : [],
    )
    .filter((phrase) => phrase.length > 0)
    .toSorted(([a], [b]) => (a?.start ?? 0) - (b?.start ?? 0));
}
