import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Collections } from '../../../src/app/collections.ts';
import { createBot } from '../../../src/discord/bot.ts';
import type { BotDependencies } from '../../../src/discord/roles/bot-dependencies.ts';
import {
  DEFAULT_SETTINGS,
  MOST_A_MINUTE,
  writeSettings,
  type ServerSettings,
} from '../../../src/discord/server-settings.ts';
import { IDS } from './discord-payloads.ts';
import { startDiscordDouble, type DoubleOptions } from './discord-double.ts';
import { createFakeApp, type FakeApp } from '../fake-app.ts';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly outcome?: string;
  readonly port?: number;
  readonly reference?: string;
  readonly code?: number;
  readonly err?: { readonly message: string; readonly stack: string; readonly code?: number | string };
}

/** A logger whose lines can be read back, also as the text they were written as. */
export function captureLog() {
  const text: string[] = [];
  const waiting = new Set<() => void>();
  const lines = (): LogLine[] => text.map((line) => JSON.parse(line));
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text.push(chunk.toString('utf8'));
      for (const look of waiting) look();
      done();
    },
  });
  return {
    log: pino({ level: 'trace' }, stream),
    text: () => text.join(''),
    lines,
    /** The lines that say `message`, as soon as there are `count` of them. */
    logged: (message: string, count = 1): Promise<LogLine[]> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines().filter(({ msg }) => msg === message);
          if (found.length < count) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

export interface RunningBotOptions extends DoubleOptions {
  readonly app?: FakeApp;
  readonly collections?: Collections;
  readonly guildId?: string | null;
  readonly logQuestions?: boolean;
  readonly readerUrl?: string;
  /** Of the server; as many questions a minute as a server can allow where it is not said; null: as they are kept. */
  readonly settings?: Partial<ServerSettings> | null;
  readonly handOn?: NonNullable<BotDependencies['handOn']>;
}

/** The real bot, connected to Discord on loopback. */
export async function runBot({
  app = createFakeApp(),
  collections,
  guildId = null,
  logQuestions = false,
  readerUrl,
  settings = {},
  handOn,
  ...options
}: RunningBotOptions = {}) {
  const discord = await startDiscordDouble(options);
  const captured = captureLog();
  const most = { perUser: MOST_A_MINUTE, perServer: MOST_A_MINUTE };
  if (settings) await writeSettings(app, IDS.guild, { ...DEFAULT_SETTINGS, ...most, ...settings });
  const bot = createBot({
    app,
    collections: collections ?? null,
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId,
    logQuestions,
    readerUrl: readerUrl ?? null,
    log: captured.log,
    ...(handOn ? { handOn } : {}),
  });
  try {
    await bot.start();
  } catch (error) {
    await bot.stop();
    await discord.stop();
    throw error;
  }
  return {
    app,
    discord,
    bot,
    ...captured,
    async stop(): Promise<void> {
      await bot.stop();
      await discord.stop();
    },
  };
}
