import {
  GatewayIntentBits,
  PermissionFlagsBits,
  type BaseInteraction,
  type Message,
  type PermissionsBitField,
} from 'discord.js';
import type { Server } from '../commands/define/command.ts';
import type { ServerSettings } from '../server-settings.ts';

/** Who asks, and where. */
export interface Place {
  readonly userId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** The channel a thread is in. */
  readonly parentId: string | null;
  /** Whether the bot is in that server: commands also work where only who asks has it. */
  readonly isMember: boolean;
  /** Whether the bot may open threads there and write in them. */
  readonly mayThread: boolean;
}

export function placeOf(asked: BaseInteraction | Message): Place {
  const { channel, channelId, guildId } = asked;
  const userId = 'author' in asked ? asked.author.id : asked.user.id;
  const parentId = channel !== null && channel.isThread() ? channel.parentId : null;
  return {
    userId,
    guildId,
    channelId,
    parentId,
    isMember: asked.guild !== null,
    mayThread: permissionsIn(asked)?.has(THREADS) ?? false,
  };
}

const THREADS = [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads];

/** What the bot may do where it was asked; null where it is not known. */
function permissionsIn(asked: BaseInteraction | Message): Readonly<PermissionsBitField> | null {
  if (!('author' in asked)) return asked.appPermissions;
  const { channel, client } = asked;
  return channel.isDMBased() ? null : channel.permissionsFor(client.user);
}

/** Whether a thread can be opened there: not in one, not in direct messages, and not without the permissions. */
export function canThread({ isMember, parentId, mayThread }: Place): boolean {
  return isMember && parentId === null && mayThread;
}

/** Whether all may see an answer there. */
export function isAllowed({ channelId, parentId, guildId }: Place, { channels }: ServerSettings): boolean {
  if (guildId === null || channels.length === 0) return true;
  return [channelId, parentId].some((id) => id !== null && channels.includes(id));
}

/** The server and what who asks may do there; null in direct messages. */
export function serverOf({
  guildId,
  memberPermissions,
  member,
  guild,
  client,
}: BaseInteraction): Server | null {
  if (guildId === null) return null;
  return {
    id: guildId,
    hasBot: guild !== null,
    mayManage: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    channels: [...(guild?.channels.cache.keys() ?? [])],
    roles: rolesOf(member),
    readsMessages: client.options.intents.has(GatewayIntentBits.MessageContent),
  };
}

function rolesOf(member: BaseInteraction['member']): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
