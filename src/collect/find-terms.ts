import { readTerms, stemOf } from '../text/words/words.ts';
import { scanWords } from '../text/words/scan-words.ts';
import { overlaps, textAt } from '../text/span.ts';
import { splitSentences } from '../text/split-sentences.ts';
import common from './common-nouns.json' with { type: 'json' };
import { nounGroups } from './read-noun-groups.ts';
import type { SaidArticle } from './said-article.ts';

/** A noun or group of nouns that people speak of. */
export interface FoundTerm {
  /** Stems, a space between. */
  readonly key: string;
  /** As it is written most often. */
  readonly words: string;
  /** Which sentences have it: their numbers over all articles. */
  readonly sentences: ReadonlySet<number>;
  readonly sides: ReadonlyMap<string, number>;
  readonly articles: ReadonlySet<string>;
  /** How often it comes up. */
  readonly count: number;
  /** C-value, weighed by how rare the words are elsewhere. */
  readonly score: number;
}

const MOST_WORDS = 3;
/** In how many of a thousand news articles a noun stands: "people" is no topic anywhere. Learned by `npm run train:nouns`. */
const SHARE: ReadonlyMap<string, number> = new Map(Object.entries(common));

interface Counts {
  readonly forms: Map<string, number>;
  readonly sentences: Set<number>;
  readonly sides: Map<string, number>;
  readonly articles: Set<string>;
  count: number;
  /** Occurrences, and those of them right behind a number. */
  seen: number;
  counted: number;
  /** Occurrences within longer groups, and in how many different ones. */
  nested: number;
  readonly within: Set<string>;
}

const noCounts = (): Counts => ({
  forms: new Map(),
  sentences: new Set(),
  sides: new Map(),
  articles: new Set(),
  count: 0,
  seen: 0,
  counted: 0,
  nested: 0,
  within: new Set(),
});

/** Words that stand right behind a number so often are units: "pounds", "per cent". */
const UNIT_SHARE = 0.8;

/** What a mention counts that nobody's statement has. */
const NARRATED = 0.5;
/** What a term of one article counts beside one of several. */
const ONE_ARTICLE = 0.5;

/**
 * The nouns and groups of nouns of what is said, best first, by c-value (Frantzi, Ananiadou & Mima 2000) times the rarity of
 * the words in news at large.
 *
 * @param isParty whether the stem names who speaks: a side is no topic
 */
export function findTerms(articles: readonly SaidArticle[], isParty: (stem: string) => boolean): FoundTerm[] {
  const counts = new Map<string, Counts>();
  let number = 0;
  for (const { id, text, skips, statements } of articles) {
    const said = statements.filter(({ denied }) => !denied);
    for (const sentence of splitSentences(text, skips)) {
      number++;
      const saying = said.filter(({ content }) => content.some((span) => overlaps(span, sentence)));
      for (const group of nounGroups(textAt(text, sentence))) {
        const stems = group.map(({ word }) => stemOf(word));
        const whole = stems.join(' ');
        for (let from = 0; from < group.length; from++)
          for (let to = from + 1; to <= group.length && to - from <= MOST_WORDS; to++) {
            const part = stems.slice(from, to);
            if (part.some(isParty) || !group[to - 1]?.noun) continue;
            const key = part.join(' ');
            const known = counts.get(key) ?? noCounts();
            counts.set(key, known);
            const form = group
              .slice(from, to)
              .map(({ word }) => word)
              .join(' ');
            known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
            known.sentences.add(number);
            known.articles.add(id);
            known.seen++;
            if (group[from]?.counted) known.counted++;
            // What somebody says of it counts double: a topic is spoken of.
            known.count += saying.length > 0 ? 1 : NARRATED;
            for (const { side, speaker } of saying) {
              const who = side ?? speaker ?? '';
              if (who !== '') known.sides.set(who, (known.sides.get(who) ?? 0) + 1);
            }
            if (key !== whole) {
              known.nested += saying.length > 0 ? 1 : NARRATED;
              known.within.add(whole);
            }
          }
      }
    }
  }
  const isName = namesAmong(articles);
  return [...counts]
    .filter(
      ([key, { seen, counted }]) =>
        (counted < 2 || counted < UNIT_SHARE * seen) && !key.split(' ').some(isName),
    )
    .map(([key, { forms, within, nested, sentences, sides, articles: of, count }]): FoundTerm => {
      const words = [...forms].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? key;
      const length = key.split(' ').length;
      const cValue = Math.log2(length + 1) * (count - (within.size > 0 ? nested / within.size : 0));
      return {
        key,
        words,
        sentences,
        sides,
        articles: of,
        count,
        score: cValue * rarity(key) * (of.size > 1 ? 1 : ONE_ARTICLE),
      };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** The stems of words that mostly have a capital within a sentence: "Norvale" is none at the beginning of one, either. */
function namesAmong(articles: readonly SaidArticle[]): (stem: string) => boolean {
  const capitals = new Map<string, number>();
  for (const { text } of articles)
    for (const { key, capital, joined } of scanWords(text)) {
      if (capital && !joined) continue;
      const stem = stemOf(key);
      capitals.set(stem, (capitals.get(stem) ?? 0) + (capital ? 1 : -1));
    }
  return (stem) => (capitals.get(stem) ?? 0) > 0;
}

/** How much rarer than every article's words: the rarest word of the term counts. */
export function rarity(key: string): number {
  const shares = key.split(' ').map((stem) => SHARE.get(stem) ?? 1);
  return (Math.log(1000 / Math.min(...shares)) / Math.log(1000)) ** 1.5;
}

/** The stems by which a name is compared with terms. */
export const stemsOf = (name: string): string[] => readTerms(name).map(({ stem }) => stem);
