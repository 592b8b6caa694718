import type { GoldArticle } from '../attribution/read-brat.ts';
import { seededRandom } from '../attribution/random.ts';
import type { Span } from '../../text/span.ts';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';
import { embedCached } from './embed-cached.ts';
import { makeQuestions, type MadeQuestion } from './make-questions.ts';
import { readSaid, type SaidArticle } from './read-said.ts';
import { relateWords, wordsToRelate } from './relate-words.ts';
import { createVary } from './vary-words.ts';
import { readVocabulary } from './vocabulary.ts';
import type { MadeKind } from './word-question.ts';

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

/** A made question as ranking learns from it. */
export interface RankingExample {
  readonly article: { readonly id: string; readonly text: string };
  readonly statements: readonly RankingStatement[];
  readonly question: string;
  readonly kind: MadeKind;
  /** Whose words are asked for, as `RankingStatement.speaker`; null where nobody is named. */
  readonly speaker: string | null;
  /** The sentence that answers. */
  readonly gold: Span;
  /** Sentences of the same statement: neither right nor wrong. */
  readonly near: readonly Span[];
}

interface RankingStatement {
  /** The last name of whose words they are, lower case; null where nobody is named. */
  readonly speaker: string | null;
  /** What a question may call the speaker. */
  readonly names: readonly string[];
  readonly cue: string;
  readonly content: readonly Span[];
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The questions one by one with their articles' texts and statements, for learning what each feature of ranking weighs. */
export function* rankingExamples({ articles, questions }: TrainingSet): Generator<RankingExample> {
  const known = new Map(
    articles.map(({ id, text, sentences, said }) => {
      const statements = said.map(({ source, cue, content }) => ({
        speaker: source?.key ?? null,
        names: source?.names ?? [],
        cue,
        content,
      }));
      return [id, { article: { id, text }, statements, sentences }];
    }),
  );
  for (const { article: id, question, kind, speaker, gold, near } of questions) {
    const own = known.get(id);
    const sentence = own?.sentences[gold];
    if (!own || !sentence) throw new Error(`a question on ${id} has no sentence ${gold} there`);
    yield {
      article: own.article,
      statements: own.statements,
      question,
      kind,
      speaker,
      gold: spanOf(sentence),
      near: near.flatMap((index) => own.sentences.slice(index, index + 1).map(spanOf)),
    };
  }
}
