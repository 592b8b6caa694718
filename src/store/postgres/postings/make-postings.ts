import { stem, tokens, type Term } from '../../search-terms.ts';
import { BLOCK } from './read-postings.ts';

/** An index of the server takes no longer keys (2704 bytes). */
const LONGEST_STEM = 500;
/** What two bytes of the server hold. */
const MOST = 0x7fff;

const cut = (word: string): string => (word.length > LONGEST_STEM ? word.slice(0, LONGEST_STEM) : word);

/** The stems of a searched word that can be found. */
export function stemsOf({ stems }: Term): string[] {
  return stems
    .split(' ')
    .map(cut)
    .filter((word) => word !== '');
}

/** The words around a key: those of its sentence or of its passage. */
export interface KeyedText {
  readonly key: number;
  readonly sentence: string;
  readonly passage: string;
}

/**
 * A row of `postings`: where a stem stands among the sentences of an article whose keys are in one block. Both lists have
 * six bytes a sentence (see `ENTRY_BYTES`), the places two bytes each time that the word stands there, in the same order.
 */
interface Posting {
  readonly stem: string;
  readonly block: number;
  readonly sentence: Buffer;
  readonly sentencePlaces: Buffer;
  readonly passage: Buffer;
  readonly passagePlaces: Buffer;
}

/** An article's words, counted. */
export interface ArticleWords {
  readonly postings: readonly Posting[];
  readonly sentences: number;
  /** Over all its sentences, over all its passages. */
  readonly sentenceWords: number;
  readonly passageWords: number;
}

interface Lists {
  readonly entries: number[];
  readonly places: number[];
}

function twoBytes(numbers: readonly number[]): Buffer {
  const buffer = Buffer.allocUnsafe(numbers.length * 2);
  for (const [i, number] of numbers.entries()) buffer.writeInt16BE(Math.min(number, MOST), i * 2);
  return buffer;
}

/** Adds a text's words to the lists; gives how many they are. */
function addWords(text: string, offset: number, listsOf: (stem: string) => Lists): number {
  const places = new Map<string, number[]>();
  const stems = tokens(text).map((token) => cut(stem(token)));
  for (const [place, word] of stems.entries()) {
    if (word === '') continue;
    const at = places.get(word);
    if (at) at.push(place);
    else places.set(word, [place]);
  }
  for (const [word, at] of places) {
    const lists = listsOf(word);
    lists.entries.push(offset, at.length, stems.length);
    // More than two bytes count is no text that somebody reads.
    lists.places.push(...at.slice(0, MOST));
  }
  return stems.length;
}

/** The words of an article's sentences and passages. */
export function postingsOf(texts: readonly KeyedText[]): ArticleWords {
  const blocks = new Map<number, Map<string, { sentence: Lists; passage: Lists }>>();
  const sums = { sentence: 0, passage: 0 };
  for (const { key, ...text } of texts) {
    const block = Math.floor(key / BLOCK);
    const words = blocks.get(block) ?? new Map<string, { sentence: Lists; passage: Lists }>();
    blocks.set(block, words);
    for (const column of ['sentence', 'passage'] as const)
      sums[column] += addWords(text[column], key % BLOCK, (word) => {
        const made = words.get(word) ?? {
          sentence: { entries: [], places: [] },
          passage: { entries: [], places: [] },
        };
        words.set(word, made);
        return made[column];
      });
  }
  const postings = [...blocks].flatMap(([block, words]) =>
    [...words].map(([word, { sentence, passage }]): Posting => ({
      stem: word,
      block,
      sentence: twoBytes(sentence.entries),
      sentencePlaces: twoBytes(sentence.places),
      passage: twoBytes(passage.entries),
      passagePlaces: twoBytes(passage.places),
    })),
  );
  return { postings, sentences: texts.length, sentenceWords: sums.sentence, passageWords: sums.passage };
}
