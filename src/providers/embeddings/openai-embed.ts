import { OpenAIEmbeddings } from '@langchain/openai';
import type { Embed, EmbeddingOptions } from './embedding-model.ts';

/** OpenAI's embeddings, and every server that speaks them at `baseUrl`. */
export function openAiEmbed({ model, baseUrl, apiKey }: EmbeddingOptions): Embed {
  return (texts, signal) =>
    new OpenAIEmbeddings({
      model,
      maxRetries: 0,
      stripNewLines: false,
      encodingFormat: 'float',
      apiKey: apiKey ?? 'none',
      configuration: {
        baseURL: baseUrl ?? 'https://api.openai.com/v1',
        organization: null,
        project: null,
        // LangChain's embeddings take no signal for one call.
        fetch: (input, init) => fetch(input, { ...init, signal }),
      },
    }).embedDocuments([...texts]);
}
