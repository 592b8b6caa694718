import dotenv from 'dotenv';
import { pino, type Logger } from 'pino';
import { createApp, type App } from './app.ts';
import { ingestFirst } from './cli/ingest-first.ts';
import { createTerminal, terminalLog } from './cli/terminal.ts';
import { readConfig, type Config } from './config.ts';
import { UserError } from './errors.ts';

const NO_TOKEN = `There is no DISCORD_TOKEN, so the bot is to be tried on a page. To have it in Discord: make an application at
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

/** The bot on Discord with a token, on a page of its own without one; stops cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  // Who tries the bot reads the address, not a log.
  const level = config.discord || config.logLevel !== 'info' ? config.logLevel : 'warn';
  const log = pino({ level });
  const stopping = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => stopping.abort(new Error(`stopped by ${name}`)));
  }
  const { signal } = stopping;
  const app = await createApp(config, config.discord ? log : terminalLog(terminal));
  const closing: (() => Promise<void>)[] = [() => app.close()];
  try {
    await ingestFirst(app, terminal, signal);
    if (config.web?.preview && !signal.aborted) {
      if (!config.discord) terminal.out(NO_TOKEN);
      closing.push(await openPreview(app, log, config, config.web));
    }
    if (config.discord && !signal.aborted) closing.push(await connect(app, log, config, config.discord));
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    log.info('stopping');
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

type Closing = () => Promise<void>;

/** The bot, connected; gives what disconnects it. */
async function connect(
  app: App,
  log: Logger,
  { logQuestions, healthPort }: Pick<Config, 'logQuestions' | 'healthPort'>,
  discord: NonNullable<Config['discord']>,
): Promise<Closing> {
  const { createBot } = await import('./discord/bot.ts');
  const bot = createBot({ app, log, logQuestions, healthPort, ...discord });
  try {
    await bot.start();
  } catch (error) {
    await bot.stop();
    throw error;
  }
  return () => bot.stop();
}

/** The bot once more, on a Discord of its own behind a page; gives what ends all three. */
async function openPreview(
  app: App,
  log: Logger,
  { logQuestions, discord }: Config,
  { host, port }: NonNullable<Config['web']>,
): Promise<Closing> {
  const [{ startPreview }, { startWeb }] = await Promise.all([
    import('./web/preview/preview.ts'),
    import('./web/start.ts'),
  ]);
  const preview = await startPreview({ app, log: { info: () => undefined, warn: (line) => log.warn(line) } });
  const closing = [() => preview.close()];
  const close = async (): Promise<void> => {
    for (const end of closing.toReversed()) await end();
  };
  try {
    const { apiUrl, token, guildId, routes } = preview;
    closing.push(await connect(app, log, { logQuestions, healthPort: null }, { apiUrl, token, guildId }));
    const web = await startWeb({ routes, host, port });
    closing.push(() => web.close());
    const address = `${web.address}/preview`;
    terminal.out(`The bot can be tried at ${address}\n`);
    if (!discord && process.stdout.isTTY) {
      const { default: open } = await import('open');
      // Somewhere without a browser the address alone has to do.
      await open(address).catch(() => undefined);
    }
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}
