import { createCollections } from './app/collections.ts';
import { createLog } from './app/create-log.ts';
import { ingestFirst } from './cli/ingest-first.ts';
import { createTerminal, terminalLog } from './cli/terminal.ts';
import { readConfig } from './config.ts';
import { readSettingsFile } from './config/read-settings-file.ts';
import type { BotDependencies } from './discord/roles/bot-dependencies.ts';
import { UserError } from './errors.ts';
import { connectBot } from './main/connect-bot.ts';
import { openPages } from './main/open-pages.ts';
import { startHealth } from './main/start-health.ts';
import { watchHealth } from './main/watch-health.ts';

/** Whatever hangs, who is told to stop ends within this time. */
const STOP_WITHIN_MS = 9_500;

const terminal = createTerminal(process);

try {
  readSettingsFile(process.env);
  await main();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  terminal.err(`${error.message}\n`);
  process.exitCode = 1;
}

/** The bot on Discord with a token, on a page of its own without one; stops cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  // Who tries the bot reads the address, not a log.
  const level = config.discord || config.logLevel !== 'info' ? config.logLevel : 'warn';
  const log = createLog(level);
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      stopping.abort(new Error(`stopped by ${name}`));
      setTimeout(() => {
        log.warn('stopped, though something had not ended in time');
        process.exit();
      }, STOP_WITHIN_MS).unref();
    });
  }
  const { signal } = stopping;
  const collections = await createCollections(config, config.discord ? log : terminalLog(terminal));
  const app = collections.shared;
  const closing: (() => Promise<void>)[] = [() => collections.close()];
  try {
    const { role, databaseUrl, web, discord, logQuestions, healthAt } = config;
    const countArticles = async (): Promise<number> => (await app.sources()).length;
    const health = watchHealth({ config, countArticles, signal, log });
    if (healthAt) closing.push(await startHealth({ ...healthAt, health, log }));
    if (role === 'all') await ingestFirst(app, terminal, signal);
    if (web && !signal.aborted) {
      const pages = { collections, config: { ...config, web }, health, terminal, log };
      closing.push(await openPages(pages, signal));
    }
    const bot = discord && { collections, log, logQuestions, readerUrl: web?.publicUrl ?? null, ...discord };
    const connect = (dependencies: BotDependencies, until: AbortSignal) =>
      connectBot(dependencies, (made) => health.watch('discord', made), until);
    const follow = async (until: AbortSignal): Promise<void> => {
      try {
        await Promise.all([app.watch(until), collections.watch(until)]);
      } catch (error) {
        log.warn(`the collection is not followed: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    if (databaseUrl !== null && role !== 'all' && !signal.aborted) {
      const { startRole } = await import('./main/start-role.ts');
      const part = { role, databaseUrl, app, bot, connect, follow, health, log };
      closing.push(...(await startRole(part, signal)));
    } else if (!signal.aborted) {
      if (bot) closing.push(await connect({ app, ...bot }, signal));
      const following = follow(signal);
      closing.push(() => following);
    }
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    log.info('stopping');
  } finally {
    for (const close of closing.toReversed()) await close();
  }
  // Requests that Discord never answers would keep the process.
  if (signal.aborted) process.exit();
}
