import type { BaseChatModel } from '@langchain/core/language_models/chat_models';

/** How a model is reached; `null` leaves the provider's own default. */
export interface ChatModelOptions {
  readonly provider: 'openai' | 'ollama' | 'anthropic';
  readonly model: string;
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  /** The longest answer. */
  readonly maxTokens: number;
}

/**
 * A chat model for one call. The signal ends its connection: some clients watch the one that a call is given only between
 * two pieces of the answer. Models never retry by themselves: `createLanguageModel` does, within its time.
 */
export type ChatModelFor = (signal: AbortSignal) => BaseChatModel;
