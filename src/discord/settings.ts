import { z } from 'zod';
import type { App } from '../app.ts';

/** The most questions a minute that a server can allow. */
export const MOST_A_MINUTE = 600;

/** The most channels that a server can name, so that all of them can be shown. */
export const MOST_CHANNELS = 50;

const perMinute = z.int().min(1).max(MOST_A_MINUTE);

const Settings = z.object({
  /** The only channels where all may see answers (in their threads too); none: everywhere. */
  channels: z.array(z.string()).default([]),
  /** Answers to commands are shown to who asked alone. */
  isPrivate: z.boolean().default(false),
  /** The channel in which every question is answered without a mention. */
  autoChannel: z.string().nullable().default(null),
  /** Questions a minute of one person. */
  perUser: perMinute.default(10),
  /** Questions a minute of the whole server. */
  perServer: perMinute.default(60),
});

/** How the bot behaves in one server. */
export type ServerSettings = Readonly<z.infer<typeof Settings>>;

/** What holds where nothing was set, and in direct messages. */
export const DEFAULT_SETTINGS: ServerSettings = Settings.parse({});

export async function readSettings(app: App, guildId: string | null): Promise<ServerSettings> {
  const note = guildId === null ? null : await app.note(noteOf(guildId));
  return note === null ? DEFAULT_SETTINGS : Settings.parse(JSON.parse(note));
}

export async function writeSettings(app: App, guildId: string, settings: ServerSettings): Promise<void> {
  await app.setNote(noteOf(guildId), JSON.stringify(settings));
}

function noteOf(guildId: string): string {
  return `discord.settings.${guildId}`;
}
