import { expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { createCurrentEmbeddings } from '../../src/providers/embeddings/current.ts';
import type { EmbeddingModel } from '../../src/providers/embeddings/embedding-model.ts';
import { createHashedEmbeddings } from '../support/models/hashed-embeddings.ts';

const FORMER = { provider: 'ollama', model: 'old', dimensions: 3 };
const model = (): EmbeddingModel => ({ ...createHashedEmbeddings(), close: async () => undefined });

/** What made the stored vectors is in `made`; `openFormer` gives or throws what is put into `former`. */
function current(former: { to: EmbeddingModel | Error | null }, made = { by: FORMER }) {
  const said: string[] = [];
  const log = { info: (line: string) => said.push(line), warn: (line: string) => said.push(line) };
  const opened = createCurrentEmbeddings({
    embeddings: model(),
    openFormer: async () => {
      if (former.to instanceof Error) throw former.to;
      return former.to;
    },
    store: { embeddingStamp: async () => made.by },
    log,
  });
  return { embedQuestion: (text: string, signal?: AbortSignal) => opened.embedQuestion(text, signal), said };
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

it('embeds with what made the stored vectors, also when that changes', async () => {
  const by = (first: number): EmbeddingModel => ({
    ...model(),
    embedQuestion: async () => Float32Array.of(first),
  });
  const former: { to: EmbeddingModel | Error | null } = { to: by(1) };
  const made = { by: FORMER };
  const { embedQuestion } = current(former, made);
  expect(await embedQuestion('one')).toEqual(Float32Array.of(1));
  made.by = { ...FORMER, model: 'other' };
  former.to = by(2);
  expect(await embedQuestion('one')).toEqual(Float32Array.of(2));
  made.by = model().stamp;
  expect(await embedQuestion('one')).toEqual(await model().embedQuestion('one'));
});

it('rejects with the reason of who left, and says nothing of it', async () => {
  const { embedQuestion, said } = current({ to: new UserError('No such model.') });
  const reason = new Error('gone');
  await expect(embedQuestion('one', AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(said).toEqual([]);
});
