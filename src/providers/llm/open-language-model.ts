import type { LanguageModel } from '../../domain/model/language-model.ts';
import type { ChatModelFor, ChatModelOptions } from './chat-model.ts';
import { createLanguageModel } from './create-language-model.ts';

export interface LanguageModelOptions extends ChatModelOptions {
  readonly timeoutMs: number;
  readonly concurrency: number;
}

const LOAD: Record<ChatModelOptions['provider'], (options: ChatModelOptions) => Promise<ChatModelFor>> = {
  openai: async (options) => (await import('./openai-chat.ts')).openAiChat(options),
  ollama: async (options) => (await import('./ollama-chat.ts')).ollamaChat(options),
  anthropic: async (options) => (await import('./anthropic-chat.ts')).anthropicChat(options),
};

/** Loads the provider's client, and no other. */
export function loadChatModel(options: ChatModelOptions): Promise<ChatModelFor> {
  return LOAD[options.provider](options);
}

/** The model that the settings name. Nothing is sent before the first question. */
export async function openLanguageModel(options: LanguageModelOptions): Promise<LanguageModel> {
  const { provider, model, timeoutMs, concurrency } = options;
  return createLanguageModel({
    name: `${provider}:${model}`,
    chatModel: await loadChatModel(options),
    timeoutMs,
    concurrency,
  });
}
