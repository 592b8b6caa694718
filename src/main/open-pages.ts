import type { Logger } from 'pino';
import type { Collections } from '../app/collections.ts';
import type { Terminal } from '../cli/command-context.ts';
import type { Config } from '../config.ts';
import { connectBot } from './connect-bot.ts';
import type { Health } from './watch-health.ts';

const NO_TOKEN = `There is no DISCORD_TOKEN, so the bot is to be tried on a page. To have it in Discord: make an application at
https://discord.com/developers/applications, copy the token from its Bot page into .env (see .env.example), start again.
`;

const NO_PREVIEW = `The bot is not to be tried there: everybody who opens the pages could talk to it. PREVIEW=true allows that.
`;

type Closing = () => Promise<void>;

export interface OpenPagesDependencies {
  readonly collections: Collections;
  readonly config: Pick<Config, 'logQuestions' | 'discord'> & { readonly web: NonNullable<Config['web']> };
  readonly health: Pick<Health, 'watch'>;
  readonly terminal: Pick<Terminal, 'out'>;
  readonly log: Logger;
}

/** The reader, and where it is wanted the bot on a Discord of its own behind a page; gives what ends them. */
export async function openPages(
  { collections, config, health, terminal, log }: OpenPagesDependencies,
  signal: AbortSignal,
): Promise<Closing> {
  const { logQuestions, discord } = config;
  const { host, port, publicUrl, preview: isTried } = config.web;
  const [{ startPreview }, { startWeb }] = await Promise.all([
    import('../web/preview/preview.ts'),
    import('../web/start.ts'),
  ]);
  const app = collections.shared;
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
    health.watch('pages', { health: () => ({ ready: true }) });
    // Ended last: it waits for the pages that still listen to the preview.
    closing.unshift(() => web.close());
    if (!preview) {
      terminal.out(`The articles can be read at ${web.url}\n`);
      if (!discord) terminal.out(NO_PREVIEW);
    } else {
      const { apiUrl, token, guildId } = preview;
      const readerUrl = publicUrl ?? web.url;
      closing.push(
        await connectBot(
          { app, collections, isTried: true, log, logQuestions, readerUrl, apiUrl, token, guildId },
          (bot) => health.watch('preview', bot),
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
