import { describe, expect, it } from 'vitest';
import { attempt, within } from '../../src/discord/failure.ts';
import { sentenceReply } from '../../src/discord/reply.ts';
import { UserError } from '../../src/errors.ts';
import { captureLog } from '../support/discord/running-bot.ts';

describe('work that takes too long', () => {
  it('is told to stop, and the person that it was', async () => {
    const { log, text } = captureLog();
    let told: AbortSignal | undefined;
    const never = (signal: AbortSignal) => {
      told = signal;
      return new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('told to stop'))),
      );
    };
    const { reply, outcome } = await attempt({ log, withinMs: 1, about: {} }, never);
    expect(outcome).toBe('refused');
    expect(reply.content).toContain('took longer than 0.001 seconds');
    expect(told?.aborted).toBe(true);
    expect(text()).toBe('');
  });

  it('is not told anything when it is done in time', async () => {
    const signal = await within(10_000, async (given) => given);
    expect(signal.aborted).toBe(false);
  });
});

it('the outcome tells a refusal from a bug', async () => {
  const { log } = captureLog();
  const outcomeOf = async (error?: Error) =>
    (
      await attempt({ log, withinMs: 10_000, about: {} }, async () => {
        if (error) throw error;
        return sentenceReply('done');
      })
    ).outcome;
  expect(await outcomeOf()).toBe('done');
  expect(await outcomeOf(new UserError('no'))).toBe('refused');
  expect(await outcomeOf(new Error('bug'))).toBe('failed');
});
