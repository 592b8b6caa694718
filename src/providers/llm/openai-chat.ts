import { ChatOpenAI } from '@langchain/openai';
import type { ChatModelFor, ChatModelOptions } from './chat-model.ts';

/**
 * OpenAI, and every server that speaks its chat completions (vLLM, llama.cpp, LM Studio, OpenRouter) at `baseUrl`. Nothing
 * is sent that some of them refuse: no response format, no temperature, no usage in streams.
 */
export function openAiChat({ model, baseUrl, apiKey, maxTokens }: ChatModelOptions): ChatModelFor {
  const chat = new ChatOpenAI({
    model,
    maxTokens,
    maxRetries: 0,
    streamUsage: false,
    useResponsesApi: false,
    // The client insists on a key; a server of one's own needs none.
    apiKey: apiKey ?? 'none',
    // Set, so that variables of the environment that are not Parley's settings change nothing.
    configuration: { baseURL: baseUrl ?? 'https://api.openai.com/v1', organization: null, project: null },
  });
  return () => chat;
}
