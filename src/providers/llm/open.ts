import type { LanguageModel } from '../../domain/model/language-model.ts';
import { loadChatModel, type ChatModelOptions } from './chat-model.ts';
import { createLanguageModel } from './language-model.ts';

export interface LanguageModelOptions extends ChatModelOptions {
  readonly timeoutMs: number;
  readonly concurrency: number;
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
