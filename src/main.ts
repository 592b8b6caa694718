import { once } from 'node:events';
import dotenv from 'dotenv';
import type { Logger } from 'pino';
import type { App } from './app.ts';
import { createCollections, type Collections } from './app/collections.ts';
import { createLog } from './app/create-log.ts';
import { ingestFirst } from './cli/ingest-first.ts';
import { createTerminal, terminalLog } from './cli/terminal.ts';
import { readConfig, type Config } from './config.ts';
import type { BotDependencies } from './discord/roles/bot-dependencies.ts';
import { UserError } from './errors.ts';

/** Whatever hangs, who is told to stop ends within this time. */
const STOP_WITHIN_MS = 9_500;

const NO_TOKEN = `There is no DISCORD_TOKEN, so the bot is to be tried on a page. To have it in Discord: make an application at
https://discord.com/developers/applications, copy the token from its Bot page into .env (see .env.example), start again.
`;

const NO_PREVIEW = `The bot is not to be tried there: everybody who opens the pages could talk to it. PREVIEW=true allows that.
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
    const { role, databaseUrl, web, discord, logQuestions, healthPort } = config;
    if (role === 'all') await ingestFirst(app, terminal, signal);
    if (web && !signal.aborted) closing.push(await openPages(collections, log, config, web, signal));
    const readerUrl = web?.publicUrl ?? null;
    const bot = discord && { collections, log, logQuestions, healthPort, readerUrl, ...discord };
    const follow = async (until: AbortSignal): Promise<void> => {
      try {
        await Promise.all([app.watch(until), collections.watch(until)]);
      } catch (error) {
        log.warn(`the collection is not followed: ${error instanceof Error ? error.message : String(error)}`);
      }
    };
    if (databaseUrl !== null && role !== 'all' && !signal.aborted) {
      const { startRole } = await import('./main/start-role.ts');
      closing.push(...(await startRole({ role, databaseUrl, app, bot, connect, follow, log }, signal)));
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

type Closing = () => Promise<void>;

/** The bot, connected, or connecting when the signal comes; gives what disconnects it. */
async function connect(dependencies: BotDependencies, signal: AbortSignal): Promise<Closing> {
  const { createBot } = await import('./discord/bot.ts');
  const bot = createBot(dependencies);
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

/** The reader, and where it is wanted the bot on a Discord of its own behind a page; gives what ends them. */
async function openPages(
  collections: Collections,
  log: Logger,
  { logQuestions, discord }: Config,
  { host, port, publicUrl, preview: isTried }: NonNullable<Config['web']>,
  signal: AbortSignal,
): Promise<Closing> {
  const [{ startPreview }, { startWeb }] = await Promise.all([
    import('./web/preview/preview.ts'),
    import('./web/start.ts'),
  ]);
  const app: App = collections.shared;
  const closing: Closing[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.toReversed()) await end();
  };
  try {
    const preview = isTried
      ? await startPreview({ app, log: { info: () => undefined, warn: (line) => log.warn(line) } })
      : null;
    if (preview) closing.push(() => preview.close());
    const web = await startWeb({
      app,
      collections,
      host,
      port,
      publicUrl,
      preview: preview?.routes ?? null,
      log,
    });
    // Ended last: it waits for the pages that still listen to the preview.
    closing.unshift(() => web.close());
    if (!preview) {
      terminal.out(`The articles can be read at ${web.url}\n`);
      if (!discord) terminal.out(NO_PREVIEW);
    } else {
      const { apiUrl, token, guildId } = preview;
      const readerUrl = publicUrl ?? web.url;
      closing.push(
        await connect(
          {
            app,
            collections,
            isTried: true,
            log,
            logQuestions,
            healthPort: null,
            readerUrl,
            apiUrl,
            token,
            guildId,
          },
          signal,
        ),
      );
      if (!discord) terminal.out(NO_TOKEN);
      terminal.out(`The bot can be tried at ${web.url}/preview\n`);
      // Somewhere without a browser the address alone has to do.
      if (!discord && process.stdout.isTTY) await openBrowser(`${web.url}/preview`).catch(() => undefined);
    }
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  await open(address);
}
