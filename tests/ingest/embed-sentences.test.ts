import { expect, it } from 'vitest';
import { splitSentences } from '../../src/text/split-sentences.ts';
import { textAt } from '../../src/text/span.ts';
import { vectorsOf } from '../../src/ingest/embed-sentences.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';
import { textVector } from '../support/records.ts';

const TEXT = 'The talks began. They went on. Nobody left. They ended.';

it('takes the vectors known for the very spans of the sentences, and embeds the others', async () => {
  const sentences = splitSentences(TEXT);
  const embeddings = createHashedEmbeddings();
  const marked = new Float32Array([1, 2, 3]);
  const counts: number[] = [];
  const vectors = await vectorsOf(TEXT, sentences, {
    embeddings,
    known: [
      // Another way of splitting made these two one sentence.
      { start: 0, end: 30, vector: textVector('both') },
      { start: 31, end: 43, vector: marked },
    ],
    onVectors: (count) => counts.push(count),
  });
  const embedded = sentences.map((sentence) => textVector(textAt(TEXT, sentence)));
  expect(vectors).toEqual([embedded[0], embedded[1], marked, embedded[3]]);
  expect(embeddings.embedded()).toBe(3);
  expect(counts).toEqual([1, 1, 1, 1]);
});
