import type { EmbeddingStamp } from '../../store/ports.ts';

/** What makes vectors of texts. All vectors have unit length and `stamp.dimensions` numbers. */
export interface EmbeddingModel {
  readonly stamp: EmbeddingStamp;
  /** The vector of a question. Rejects with the signal's reason when aborted, with `UserError` when the model fails. */
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array>;
  /** The vectors of `texts` in order, a batch at a time, so that progress shows. */
  embedBatches(texts: readonly string[], signal?: AbortSignal): AsyncIterable<Float32Array[]>;
  close(): Promise<void>;
}

/** Which model makes vectors, and how it is reached; `null` leaves the provider's own default. */
export interface EmbeddingOptions {
  readonly provider: 'openai' | 'ollama' | 'transformers';
  readonly model: string;
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  /** A folder with models of @huggingface/transformers that were downloaded before. */
  readonly modelsDir: string | null;
  /** Where models that are downloaded are kept. */
  readonly downloadsDir: string;
  /** Another hub to download them from. */
  readonly hub: string | null;
}

/** Embeds a few texts with a provider's client. */
export type Embed = (texts: readonly string[], signal: AbortSignal) => Promise<ArrayLike<number>[]>;
