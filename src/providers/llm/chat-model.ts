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

const LOAD: Record<ChatModelOptions['provider'], (options: ChatModelOptions) => Promise<ChatModelFor>> = {
  openai: async (options) => (await import('./openai.ts')).openAiChat(options),
  ollama: async (options) => (await import('./ollama.ts')).ollamaChat(options),
  anthropic: async (options) => (await import('./anthropic.ts')).anthropicChat(options),
};

/** Loads the provider's client, and no other. */
export function loadChatModel(options: ChatModelOptions): Promise<ChatModelFor> {
  return LOAD[options.provider](options);
}
