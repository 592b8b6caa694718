import { textAt, type Span } from '../text/span.ts';
import type { SentenceVector } from '../store/ports.ts';

export interface VectorSources {
  readonly embeddings: { embedBatches(texts: readonly string[]): AsyncIterable<Float32Array[]> };
  /** Vectors of the same text, made by the same model. */
  readonly known: readonly SentenceVector[];
  /** Told how many sentences more have theirs. */
  readonly onVectors: (count: number) => void;
}

/** One vector a sentence: the one known for its span, else embedded anew. */
export async function vectorsOf(
  text: string,
  sentences: readonly Span[],
  { embeddings, known, onVectors }: VectorSources,
): Promise<Float32Array[]> {
  const bySpan = new Map(known.map(({ vector, ...span }) => [keyOf(span), vector]));
  const fresh = sentences.filter((sentence) => !bySpan.has(keyOf(sentence)));
  if (fresh.length < sentences.length) onVectors(sentences.length - fresh.length);
  let embedded = 0;
  for await (const batch of embeddings.embedBatches(fresh.map((sentence) => textAt(text, sentence)))) {
    for (const vector of batch) {
      const sentence = fresh[embedded++];
      if (sentence) bySpan.set(keyOf(sentence), vector);
    }
    onVectors(batch.length);
  }
  return sentences.flatMap((sentence) => bySpan.get(keyOf(sentence)) ?? []);
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;
