import type { Article } from '../domain/article.ts';
import { textAt } from '../text/span.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import type { Description } from './find-roles.ts';
import { partsOf } from './group-speakers.ts';
import { introductionsIn, type Introduction } from './introductions.ts';
import { createSourceWords, type SourceWords } from './source-words.ts';
import { readTerms, stemOf } from '../text/words/words.ts';

/** Longer sources describe nobody; they tell a story. */
const MOST_WORDS = 8;

/** What stands before the name ("the Russian historian Sergey Stankevich"), or the whole where there is no name. */
function descriptionIn(source: string, speaker: string): string {
  const words = source.trim().split(/\s+/);
  const parts = speaker.split(' ');
  const isName = (word: string): boolean => parts.includes(word.replace(/[’']s$|[^\p{L}]+$/gu, ''));
  const first = words.findIndex(isName);
  return words.slice(0, first < 0 ? words.length : first).join(' ');
}

/** The stems of a text's names and other words with capitals. */
function namesNear(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu), ([word]) => stemOf(word.toLowerCase())));
}

export interface Sources {
  /** How the articles call those who speak in them. */
  readonly descriptions: readonly Description[];
  /** The stems of all words in the sources of statements. */
  readonly stems: ReadonlySet<string>;
  /** Who is named in one source with other words: those words, stems with a space around each. */
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>;
  readonly saidBy: SourceWords['saidBy'];
}

/** How an article introduced those who speak in it, as long as it and they are the same. */
interface Introduced {
  readonly hash: string;
  readonly names: string;
  readonly found: readonly Introduction[];
}

/**
 * Reads the sources of statements, which come article by article. What was read of an article is kept for the next reading:
 * while articles come in one by one, all the others are as they were.
 *
 * @param personOf the name by which somebody is known of whom the store has several
 */
export function createReadSources(store: Pick<Store, 'article'>) {
  let kept: ReadonlyMap<string, Introduced> = new Map();

  return async (
    statements: readonly StoredStatement[],
    personOf: (speaker: string) => string,
  ): Promise<Sources> => {
    const read = new Map<string, Introduced>();
    let latest: Article | null = null;
    const stems = new Set<string>();
    const called = new Map<string, { words: string; speakers: Map<string, Set<string>> }>();
    const beside = new Map<string, Set<string>>();
    const voices = createSourceWords();
    const call = (words: string, speaker: string, near: ReadonlySet<string>): void => {
      const terms = readTerms(words);
      // A pronoun tells nobody apart.
      if (terms.length > MOST_WORDS || !terms.some(({ content }) => content)) return;
      const known = called.get(words.toLowerCase()) ?? { words, speakers: new Map<string, Set<string>>() };
      called.set(words.toLowerCase(), known);
      const places = known.speakers.get(speaker) ?? new Set();
      known.speakers.set(speaker, places);
      for (const stem of near) places.add(stem);
    };
    /** What is left of an article once all its statements are read. */
    const introduce = (article: Article | null, speakers: ReadonlyMap<string, string>): void => {
      if (article === null) return;
      const { id, hash, text } = article;
      const key = [...speakers].flat().join('\n');
      const before = kept.get(id);
      const isSame = before?.hash === hash && before.names === key;
      const found = isSame ? before.found : introductionsIn(text, speakers);
      read.set(id, { hash, names: key, found });
      for (const { speaker, words } of found) call(words, speaker, near);
    };
    let near: ReadonlySet<string> = new Set();
    let names = new Map<string, string>();
    for (const { key, article, speaker, side, source } of statements) {
      if (latest?.id !== article) {
        introduce(latest, names);
        latest = await store.article(article);
        near = namesNear(latest?.text ?? '');
        names = new Map();
      }
      const text = latest?.text ?? '';
      voices.add({ key, article, speaker, side }, text, source);
      for (const span of source) {
        const of = readTerms(textAt(text, span)).map(({ stem }) => stem);
        for (const stem of of) stems.add(stem);
        if (speaker === null || of.length <= speaker.split(' ').length) continue;
        beside.set(speaker, (beside.get(speaker) ?? new Set()).add(` ${of.join(' ')} `));
      }
      const [only, second] = source;
      if (speaker !== null && partsOf(speaker).length === 0) names.set(speaker, personOf(speaker));
      if (speaker === null || only === undefined || second !== undefined) continue;
      call(descriptionIn(textAt(text, only), speaker), personOf(speaker), near);
    }
    introduce(latest, names);
    kept = read;
    const descriptions = [...called.values()].flatMap(({ words, speakers }): Description[] =>
      [...speakers].map(([actor, places]) => ({ actor, words, near: places })),
    );
    return { descriptions, stems, beside, saidBy: voices.saidBy };
  };
}
