import type { Config } from '../../config.ts';
import type { LanguageModel } from '../../domain/model/language-model.ts';
import type { Reranker } from '../../domain/model/reranker.ts';
import type { EmbeddingModel } from '../../providers/embeddings/embedding-model.ts';
import { PackagedEmbeddings } from '../../providers/embeddings/packaged.ts';
import type { Store } from '../../store/ports.ts';
import { openChosenEmbeddings } from './chosen-embeddings.ts';
import { NO_EMBEDDINGS } from '../not-searched.ts';
import { openReranker } from './open-reranker.ts';

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
