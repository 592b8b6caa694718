import type { Article } from '../domain/article.ts';
import { textAt } from '../text/span.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import type { Description } from './find-roles.ts';
import { readTerms } from '../text/words.ts';

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

export interface Sources {
  /** How the articles call those who speak in them. What is said of two is left out: it tells them apart nowhere. */
  readonly descriptions: readonly Description[];
  /** The stems of all words in the sources of statements. */
  readonly stems: ReadonlySet<string>;
  /** Who is named in one source with other words: those words, stems with a space around each. */
  readonly beside: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the sources of statements, which come article by article. */
export async function readSources(
  store: Pick<Store, 'article'>,
  statements: readonly StoredStatement[],
): Promise<Sources> {
  let latest: Article | null = null;
  const stems = new Set<string>();
  const called = new Map<string, { words: string; speakers: Set<string> }>();
  const beside = new Map<string, Set<string>>();
  for (const { article, speaker, source } of statements) {
    if (latest?.id !== article) latest = await store.article(article);
    const text = latest?.text ?? '';
    for (const span of source) {
      const read = readTerms(textAt(text, span)).map(({ stem }) => stem);
      for (const stem of read) stems.add(stem);
      if (speaker === null || read.length <= speaker.split(' ').length) continue;
      beside.set(speaker, (beside.get(speaker) ?? new Set()).add(` ${read.join(' ')} `));
    }
    const [only, second] = source;
    if (speaker === null || only === undefined || second !== undefined) continue;
    const words = descriptionIn(textAt(text, only), speaker);
    const terms = readTerms(words);
    // A pronoun tells nobody apart.
    if (terms.length > MOST_WORDS || !terms.some(({ content }) => content)) continue;
    const known = called.get(words.toLowerCase()) ?? { words, speakers: new Set() };
    called.set(words.toLowerCase(), known);
    known.speakers.add(speaker);
  }
  const descriptions = [...called.values()].flatMap(({ words, speakers }) => {
    const [only, second] = speakers;
    return only !== undefined && second === undefined ? [{ actor: only, words }] : [];
  });
  return { descriptions, stems, beside };
}
