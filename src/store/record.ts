import type { Span } from '../text/span.ts';
import type { ArticleRecord, EmbeddingStamp } from './ports.ts';

/**
 * Throws an `Error` (a bug of whoever made the record) when its parts do not fit together: every store calls this
 * before it saves, so that what is read back never needs a second check.
 */
export function checkRecord(record: ArticleRecord, stamp: EmbeddingStamp | null): void {
  const { article, sentences, passages, vectors, statements } = record;
  const fail = (problem: string): never => {
    throw new Error(`record of article "${article.id}": ${problem}`);
  };
  if (passages.length !== sentences.length || vectors.length !== sentences.length)
    fail(
      `${sentences.length} sentences, ${passages.length} passages and ${vectors.length} vectors do not pair up`,
    );
  const dimensions = stamp?.dimensions ?? vectors[0]?.length;
  const odd = vectors.find((vector) => vector.length !== dimensions);
  if (odd) fail(`a vector has ${odd.length} dimensions, wanted ${dimensions}`);
  const inText = ({ start, end }: Span) =>
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    0 <= start &&
    start < end &&
    end <= article.text.length;
  const spans = [
    article.skips,
    sentences,
    passages,
    ...statements.map((s) => [...s.content, ...s.source, ...s.cue]),
  ];
  const outside = spans.flat().find((span) => !inText(span));
  if (outside)
    fail(`the span [${outside.start}, ${outside.end}) is not in its text of ${article.text.length}`);
  if (statements.some((statement) => statement.content.length === 0)) fail('a statement has no content');
}
