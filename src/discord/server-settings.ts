import type { Logger } from 'pino';
import { z } from 'zod';
import type { App } from '../app.ts';
import { ID, TIES } from './servers/ties.ts';
import { OPERATOR_WORDS } from './words/operator-words.ts';

/** The most questions a minute that a server can allow. */
export const MOST_A_MINUTE = 600;

/** The most channels that a server can name, so that all of them can be shown. */
export const MOST_CHANNELS = 50;

const perMinute = z.int().min(1).max(MOST_A_MINUTE);

const Settings = z.object({
  /** The only channels where all may see answers (in their threads too); none: everywhere. */
  channels: z.array(z.string().regex(ID)).max(MOST_CHANNELS).default([]),
  /** Answers to commands are shown to who asked alone. */
  isPrivate: z.boolean().default(false),
  /** The roles whose members may add articles and take them out; who manages the server always may. */
  editors: z.array(z.string().regex(ID)).max(MOST_CHANNELS).default([]),
  /** The channel in which every question is answered without a mention. */
  autoChannel: z.string().regex(ID).nullable().default(null),
  /** Questions a minute of one person. */
  perUser: perMinute.default(10),
  /** Questions a minute of the whole server. */
  perServer: perMinute.default(60),
  ...TIES,
});

/** How the bot behaves in one server. */
export type ServerSettings = Readonly<z.infer<typeof Settings>>;

/** What holds where nothing was set, and in direct messages. */
export const DEFAULT_SETTINGS: ServerSettings = Settings.parse({});

/** Whether anything was ever set for a server. */
export async function hasSettings(app: Pick<App, 'note'>, guildId: string): Promise<boolean> {
  return (await app.note(noteOf(guildId))) !== null;
}

/** @param warn told what of it cannot be used; that holds as where nothing was set */
export async function readSettings(
  app: Pick<App, 'note'>,
  guildId: string | null,
  warn: (problem: string) => void = () => undefined,
): Promise<ServerSettings> {
  const note = guildId === null ? null : await app.note(noteOf(guildId));
  if (note === null) return DEFAULT_SETTINGS;
  const kept = fieldsOf(note);
  const usable = Object.entries(Settings.shape).map(([name, shape]) => {
    const { success, data } = shape.safeParse(kept[name]);
    if (!success) warn(OPERATOR_WORDS.settingUnusable(name, String(guildId)));
    return [name, success ? data : undefined];
  });
  return Settings.parse(Object.fromEntries(usable));
}

/** What another version wrote may be anything. */
function fieldsOf(note: string): Readonly<Record<string, unknown>> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(note));
  } catch {
    return { channels: null };
  }
}

/** Throws for settings that could not be read again. */
export async function writeSettings(
  app: Pick<App, 'setNote'>,
  guildId: string,
  settings: ServerSettings,
): Promise<void> {
  await app.setNote(noteOf(guildId), JSON.stringify(Settings.parse(settings)));
}

/** Reads settings and says what cannot be used, once while it is so. */
export function createSettingsReader({
  app,
  log,
}: {
  readonly app: Pick<App, 'note'>;
  readonly log: Pick<Logger, 'warn'>;
}) {
  const told = new Set<string>();
  return (guildId: string | null): Promise<ServerSettings> =>
    readSettings(app, guildId, (problem) => {
      if (told.has(problem)) return;
      told.add(problem);
      log.warn(problem);
    });
}

export type ReadSettings = ReturnType<typeof createSettingsReader>;

function noteOf(guildId: string): string {
  return `discord.settings.${guildId}`;
}
