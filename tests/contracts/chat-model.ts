import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../src/domain/model/language-model.ts';
import type { ChatModelFor, ChatModelOptions } from '../../src/providers/llm/chat-model.ts';
import { createLanguageModel } from '../../src/providers/llm/create-language-model.ts';
import { loadChatModel } from '../../src/providers/llm/open-language-model.ts';
import { startModelServer, type Behaviour, type ModelServer } from '../support/models/model-server.ts';
import { WIRE_FORMATS } from '../support/models/wire-formats.ts';

const KEY = 'sk-secret-key-1';
const PROMPT = { rules: 'Answer in JSON.', data: 'Say “ok”.' };
const TEXT = '{"answer": "ok — “ja” 🙂"}';
const read = (text: string): unknown => JSON.parse(text);
const never = new AbortController().signal;

/** What every chat model must do, over a server that speaks its provider's wire format. */
export function chatModelContract(
  provider: ChatModelOptions['provider'],
  { refuses }: { readonly refuses: boolean },
): void {
  describe(`${provider} keeps the chat model's contract`, () => {
    const format = WIRE_FORMATS[provider];
    let server: ModelServer;
    let chatModel: ChatModelFor;
    let nowMs: number;
    let pauses: number;
    let model: LanguageModel;

    const languageModel = (timeoutMs: number, concurrency = 2): LanguageModel =>
      createLanguageModel({
        name: provider,
        chatModel,
        timeoutMs,
        concurrency,
        now: () => nowMs,
        pause: async () => pauses++,
      });
    beforeEach(async () => {
      server = await startModelServer(format);
      nowMs = 0;
      pauses = 0;
      chatModel = await loadChatModel({
        provider,
        model: 'stub',
        baseUrl: server.url,
        apiKey: KEY,
        maxTokens: 123,
      });
      model = languageModel(30_000);
    });
    afterEach(() => server.close());

    const complete = (signal?: AbortSignal) => model.complete(PROMPT, (text) => text, signal);
    const failsAs = async (kind: string, requests: number, ...behaviours: Behaviour[]) => {
      server.behave(...behaviours);
      const failure: unknown = await complete().catch((error: unknown) => error);
      expect(failure).toMatchObject({ name: 'ModelFailure', kind });
      expect(String(failure)).not.toContain(KEY);
      expect(server.requests).toHaveLength(requests);
    };

    it('answers, streamed', async () => {
      server.behave({ kind: 'text', text: TEXT });
      expect(await complete()).toBe(TEXT);
      const [request] = server.requests;
      expect(request?.path).toBe(format.chatPath);
      expect(request?.body).toMatchObject({ model: 'stub', stream: true });
      expect(format.maxTokensOf(request?.body ?? {})).toBe(123);
      expect(String(format.keyOf(request?.headers ?? {}))).toContain(KEY);
      expect(JSON.stringify(request?.body)).toContain(JSON.stringify(PROMPT.data).slice(1, -1));
      expect(JSON.stringify(request?.body)).toContain(PROMPT.rules);
    });

    it('answers in one', async () => {
      server.behave({ kind: 'text', text: TEXT });
      const { text } = await chatModel(never).invoke([['human', PROMPT.data]]);
      expect(text).toBe(TEXT);
    });

    it.each([401, 403])('says that the key is refused (%s), without asking again', (status) =>
      failsAs('unauthorised', 1, { kind: 'status', status }),
    );
    it('says that the model is unknown', () => failsAs('rejected', 1, { kind: 'status', status: 404 }));
    it.each([
      ['busy', 429],
      ['server', 500],
      ['server', 503],
    ])('asks once more when it is %s (%s), after a pause', async (kind, status) => {
      await failsAs(kind, 2, { kind: 'status', status });
      expect(pauses).toBe(1);
      server.behave({ kind: 'status', status }, { kind: 'text', text: TEXT });
      expect(await complete()).toBe(TEXT);
    });
    it('asks once more when the connection breaks', () => failsAs('unreachable', 2, { kind: 'broken' }));
    it('says that nobody listens', async () => {
      await server.close();
      await failsAs('unreachable', 0, { kind: 'silent' });
      server = await startModelServer(format);
    });
    it('asks once more after an empty answer', () => failsAs('empty', 2, { kind: 'text', text: ' \n' }));
    it('leaves an endless answer', async () => {
      await failsAs('endless', 1, { kind: 'endless' });
      await server.requests[0]?.closed;
    });
    it.runIf(refuses)('takes a refusal as one', () => failsAs('refusal', 1, { kind: 'refusal' }));

    it('asks once more for what cannot be read', async () => {
      server.behave({ kind: 'text', text: 'Sure!' }, { kind: 'text', text: TEXT });
      expect(await model.complete(PROMPT, read)).toEqual(JSON.parse(TEXT));
      server.behave({ kind: 'text', text: 'Sure!' });
      await expect(model.complete(PROMPT, read)).rejects.toMatchObject({ kind: 'unreadable' });
    });

    it.each(['silent', 'stalled'] as const)('ends in time and hangs up on a %s server', async (kind) => {
      server.behave({ kind });
      model = languageModel(50);
      await expect(complete()).rejects.toMatchObject({ kind: 'timeout' });
      await server.requests[0]?.closed;
    });

    it.each(['silent', 'stalled'] as const)(
      'hangs up on a %s server when aborted, and on no other',
      async (kind) => {
        server.behave({ kind });
        const leaving = new AbortController();
        const left = complete(leaving.signal);
        left.catch(() => undefined);
        await reached(server, 1);
        server.behave({ kind: 'text', text: TEXT });
        leaving.abort(new Error('asked again'));
        const other = complete();
        await expect(left).rejects.toThrow('asked again');
        expect(await other).toBe(TEXT);
        await server.requests[0]?.closed;
      },
    );

    it('is left alone for a minute after five failures in a row', async () => {
      server.behave({ kind: 'status', status: 401 });
      for (let i = 0; i < 5; i++) await expect(complete()).rejects.toMatchObject({ kind: 'unauthorised' });
      await expect(complete()).rejects.toMatchObject({ kind: 'resting' });
      nowMs = 59_999;
      await expect(complete()).rejects.toMatchObject({ kind: 'resting' });
      expect(server.requests).toHaveLength(5);
      nowMs = 60_000;
      await expect(complete()).rejects.toMatchObject({ kind: 'unauthorised' });
      await expect(complete()).rejects.toMatchObject({ kind: 'resting' });
      nowMs = 120_000;
      server.behave({ kind: 'text', text: TEXT });
      expect(await complete()).toBe(TEXT);
      expect(await complete()).toBe(TEXT);
    });

    it('asks no more at once than is set', async () => {
      model = languageModel(30_000, 1);
      server.behave({ kind: 'silent' });
      const leaving = new AbortController();
      const first = complete(leaving.signal);
      first.catch(() => undefined);
      await reached(server, 1);
      server.behave({ kind: 'text', text: TEXT });
      const second = complete();
      const gone = new AbortController();
      const third = complete(gone.signal);
      gone.abort(new Error('not waiting'));
      await expect(third).rejects.toThrow('not waiting');
      expect(server.requests).toHaveLength(1);
      leaving.abort(new Error('enough'));
      await expect(first).rejects.toThrow('enough');
      expect(await second).toBe(TEXT);
    });
  });
}

/** Until the server has that many requests. */
async function reached(server: ModelServer, count: number): Promise<void> {
  while (server.requests.length < count) await new Promise((resolve) => setImmediate(resolve));
}
