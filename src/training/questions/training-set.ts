import type { GoldArticle } from '../attribution/read-brat.ts';
import { seededRandom } from '../attribution/random.ts';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';
import { embedCached } from './embed-cached.ts';
import { makeQuestions, type MadeQuestion } from './make-questions.ts';
import { readSaid, type SaidArticle } from './read-said.ts';
import { relateWords, wordsToRelate } from './relate-words.ts';
import { createVary } from './vary-words.ts';
import { readVocabulary } from './vocabulary.ts';

const PER_STATEMENT = 2;
const SEED = 5;

export interface TrainingSet {
  readonly articles: readonly SaidArticle[];
  readonly questions: readonly MadeQuestion[];
}

/**
 * Questions made from annotated articles: some two for each statement, and some on what nobody says. The same articles
 * give the same questions.
 *
 * @param cacheFolder keeps the vectors of the words that stand in for each other
 */
export async function makeTrainingSet(
  gold: readonly GoldArticle[],
  model: Pick<EmbeddingModel, 'stamp' | 'embedBatches'>,
  cacheFolder: string,
  print: (line: string) => void,
): Promise<TrainingSet> {
  const vocabulary = readVocabulary(gold.map(({ text }) => text));
  const words = wordsToRelate(vocabulary);
  const related = relateWords(words, await embedCached(model, cacheFolder, words, print));
  const random = seededRandom(SEED);
  const vary = createVary(vocabulary, related, random);
  const articles = gold.map(readSaid);
  const questions = articles.flatMap((article) =>
    makeQuestions(article, vocabulary, vary, PER_STATEMENT, random),
  );
  return { articles, questions };
}
