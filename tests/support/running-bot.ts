import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createBot } from '../../src/discord/bot.ts';
import {
  DEFAULT_SETTINGS,
  MOST_A_MINUTE,
  writeSettings,
  type ServerSettings,
} from '../../src/discord/settings.ts';
import { IDS } from './discord-payloads.ts';
import { startDiscordDouble, type DoubleOptions } from './discord-double.ts';
import { createFakeApp, type FakeApp } from './fake-app.ts';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly reference?: string;
  readonly err?: { readonly message: string; readonly stack: string; readonly code?: number | string };
}

/** A logger whose lines can be read back, also as the text they were written as. */
export function captureLog() {
  const text: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      text.push(chunk.toString('utf8'));
      done();
    },
  });
  return {
    log: pino({ level: 'trace' }, stream),
    text: () => text.join(''),
    lines: (): LogLine[] => text.map((line) => JSON.parse(line)),
  };
}

export interface RunningBotOptions extends DoubleOptions {
  readonly app?: FakeApp;
  readonly guildId?: string | null;
  readonly logQuestions?: boolean;
  /** Of the server; as many questions a minute as a server can allow where it is not said. */
  readonly settings?: Partial<ServerSettings>;
}

/** The real bot, connected to Discord on loopback. */
export async function runBot({
  app = createFakeApp(),
  guildId = null,
  logQuestions = false,
  settings = {},
  ...options
}: RunningBotOptions = {}) {
  const discord = await startDiscordDouble(options);
  const captured = captureLog();
  const most = { perUser: MOST_A_MINUTE, perServer: MOST_A_MINUTE };
  await writeSettings(app, IDS.guild, { ...DEFAULT_SETTINGS, ...most, ...settings });
  const bot = createBot({
    app,
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId,
    logQuestions,
    log: captured.log,
  });
  await bot.start();
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
