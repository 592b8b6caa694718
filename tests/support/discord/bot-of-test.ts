import { onTestFinished } from 'vitest';
import { runBot, type RunningBotOptions } from './running-bot.ts';

/** A running bot that is stopped when the test is over. */
export async function botOfTest(options: RunningBotOptions = {}) {
  const running = await runBot(options);
  onTestFinished(() => running.stop());
  return running;
}
