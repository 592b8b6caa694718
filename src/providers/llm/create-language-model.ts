import { setTimeout as pauseFor } from 'node:timers/promises';
import type { AIMessageChunk } from '@langchain/core/messages';
import {
  ModelFailure,
  type LanguageModel,
  type ModelFailureKind,
  type Prompt,
} from '../../domain/model/language-model.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { createBreaker, guarded } from './breaker.ts';
import type { ChatModelFor } from './chat-model.ts';
import { toModelFailure } from './model-failure.ts';
import { createLimiter } from './limiter.ts';

/** Longer than any answer that is asked for: a model that goes on has lost its way. */
const MOST_CHARACTERS = 20_000;
/** Before the second try. */
const PAUSE_MS = 500;
/** Failures that another try may mend. */
const PASSING: ReadonlySet<ModelFailureKind> = new Set([
  'busy',
  'server',
  'unreachable',
  'empty',
  'unreadable',
]);

export interface LanguageModelDependencies {
  /** Provider and model, as set. */
  readonly name: string;
  readonly chatModel: ChatModelFor;
  /** For one answer with its second try, waiting included. */
  readonly timeoutMs: number;
  /** Calls at once. */
  readonly concurrency: number;
  readonly now?: () => number;
  readonly pause?: (signal: AbortSignal) => Promise<unknown>;
}

/**
 * A chat model that fails well: within its time, tried a second time where that helps, left alone for a minute after five
 * failures in a row.
 */
export function createLanguageModel({
  name,
  chatModel,
  timeoutMs,
  concurrency,
  now = () => performance.now(),
  pause = (signal) => pauseFor(PAUSE_MS, undefined, { signal }),
}: LanguageModelDependencies): LanguageModel {
  const breaker = createBreaker(now);
  const limiter = createLimiter(concurrency);

  async function attempt<T>(prompt: Prompt, read: (text: string) => T, signal: AbortSignal): Promise<T> {
    const text = await textOf(chatModel, prompt, signal);
    try {
      return read(text);
    } catch (error) {
      throw new ModelFailure('unreadable', error instanceof Error ? error.name : typeof error);
    }
  }

  async function twice<T>(prompt: Prompt, read: (text: string) => T, signal: AbortSignal): Promise<T> {
    try {
      return await attempt(prompt, read, signal);
    } catch (error) {
      if (signal.aborted || !PASSING.has(toModelFailure(error).kind)) throw error;
      await pause(signal);
      return attempt(prompt, read, signal);
    }
  }

  return {
    name,
    complete: (prompt, read, signal) =>
      guarded(
        {
          breaker,
          withinMs: timeoutMs,
          signal,
          resting: () => new ModelFailure('resting', `${name} failed too often and is left alone`),
          late: () => new ModelFailure('timeout', `no answer within ${timeoutMs} ms`),
        },
        (stop) =>
          limiter
            .run(() => unlessAborted(stop, twice(prompt, read, stop)), stop)
            .catch((error: unknown) => {
              throw toModelFailure(error);
            }),
      ),
  };
}

/** The whole text of one answer, read as it comes so that an endless one is noticed. */
async function textOf(
  chatModel: ChatModelFor,
  { rules, data }: Prompt,
  signal: AbortSignal,
): Promise<string> {
  const ended = new AbortController();
  const stop = AbortSignal.any([signal, ended.signal]);
  const messages: [string, string][] = [
    ['system', rules],
    ['human', data],
  ];
  let text = '';
  try {
    for await (const chunk of await chatModel(stop).stream(messages, { signal: stop })) {
      if (isRefusal(chunk)) throw new ModelFailure('refusal', 'the model declined to answer');
      text += chunk.text;
      if (text.length > MOST_CHARACTERS)
        throw new ModelFailure('endless', `over ${MOST_CHARACTERS} characters`);
    }
  } finally {
    ended.abort(new Error('the answer was read'));
  }
  signal.throwIfAborted();
  if (text.trim() === '') throw new ModelFailure('empty', 'no text in the answer');
  return text;
}

/** As OpenAI (a field, or the reason it stopped) and Anthropic (the reason it stopped) say it. */
function isRefusal({ additional_kwargs, response_metadata }: AIMessageChunk): boolean {
  const reasons: unknown[] = [
    additional_kwargs['stop_reason'],
    response_metadata['stop_reason'],
    response_metadata['finish_reason'],
  ];
  return (
    Boolean(additional_kwargs['refusal']) ||
    reasons.some((one) => one === 'refusal' || one === 'content_filter')
  );
}
