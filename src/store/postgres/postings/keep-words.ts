import type { Queries } from '../connection-pool.ts';
import { postingsOf, type KeyedText } from './make-postings.ts';

/** Keeps where the words of an article's sentences and passages stand. */
export async function insertWords(queries: Queries, nr: number, texts: readonly KeyedText[]): Promise<void> {
  const { postings, ...counts } = postingsOf(texts);
  await queries.run(
    `INSERT INTO postings (article, stem, block, sentence, sentence_places, passage, passage_places)
     SELECT @nr::bigint, * FROM unnest(@stems::text[], @blocks::bigint[], @sentence::bytea[], @sentencePlaces::bytea[],
       @passage::bytea[], @passagePlaces::bytea[])`,
    {
      nr,
      stems: postings.map(({ stem }) => stem),
      blocks: postings.map(({ block }) => block),
      sentence: postings.map(({ sentence }) => sentence),
      sentencePlaces: postings.map(({ sentencePlaces }) => sentencePlaces),
      passage: postings.map(({ passage }) => passage),
      passagePlaces: postings.map(({ passagePlaces }) => passagePlaces),
    },
  );
  await queries.run(
    `INSERT INTO word_counts (article, sentences, sentence_words, passage_words)
     VALUES (@nr, @sentences, @sentenceWords, @passageWords)`,
    { nr, ...counts },
  );
}
