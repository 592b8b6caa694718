import { OllamaEmbeddings } from '@langchain/ollama';
import type { Embed, EmbeddingOptions } from './embedding-model.ts';

/** Ollama's embeddings. */
export function ollamaEmbed({ model, baseUrl, apiKey }: EmbeddingOptions): Embed {
  return (texts, signal) =>
    new OllamaEmbeddings({
      model,
      maxRetries: 0,
      truncate: true,
      baseUrl: baseUrl ?? 'http://127.0.0.1:11434',
      ...(apiKey === null ? {} : { headers: { Authorization: `Bearer ${apiKey}` } }),
      fetch: (input, init) => fetch(input, { ...init, signal }),
    }).embedDocuments([...texts]);
}
