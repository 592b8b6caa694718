import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createCurrentEmbeddings } from '../../src/providers/embeddings/current.ts';
import type { EmbeddingModel } from '../../src/providers/embeddings/embeddings.ts';
import { createHashedEmbeddings } from '../support/hashed-embeddings.ts';

const FORMER = { provider: 'ollama', model: 'old', dimensions: 3 };
const model = (): EmbeddingModel => ({ ...createHashedEmbeddings(), close: async () => undefined });

/** The former embeddings made the index; `openFormer` gives or throws what is put into `former`. */
function current(former: { to: EmbeddingModel | Error | null }) {
  const said: string[] = [];
  const log = { info: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
  const made = createCurrentEmbeddings({
    embeddings: model(),
    openFormer: async () => {
      if (former.to instanceof Error) throw former.to;
      return former.to;
    },
    index: { stamp: () => FORMER },
    store: { embeddingStamp: async () => FORMER },
    log,
  });
  return { embedQuestion: (text: string) => made.embedQuestion(text), said };
}

it('has no vector while the former embeddings cannot be opened, and tries again', async () => {
  const former: { to: EmbeddingModel | Error | null } = { to: new UserError('No such model.') };
  const { embedQuestion, said } = current(former);
  expect(await embedQuestion('one')).toBeNull();
  expect(await embedQuestion('one')).toBeNull();
  former.to = model();
  expect(await embedQuestion('one')).toBeInstanceOf(Float32Array);
  expect(said).toEqual([
    'questions are answered by their words alone: No such model.',
    'questions are embedded again',
  ]);
});

it('has no vector where the former embeddings are no more, and says nothing of it', async () => {
  const { embedQuestion, said } = current({ to: null });
  expect(await embedQuestion('one')).toBeNull();
  expect(said).toEqual([]);
});

it('does not hide a bug', async () => {
  const { embedQuestion } = current({ to: new Error('boom') });
  await expect(embedQuestion('one')).rejects.toThrow('boom');
});
