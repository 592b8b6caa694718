import { isRole, isTitleWord, pronounShown } from '../../attribution/who/role-words.ts';
import { textAt } from '../../text/span.ts';
import { isEnglishWord } from '../../text/words/english-words.ts';
import { pronounOfGiven } from '../../text/words/given-names.ts';
import { foldWord, foldWords, scanWords, type Word } from '../../text/words/scan-words.ts';
import { readCountry } from '../../parties/read-country.ts';
import type { SaidArticle } from '../said-article.ts';
import { withoutTitle } from './merge-names.ts';

const isPersonName = (name: string): boolean => {
  const words = scanWords(name);
  // "RJR Norvale" is a firm.
  const [first, last] = [words[0]?.form ?? '', words.at(-1)?.form ?? ''];
  if (/^\p{Lu}{3,}$/u.test(first) && !/^\p{Lu}+$/u.test(last)) return false;
  return words.length > 0 && words.every((_, i) => readCountry(words, i) === null);
};

/** "Ann Roe and John Doe" are counted one by one. */
export const namesOf = (speaker: string): string[] =>
  speaker.split(' and ').map((name) => name.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, ''));

interface NameCount {
  count: number;
  statements: number;
  asks: number;
  readonly articles: Set<string>;
}

const COLLECTIVE =
  /^(?:group|company|firm|union|organization|organisation|party|agency|newspaper|website|network|bank|maker)$/;

/** How often each word with a capital stands without another capital beside it. */
function namedAlone(words: ReadonlyMap<string, readonly Word[]>): Map<string, number> {
  const alone = new Map<string, number>();
  for (const all of words.values())
    all.forEach((word, i) => {
      const [before, next] = [all[i - 1], all[i + 1]];
      if (!word.capital || (word.joined && before?.capital) || (next?.joined && next.capital)) return;
      alone.set(word.key, (alone.get(word.key) ?? 0) + 1);
    });
  return alone;
}

/** The names of the people who speak, and the longer ones that the articles give those of whom they have the surname alone. */
export function countNames(
  articles: readonly SaidArticle[],
  words: ReadonlyMap<string, readonly Word[]>,
): Map<string, NameCount> {
  const counted = new Map<string, NameCount>();
  const count = (name: string, article: string, statements: number, asks = false): void => {
    const known = counted.get(name) ?? { count: 0, statements: 0, asks: 0, articles: new Set<string>() };
    counted.set(name, known);
    known.count++;
    known.statements += statements;
    if (asks) known.asks++;
    if (statements > 0) known.articles.add(article);
  };
  for (const { id, text, statements } of articles)
    for (const { speaker, speakerKind, denied, cue } of statements) {
      if (speaker === null || denied || speakerKind === 'body') continue;
      for (const name of namesOf(speaker))
        if (isPersonName(name) && (speakerKind === 'person' || name.split(' ').length === 1))
          count(
            name,
            id,
            1,
            cue.some((span) => /^ask/i.test(textAt(text, span))),
          );
    }
  // "Chicago Teachers Union", "Harbour Transit": what the articles write in small letters, too, is no surname.
  const small = new Set(
    [...words.values()].flatMap((all) => all.flatMap((word) => (word.capital ? [] : [word.key]))),
  );
  for (const name of counted.keys()) {
    const keys = name.split(' ').map(foldWord);
    const last = keys.at(-1) ?? '';
    if (keys.length > 1 && pronounOfGiven(keys[0] ?? '') === null && small.has(last) && isEnglishWord(last))
      counted.delete(name);
  }
  // People are called by their last name alone, bodies by the first: "Roe", "Lowland" of Lowland Steel.
  const alone = namedAlone(words);
  for (const name of counted.keys()) {
    const [first = '', ...rest] = name.split(' ').map(foldWord);
    const last = rest.at(-1);
    if (last === undefined || pronounOfGiven(first) !== null || !isEnglishWord(last)) continue;
    if ((alone.get(first) ?? 0) > (alone.get(last) ?? 0)) counted.delete(name);
  }
  // "the advocacy group Forward Norvale": called what it is.
  for (const all of words.values())
    all.forEach((word, i) => {
      const next = all[i + 1];
      if (COLLECTIVE.test(word.key) && word.joined && next?.joined && all[i + 2]?.joined)
        counted.delete(`${next.form} ${all[i + 2]?.form ?? ''}`);
    });
  // "Lowland Steel CEO Jane Roe": it has officers.
  for (const all of words.values())
    all.forEach((word, i) => {
      const [before, next] = [all[i - 1], all[i + 1]];
      if (!before || !next?.joined || !all[i + 2]?.capital || !(isRole(next.key) || next.key === 'ceo'))
        return;
      if (pronounOfGiven(before.key) === null && !word.possessive)
        counted.delete(`${before.form} ${word.form}`);
    });
  // "Ms. Roe's spokesman": she need not be quoted to be somebody.
  for (const all of words.values())
    all.forEach((word, i) => {
      if (
        word.capital &&
        word.joined &&
        /^(?:mr|mrs|ms)$/.test(all[i - 1]?.key ?? '') &&
        !all[i + 1]?.capital
      )
        count(word.form, '', 0);
    });
  const surnames = new Set([...counted.keys()].map((name) => foldWord(name.split(' ').at(-1) ?? '')));
  for (const { id } of articles) {
    const all = words.get(id) ?? [];
    all.forEach((word, i) => {
      const given = all[i - 1];
      if (!surnames.has(word.key) || !word.joined || !word.capital || !given?.capital || given.possessive)
        return;
      // "Barack Obama": what is given before a surname is a given name where it is known as one.
      if (pronounOfGiven(given.key) !== null) count(`${given.form} ${word.form}`, id, 0);
      // "Harry B. Roe"
      const early = all[i - 2];
      if (given.key.length === 1 && given.joined && early?.capital && pronounOfGiven(early.key) !== null)
        count(`${early.form} ${given.form} ${word.form}`, id, 0);
    });
  }
  // "President Enrique Doe Roe": whoever speaks as Doe Roe.
  const whole = new Map(
    [...counted.keys()].filter((name) => name.includes(' ')).map((name) => [foldWords(name), name]),
  );
  for (const { id } of articles) {
    const all = words.get(id) ?? [];
    all.forEach((word, i) => {
      const [title, given, first] = [all[i - 3], all[i - 2], all[i - 1]];
      const name = whole.get(`${first?.key ?? ''} ${word.key}`);
      if (name === undefined || !word.joined || !first?.joined || !given?.joined || !given.capital) return;
      if (title && isTitleWord(title.key) && !isTitleWord(given.key) && !isEnglishWord(given.key))
        count(`${given.form} ${name}`, id, 0);
    });
  }
  // A single word that is never somebody's surname is a body, or what opens a sentence.
  for (const name of counted.keys()) {
    if (name.includes(' ')) continue;
    const isSurname = [...counted.keys()].some((other) => other.includes(' ') && other.endsWith(` ${name}`));
    const titled = [...words.values()].some((all) =>
      all.some(
        (word, i) => word.form === name && word.joined && pronounShown(all[i - 1]?.key ?? '') !== null,
      ),
    );
    if (!isSurname && !titled && withoutTitle(name) === name) counted.delete(name);
  }
  return counted;
}
