import type { Article } from '../domain/article.ts';
import { textAt } from '../text/span.ts';
import { readTerms, stemOf } from '../text/words/words.ts';
import { partsOf } from './speakers/group-speakers.ts';
import type { Spoken } from './speakers/keep-statements.ts';
import { readVoice, type HeardVoice } from './source-words.ts';

/** Longer sources describe nobody; they tell a story. */
const MOST_WORDS = 8;

/** Words by which an article calls somebody. */
interface Called {
  readonly speaker: string;
  readonly words: string;
}

/** What the sources of one article's statements tell, whatever the other articles have. */
export interface ArticleSources {
  /** The stems of the text's names and other words with capitals. */
  readonly near: ReadonlySet<string>;
  readonly voices: readonly HeardVoice[];
  /** The stems of all words in the sources. */
  readonly stems: ReadonlySet<string>;
  /** Whoever is named in a source with other words, and the stems of all of it with a space around each. */
  readonly beside: readonly Called[];
  readonly called: readonly Called[];
  /** Who speaks alone, by the name that the article's statements have. */
  readonly alone: readonly string[];
}

/** What stands before the name ("the Russian historian Sergey Stankevich"), or the whole where there is no name. */
function descriptionIn(source: string, speaker: string): string {
  const words = source.trim().split(/\s+/);
  const parts = speaker.split(' ');
  const isName = (word: string): boolean => parts.includes(word.replace(/[’']s$|[^\p{L}]+$/gu, ''));
  const first = words.findIndex(isName);
  return words.slice(0, first < 0 ? words.length : first).join(' ');
}

/** A pronoun tells nobody apart, and a story describes nobody. */
export function describes(words: string): boolean {
  const terms = readTerms(words);
  return terms.length <= MOST_WORDS && terms.some(({ content }) => content);
}

function namesNear(text: string): ReadonlySet<string> {
  const words = new Set(text.match(/\p{Lu}[\p{L}\p{N}]+/gu));
  return new Set(Array.from(words, (word) => stemOf(word.toLowerCase())));
}

/** Reads the sources of all statements of an article; none has words where the article is gone or damaged (null). */
export function readArticleSources(
  article: Pick<Article, 'text'> | null,
  statements: readonly Spoken[],
): ArticleSources {
  const text = article?.text ?? '';
  const stems = new Set<string>();
  const beside: Called[] = [];
  const called: Called[] = [];
  const alone = new Set<string>();
  for (const { speaker, source } of statements) {
    for (const span of source) {
      const of = readTerms(textAt(text, span)).map(({ stem }) => stem);
      for (const stem of of) stems.add(stem);
      if (speaker !== null && of.length > speaker.split(' ').length)
        beside.push({ speaker, words: ` ${of.join(' ')} ` });
    }
    if (speaker === null) continue;
    if (partsOf(speaker).length === 0) alone.add(speaker);
    const [only, second] = source;
    if (only === undefined || second !== undefined) continue;
    const words = descriptionIn(textAt(text, only), speaker);
    if (describes(words)) called.push({ speaker, words });
  }
  const voices = statements.flatMap((voice) => readVoice(voice, text, voice.source) ?? []);
  return { near: namesNear(text), voices, stems, beside, called, alone: [...alone] };
}
