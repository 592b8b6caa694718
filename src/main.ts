import dotenv from 'dotenv';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ingestFirst } from './cli/ingest-first.ts';
import { runPrompt } from './cli/prompt.ts';
import { createTerminal, terminalLog } from './cli/terminal.ts';
import { readConfig } from './config.ts';
import { UserError } from './errors.ts';

const NO_TOKEN = `There is no DISCORD_TOKEN, so Parley answers here, in the terminal. To have it in Discord: make an application at
https://discord.com/developers/applications, copy the token from its Bot page into .env (see .env.example), start again.
`;

dotenv.config({ quiet: true });
const terminal = createTerminal(process);

try {
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  terminal.err(`${error.message}\n`);
  process.exitCode = 1;
}

/** Discord with a token, a question prompt without one; stops cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => stopping.abort(new Error(`stopped by ${name}`)));
  }
  const { signal } = stopping;
  const app = await createApp(config, config.discord ? log : terminalLog(terminal));
  try {
    await ingestFirst(app, terminal, signal);
    if (!config.discord) {
      terminal.out(NO_TOKEN);
      signal.addEventListener('abort', () => process.stdin.destroy());
      await runPrompt(app, terminal, signal);
      return;
    }
    const { createBot } = await import('./discord/bot.ts');
    const { logQuestions, healthPort } = config;
    const readerUrl = config.web?.publicUrl ?? null;
    const bot = createBot({ app, log, logQuestions, healthPort, readerUrl, ...config.discord });
    try {
      await bot.start();
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      log.info('stopping');
    } finally {
      await bot.stop();
    }
  } finally {
    await app.close();
  }
}
