import { AuditLogEvent, ChannelType } from 'discord.js';
import { BOT_USER, IDS, INVITER, newId, type User } from './people.ts';

/** All that the bot needs. */
export const MEMBERS_MAY = 2_248_473_465_835_073n;
const JOINED_AT = '2024-01-01T00:00:00.000Z';

export const CHANNEL_NAME = 'talks';

/** Somebody as a member of the server; `permissions` are theirs there. */
export function memberOf(user: User, permissions = MEMBERS_MAY, roles: readonly string[] = []) {
  return {
    user,
    roles,
    joined_at: JOINED_AT,
    deaf: false,
    mute: false,
    flags: 0,
    permissions: permissions.toString(),
  };
}

/** The server the bot is in, with one text channel; `everyone` is what everybody may do in it. */
export function guildCreate(everyone = MEMBERS_MAY) {
  return {
    id: IDS.guild,
    name: 'Newsroom',
    icon: null,
    owner_id: IDS.person,
    preferred_locale: 'en-US',
    features: [],
    emojis: [],
    stickers: [],
    member_count: 2,
    large: false,
    joined_at: JOINED_AT,
    roles: [
      role(IDS.guild, '@everyone', {}, everyone),
      role(IDS.botRole, BOT_USER.username, { bot_id: IDS.bot }, everyone),
    ],
    members: [memberOf(BOT_USER, MEMBERS_MAY, [IDS.botRole])],
    channels: [
      {
        id: IDS.channel,
        type: ChannelType.GuildText,
        name: CHANNEL_NAME,
        position: 0,
        permission_overwrites: [],
      },
    ],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Another server, which the bot joins: `channelId` is its system channel, in which everybody may do `everyone`. */
export function otherGuild(id: string, channelId: string, everyone: bigint) {
  const { roles, channels, ...same } = guildCreate(everyone);
  return {
    ...same,
    id,
    system_channel_id: channelId,
    roles: roles.map((one) => (one.id === IDS.guild ? { ...one, id } : one)),
    channels: channels.map((channel) => ({ ...channel, id: channelId })),
  };
}

function role(id: string, name: string, tags: object, permissions: bigint) {
  const rest = {
    color: 0,
    colors: { primary_color: 0 },
    hoist: false,
    position: 0,
    permissions: permissions.toString(),
  };
  return { id, name, ...rest, managed: 'bot_id' in tags, mentionable: false, flags: 0, tags };
}

/** What was done in a server: that somebody added another bot, then this one. */
export function auditLog() {
  return {
    audit_log_entries: [botAdded(newId(), newId()), botAdded(IDS.bot, INVITER.id)],
    users: [INVITER, BOT_USER],
    application_commands: [],
    auto_moderation_rules: [],
    guild_scheduled_events: [],
    integrations: [],
    threads: [],
    webhooks: [],
  };
}

function botAdded(botId: string, inviterId: string) {
  return { id: newId(), action_type: AuditLogEvent.BotAdd, target_id: botId, user_id: inviterId };
}

/** A thread that the bot opens under the message of that id: it has the same id. */
export function thread(id: string, name: string) {
  return {
    id,
    type: ChannelType.PublicThread,
    guild_id: IDS.guild,
    parent_id: IDS.channel,
    owner_id: IDS.bot,
    name,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: JOINED_AT,
      locked: false,
    },
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0,
  };
}
