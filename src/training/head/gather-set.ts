import { textAt } from '../../text/span.ts';
import type { AskedArticle } from '../questions/read-squad.ts';
import type { TrainingSet } from '../questions/training-set.ts';
import type { HeadQuestion, LearningSet } from './learning-set.ts';

interface Text {
  readonly id: string;
  readonly sentences: readonly string[];
}

/** What a set is made of, before it has vectors. */
export interface Gathered {
  readonly texts: readonly Text[];
  readonly questions: readonly (Omit<HeadQuestion, 'vector'> & { readonly question: string })[];
}

export function gatherMade({ articles, questions }: TrainingSet): Gathered {
  const texts = articles.map(({ id, text, sentences }) => ({
    id,
    sentences: sentences.map((sentence) => textAt(text, sentence)),
  }));
  return {
    texts,
    questions: questions.map(({ article, question, gold, near, speaker }) => ({
      article,
      question,
      gold: [gold],
      near,
      speaker,
    })),
  };
}

export function gatherAsked(articles: readonly AskedArticle[]): Gathered {
  return {
    texts: articles.map(({ id, text, sentences }) => ({
      id,
      sentences: sentences.map((sentence) => textAt(text, sentence)),
    })),
    questions: articles.flatMap(({ id, questions }) =>
      questions.map((one) => ({ ...one, article: id, near: [], speaker: null })),
    ),
  };
}

/** All texts that need a vector. */
export function textsOf({ texts, questions }: Gathered): string[] {
  return [...texts.flatMap(({ sentences }) => sentences), ...questions.map(({ question }) => question)];
}

/** The set with its vectors; indexes of sentences become their places among those of all articles. @throws when a text has no vector */
export function withVectors(
  { texts, questions }: Gathered,
  vectors: ReadonlyMap<string, Float32Array>,
): LearningSet {
  const vectorOf = (text: string): Float32Array => {
    const vector = vectors.get(text);
    if (!vector) throw new Error(`no vector for “${text.slice(0, 60)}”`);
    return vector;
  };
  const articles = new Map<string, readonly number[]>();
  const sentences: Float32Array[] = [];
  for (const text of texts) {
    articles.set(
      text.id,
      text.sentences.map((_, i) => sentences.length + i),
    );
    sentences.push(...text.sentences.map(vectorOf));
  }
  const placed = (article: string, indexes: readonly number[]): number[] =>
    indexes.map((index) => (articles.get(article)?.[0] ?? 0) + index);
  return {
    sentences,
    articles,
    questions: questions.map(({ article, question, gold, near, speaker }) => ({
      vector: vectorOf(question),
      article,
      gold: placed(article, gold),
      near: placed(article, near),
      speaker,
    })),
  };
}
