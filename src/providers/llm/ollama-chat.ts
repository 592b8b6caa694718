import { ChatOllama } from '@langchain/ollama';
import type { ChatModelFor, ChatModelOptions } from './chat-model.ts';

/** Ollama's own protocol. It holds the model to JSON, which small models need. */
export function ollamaChat({ model, baseUrl, apiKey, maxTokens }: ChatModelOptions): ChatModelFor {
  return (signal) =>
    new ChatOllama({
      model,
      baseUrl: baseUrl ?? 'http://127.0.0.1:11434',
      maxRetries: 0,
      numPredict: maxTokens,
      temperature: 0,
      format: 'json',
      ...(apiKey === null ? {} : { headers: { Authorization: `Bearer ${apiKey}` } }),
      // The client has no signal of its own for one call, and its `abort` would end all others too.
      fetch: (input, init) => fetch(input, { ...init, signal: withSignal(signal, init?.signal) }),
    });
}

function withSignal(signal: AbortSignal, other: AbortSignal | null | undefined): AbortSignal {
  return other ? AbortSignal.any([signal, other]) : signal;
}
