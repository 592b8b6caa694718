import { AuditLogEvent, PermissionFlagsBits, type Guild, type SendableChannels } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import { loggable } from '../../domain/loggable.ts';
import { plural } from '../../show/show-count.ts';
import { withButtons } from '../buttons/index.ts';
import { helpReply } from '../commands/help-command.ts';
import { messageOptions } from '../layout/message-options.ts';
import type { Door } from '../servers/door.ts';
import { HELP_WORDS } from '../words/help-words.ts';

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/**
 * Says hello in a server that the bot has joined: in its system channel, or where that is closed to who invited it, or
 * where that is not told to its owner. Never rejects.
 */
export function createWelcome({ door, log }: { readonly door: Door; readonly log: Logger }) {
  return async (guild: Guild): Promise<void> => {
    try {
      const channel = openChannel(guild) ?? (await guild.client.users.createDM(await inviterOf(guild)));
      const place = { guildId: channel.isDMBased() ? null : guild.id, channelId: channel.id, parentId: null };
      await door(place, (app) => greet(app, guild, channel));
    } catch (error) {
      log.warn({ server: guild.id, err: loggable(error) }, 'joined a server without a word');
    }
  };
}

async function greet(app: App, guild: Guild, channel: SendableChannels): Promise<void> {
  const articles = plural((await app.sources()).length, 'article');
  const opening = HELP_WORDS.hello(articles);
  const reply = await withButtons(app, await helpReply(app, opening, { isWelcome: true }), {
    command: 'help',
    options: {},
    isPrivate: false,
    asker: guild.ownerId,
    canThread: false,
  });
  await channel.send(messageOptions(reply));
}

/** The system channel, where the bot may write there. */
function openChannel({ systemChannel, client }: Guild): SendableChannels | null {
  const mayWrite = systemChannel?.permissionsFor(client.user)?.has(NEEDED) ?? false;
  return mayWrite ? systemChannel : null;
}

/** How many bots were added since, at most, for it to be found. */
const BOTS_LOOKED_THROUGH = 10;

/** Who added the bot, where it may read the audit log, in which that stands; who owns the server otherwise. */
async function inviterOf(guild: Guild): Promise<string> {
  const { client, members, ownerId } = guild;
  if (members.me?.permissions.has(PermissionFlagsBits.ViewAuditLog) !== true) return ownerId;
  const { entries } = await guild.fetchAuditLogs({ type: AuditLogEvent.BotAdd, limit: BOTS_LOOKED_THROUGH });
  return entries.find(({ targetId }) => targetId === client.user.id)?.executorId ?? ownerId;
}
