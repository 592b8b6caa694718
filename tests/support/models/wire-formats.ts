/** How a provider's server writes an answer. */
export interface WireFormat {
  /** Where the chat is asked for. */
  readonly chatPath: string;
  readonly embeddingsPath: string;
  /** A stream: what opens it, one piece of text, what closes it. */
  readonly contentType: string;
  open(): string;
  piece(text: string): string;
  close(reason: 'stop' | 'refusal'): string;
  /** The same answer in one. */
  whole(text: string): unknown;
  error(status: number): unknown;
  /** The key as the client sends it. */
  keyOf(headers: Readonly<Record<string, string | string[] | undefined>>): unknown;
  /** What bounds the answer's length in a request. */
  maxTokensOf(body: Readonly<Record<string, unknown>>): unknown;
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const event = (value: { readonly type: string }): string => `event: ${value.type}\n${data(value)}`;
const bearer: WireFormat['keyOf'] = ({ authorization }) => authorization;

/** https://platform.openai.com/docs/api-reference/chat */
const chunk = (delta: object, finish_reason: string | null): unknown => ({
  id: 'c1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'stub',
  choices: [{ index: 0, delta, finish_reason }],
});
const openai: WireFormat = {
  chatPath: '/chat/completions',
  embeddingsPath: '/embeddings',
  contentType: 'text/event-stream',
  open: () => data(chunk({ role: 'assistant', content: '' }, null)),
  piece: (content) => data(chunk({ content }, null)),
  close: (reason) => `${data(chunk({}, reason === 'stop' ? 'stop' : 'content_filter'))}data: [DONE]\n\n`,
  whole: (content) => ({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'stub',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }),
  error: (status) => ({
    error: { message: `status ${status} for sk-secret-key-1`, type: 'stub', code: null },
  }),
  keyOf: bearer,
  maxTokensOf: (body) => body['max_tokens'] ?? body['max_completion_tokens'],
};

/** https://github.com/ollama/ollama/blob/main/docs/api.md */
const said = (content: string, rest: object): unknown => ({
  model: 'stub',
  created_at: '2022-01-11T00:00:00Z',
  message: { role: 'assistant', content },
  ...rest,
});
const ollama: WireFormat = {
  chatPath: '/api/chat',
  embeddingsPath: '/api/embed',
  contentType: 'application/x-ndjson',
  open: () => '',
  piece: (text) => line(said(text, { done: false })),
  close: () => line(said('', { done: true, done_reason: 'stop', prompt_eval_count: 1, eval_count: 1 })),
  whole: (text) => said(text, { done: true, done_reason: 'stop' }),
  error: (status) => ({ error: `status ${status} for sk-secret-key-1` }),
  keyOf: bearer,
  maxTokensOf: ({ options }) =>
    typeof options === 'object' && options !== null && 'num_predict' in options
      ? options.num_predict
      : undefined,
};

/** https://docs.anthropic.com/en/api/messages-streaming */
const message = (content: readonly unknown[], stop_reason: string | null): object => ({
  id: 'm1',
  type: 'message',
  role: 'assistant',
  model: 'stub',
  content,
  stop_reason,
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
});
const delta = (text: string): string =>
  event(Object.assign({ type: 'content_block_delta' }, { index: 0, delta: { type: 'text_delta', text } }));
const anthropic: WireFormat = {
  chatPath: '/v1/messages',
  embeddingsPath: '/none',
  contentType: 'text/event-stream',
  open: () =>
    event(Object.assign({ type: 'message_start' }, { message: message([], null) })) +
    event(
      Object.assign({ type: 'content_block_start' }, { index: 0, content_block: { type: 'text', text: '' } }),
    ),
  piece: delta,
  close: (reason) =>
    event(Object.assign({ type: 'content_block_stop' }, { index: 0 })) +
    event(
      Object.assign(
        { type: 'message_delta' },
        {
          delta: { stop_reason: reason === 'stop' ? 'end_turn' : 'refusal', stop_sequence: null },
          usage: { output_tokens: 1 },
        },
      ),
    ) +
    event({ type: 'message_stop' }),
  whole: (text) => message([{ type: 'text', text }], 'end_turn'),
  error: (status) => ({
    type: 'error',
    error: { type: 'stub_error', message: `status ${status} for sk-secret-key-1` },
  }),
  keyOf: (headers) => headers['x-api-key'],
  maxTokensOf: (body) => body['max_tokens'],
};

export const WIRE_FORMATS = { openai, ollama, anthropic } as const;
