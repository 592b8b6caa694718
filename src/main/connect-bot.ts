import { once } from 'node:events';
import type { BotDependencies } from '../discord/roles/bot-dependencies.ts';
import type { Bot } from '../discord/bot.ts';

/** The bot, connected, or connecting when the signal comes; gives what disconnects it. `onMade` gets it before it connects. */
export async function connectBot(
  dependencies: BotDependencies,
  onMade: (bot: Bot) => void,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const { createBot } = await import('../discord/bot.ts');
  const bot = createBot(dependencies);
  onMade(bot);
  try {
    await unlessStopped(bot.start(), signal);
  } catch (error) {
    await bot.stop();
    throw error;
  }
  return () => bot.stop();
}

/** Waits for the work, or the signal; what becomes of the work then is of no interest. */
async function unlessStopped(work: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return work.catch(() => undefined);
  const done = new AbortController();
  const stopped = once(signal, 'abort', { signal: done.signal }).then(
    () => undefined,
    () => undefined,
  );
  try {
    await Promise.race([work, stopped]);
  } finally {
    done.abort();
  }
}
