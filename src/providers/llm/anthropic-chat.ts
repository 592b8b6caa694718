import { ChatAnthropic } from '@langchain/anthropic';
import type { ChatModelFor, ChatModelOptions } from './chat-model.ts';

/** Anthropic's messages. */
export function anthropicChat({ model, baseUrl, apiKey, maxTokens }: ChatModelOptions): ChatModelFor {
  const chat = new ChatAnthropic({
    model,
    maxTokens,
    maxRetries: 0,
    apiKey: apiKey ?? 'none',
    anthropicApiUrl: baseUrl ?? 'https://api.anthropic.com',
  });
  return () => chat;
}
