import { groupBy } from '../domain/group-by.ts';
import { createTakeTurns } from '../take-turns.ts';
import type { Store } from '../store/ports.ts';
import { describes, readArticleSources, type ArticleSources } from './article-sources.ts';
import type { Description } from './roles/read-description.ts';
import { introductionsIn, type Introduction } from './introductions.ts';
import type { Spoken } from './speakers/keep-statements.ts';
import { createSourceWords, type SourceWords } from './source-words.ts';

export interface Sources {
  /** How the articles call those who speak in them. */
  readonly descriptions: readonly Description[];
  /** The stems of all words in the sources of statements. */
  readonly stems: ReadonlySet<string>;
  /** Who is named in one source with other words: those words, stems with a space around each. */
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>;
  readonly saidBy: SourceWords['saidBy'];
}

/** What was read of an article. */
interface Read {
  /** The keys of its statements, which never come again: others, and the article or what is said in it has changed. */
  readonly keys: string;
  readonly sources: ArticleSources;
  /** Those who speak alone, and by whom they are known. */
  readonly names: string;
  readonly introductions: readonly Introduction[];
}

/**
 * Reads the sources of statements, which come article by article. What was read of an article is kept for the next reading:
 * while articles come in one by one, all the others are as they were, and are not asked for again.
 *
 * @param personOf the name by which somebody is known of whom the store has several
 */
export function createReadSources(store: Pick<Store, 'article'>) {
  let kept: ReadonlyMap<string, Read> = new Map();

  async function readOne(
    id: string,
    statements: readonly Spoken[],
    personOf: (speaker: string) => string,
  ): Promise<Read> {
    const keys = statements.map(({ key }) => key).join(' ');
    const before = kept.get(id)?.keys === keys ? kept.get(id) : undefined;
    const article = before ? null : await store.article(id);
    const sources = before?.sources ?? readArticleSources(article, statements);
    const persons = new Map(sources.alone.map((speaker) => [speaker, personOf(speaker)]));
    const names = [...persons].flat().join('\n');
    if (before?.names === names) return before;
    const text = (article ?? (await store.article(id)))?.text ?? '';
    const introductions = introductionsIn(text, persons).filter(({ words }) => describes(words));
    return { keys, sources, names, introductions };
  }

  return async (statements: readonly Spoken[], personOf: (speaker: string) => string): Promise<Sources> => {
    const read = new Map<string, Read>();
    const takeTurns = createTakeTurns();
    for (const [id, of] of groupBy(statements, ({ article }) => article)) {
      read.set(id, await readOne(id, of, personOf));
      await takeTurns();
    }
    kept = read;
    await takeTurns();
    const all = [...read.values()];
    const called = new Map<string, { words: string; speakers: Map<string, Set<string>> }>();
    const beside = new Map<string, Set<string>>();
    const call = (words: string, speaker: string, near: ReadonlySet<string>): void => {
      const known = called.get(words.toLowerCase()) ?? { words, speakers: new Map<string, Set<string>>() };
      called.set(words.toLowerCase(), known);
      const places = known.speakers.get(speaker) ?? new Set();
      known.speakers.set(speaker, places);
      for (const stem of near) places.add(stem);
    };
    for (const { sources, introductions } of all) {
      for (const { speaker, words } of sources.called) call(words, personOf(speaker), sources.near);
      for (const { speaker, words } of introductions) call(words, speaker, sources.near);
      for (const { speaker, words } of sources.beside)
        beside.set(speaker, (beside.get(speaker) ?? new Set()).add(words));
    }
    const descriptions = [...called.values()].flatMap(({ words, speakers }): Description[] =>
      [...speakers].map(([actor, places]) => ({ actor, words, near: places })),
    );
    const stems = new Set(all.flatMap(({ sources }) => [...sources.stems]));
    const { saidBy } = createSourceWords(all.flatMap(({ sources }) => sources.voices));
    return { descriptions, stems, beside, saidBy };
  };
}
