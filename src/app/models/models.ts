import type { Config } from '../../config.ts';
import type { LanguageModel } from '../../domain/model/language-model.ts';
import { RERANK_WITHIN_MS, type Reranker } from '../../domain/model/reranker.ts';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import type { EmbeddingStamp, Store } from '../../store/ports.ts';

/** The models of the settings, each opened once for however many collections use them. */
export interface Models {
  /** What makes vectors; whoever gets it does not end it by closing it. Rejects with `UserError` when it cannot be used. */
  embeddings(store: Pick<Store, 'embeddingStamp'>): Promise<EmbeddingModel>;
  /** Null: none is set. */
  readonly languageModel: (() => Promise<LanguageModel>) | null;
  /** What orders candidates anew; null: nothing is set. */
  reranker(): Promise<Reranker | null>;
  close(): Promise<void>;
}

/** A model's client is loaded when it is first asked for; the packaged encoder's thread starts at once. */
export function createModels(config: Pick<Config, 'embeddings' | 'llm' | 'rerank' | 'role'>): Models {
  let embeddings: Promise<EmbeddingModel> | null =
    config.role === 'gateway'
      ? Promise.resolve(NO_EMBEDDINGS)
      : config.embeddings
        ? null
        : Promise.resolve(new PackagedEmbeddings());
  let language: Promise<LanguageModel> | null = null;
  let reranker: Promise<Reranker | null> | null = null;
  const { llm } = config;
  return {
    async embeddings(store) {
      const opening = (embeddings ??= openChosenEmbeddings(config, store));
      try {
        return lent(await opening);
      } catch (error) {
        // The next collection tries anew.
        if (embeddings === opening) embeddings = null;
        throw error;
      }
    },
    languageModel:
      llm &&
      (() =>
        (language ??= import('../../providers/llm/open-language-model.ts').then(({ openLanguageModel }) =>
          openLanguageModel(llm),
        ))),
    reranker: () => (reranker ??= openReranker(config)),
    async close() {
      const opening = [embeddings, reranker].flatMap((one) => one ?? []);
      for (const model of await Promise.allSettled<EmbeddingModel | Reranker | null>(opening))
        if (model.status === 'fulfilled') await model.value?.close();
    },
  };
}

function lent(model: EmbeddingModel): EmbeddingModel {
  return {
    stamp: model.stamp,
    embedQuestion: (text, signal) => model.embedQuestion(text, signal),
    embedBatches: (texts, signal) => model.embedBatches(texts, signal),
    close: async () => undefined,
  };
}

/** The embeddings of the settings. Rejects with `UserError` when they cannot be used. */
async function openChosenEmbeddings(
  { embeddings }: Pick<Config, 'embeddings'>,
  store: Pick<Store, 'embeddingStamp'>,
): Promise<EmbeddingModel> {
  if (!embeddings) return new PackagedEmbeddings();
  const { openEmbeddings } = await import('../../providers/embeddings/open-embeddings.ts');
  return openEmbeddings(embeddings, await store.embeddingStamp());
}

/** What made the vectors before the settings changed, where it can still be asked. */
export async function openFormerEmbeddings(
  { embeddings }: Config,
  stamp: EmbeddingStamp,
): Promise<EmbeddingModel | null> {
  if (stamp.provider === 'packaged') return new PackagedEmbeddings();
  if (embeddings?.provider !== stamp.provider) return null;
  const { openEmbeddings } = await import('../../providers/embeddings/open-embeddings.ts');
  return openEmbeddings({ ...embeddings, model: stamp.model }, stamp);
}

/**
 * What orders candidates anew, as the settings name it; null for nothing. Nothing is loaded or asked before the first
 * question.
 *
 * @param withinMs for one answer
 */
export async function openReranker(
  { rerank, llm }: Pick<Config, 'rerank' | 'llm'>,
  withinMs = RERANK_WITHIN_MS,
): Promise<Reranker | null> {
  if (rerank === null) return null;
  if (rerank !== 'llm') {
    const { openCrossEncoder } = await import('../../providers/rerank/cross-encoder.ts');
    return openCrossEncoder(rerank, withinMs);
  }
  if (llm === null) return null;
  const [{ openLanguageModel }, { createGrader }, { readPrompt }] = await Promise.all([
    import('../../providers/llm/open-language-model.ts'),
    import('../../answer/rerank/grade-by-model.ts'),
    import('../../answer/model/prompt-template.ts'),
  ]);
  const timeoutMs = Math.min(llm.timeoutMs, withinMs);
  const model = await openLanguageModel({ ...llm, timeoutMs });
  return createGrader({ model, template: await readPrompt('grades') });
}

const never = (): never => {
  throw new Error('a process that neither answers nor ingests embeds nothing');
};

/** The embeddings of a process that embeds nothing. */
const NO_EMBEDDINGS: EmbeddingModel = {
  stamp: { provider: 'none', model: 'none', dimensions: 1 },
  embedQuestion: async () => never(),
  embedBatches: never,
  close: async () => undefined,
};
