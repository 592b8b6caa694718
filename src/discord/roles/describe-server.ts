import {
  PermissionsBitField,
  type Channel,
  type Guild,
  type PermissionOverwrites,
  type Role,
} from 'discord.js';
import { z } from 'zod';

/** A server as far as an answer in one of its channels needs it, in Discord's own JSON. */
const ServerPacket = z.looseObject({ id: z.string() });
export { ServerPacket };
type ServerPacket = Readonly<z.infer<typeof ServerPacket>>;

/** The server with the channel, the bot, and the roles that either has to do with. */
export function describeServer(guild: Guild, channel: Channel | null): ServerPacket {
  const me = guild.members.me;
  const parent = channel?.isThread() ? channel.parent : channel;
  const isIn = (role: Role): boolean =>
    role.id === guild.id || role.tags?.botId !== undefined || (me?.roles.cache.has(role.id) ?? false);
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    unavailable: false,
    roles: guild.roles.cache.filter(isIn).map(describeRole),
    channels: parent ? [describeChannel(parent)] : [],
    threads: channel?.isThread()
      ? [
          {
            id: channel.id,
            guild_id: guild.id,
            type: channel.type,
            name: channel.name,
            parent_id: channel.parentId,
            owner_id: channel.ownerId,
            thread_metadata: {
              archived: channel.archived ?? false,
              locked: channel.locked ?? false,
              auto_archive_duration: channel.autoArchiveDuration ?? 1440,
              archive_timestamp: new Date(channel.archiveTimestamp ?? 0).toISOString(),
            },
          },
        ]
      : [],
    members: me
      ? [
          {
            user: { id: me.id, username: me.user.username, discriminator: '0', avatar: null, bot: true },
            roles: [...me.roles.cache.keys()].filter((id) => id !== guild.id),
            joined_at: new Date(me.joinedTimestamp ?? 0).toISOString(),
            deaf: false,
            mute: false,
            flags: 0,
          },
        ]
      : [],
  };
}

function describeRole(role: Role): object {
  const { id, name, rawPosition, managed, mentionable, hoist } = role;
  return {
    id,
    name,
    position: rawPosition,
    permissions: role.permissions.bitfield.toString(),
    color: 0,
    managed,
    mentionable,
    hoist,
    flags: 0,
    tags: role.tags?.botId === undefined ? {} : { bot_id: role.tags.botId },
  };
}

function describeChannel(channel: Channel): object {
  const inServer = 'permissionOverwrites' in channel ? channel : null;
  return {
    id: channel.id,
    type: channel.type,
    guild_id: inServer?.guildId,
    name: inServer?.name ?? '',
    parent_id: inServer?.parentId ?? null,
    position: 0,
    permission_overwrites: inServer?.permissionOverwrites.cache.map(describeOverwrite) ?? [],
  };
}

const bits = (of: Readonly<PermissionsBitField>): string => of.bitfield.toString();

function describeOverwrite({ id, type, allow, deny }: PermissionOverwrites): object {
  return { id, type, allow: bits(allow), deny: bits(deny) };
}
