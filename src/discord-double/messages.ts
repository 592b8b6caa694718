import { ChannelType, MessageType } from 'discord.js';
import type { KeptFile } from './files.ts';
import { BOT_USER, IDS, newId, type User } from './people.ts';
import { memberOf } from './server.ts';

/** A message as Discord gives it back; what is not named here is as it was sent. */
export interface StoredMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly type: MessageType;
  readonly author: User;
  readonly content: string;
  readonly flags: number;
  readonly attachments: readonly KeptFile[];
  readonly [field: string]: unknown;
}

/** A message of the bot, but for what `fields` say; null stands for what is not said, as in a body that was sent. */
export function storedMessage(fields: Readonly<Record<string, unknown>>): StoredMessage {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return {
    id: newId(),
    type: MessageType.Default,
    channel_id: IDS.channel,
    author: BOT_USER,
    content: '',
    embeds: [],
    components: [],
    tts: false,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    pinned: false,
    flags: 0,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    ...said,
  };
}

export interface Written {
  readonly author: User;
  /** A channel of the server, a thread or the direct channel. */
  readonly channelId: string;
  /** The message that it replies to. */
  readonly repliesTo?: StoredMessage | undefined;
}

/** Somebody writes a message; mentions are read off its text. */
export function writtenMessage(content: string, { author, channelId, repliesTo }: Written): StoredMessage {
  const direct = channelId === IDS.directChannel;
  const inServer = { guild_id: IDS.guild, member: { ...memberOf(author), user: undefined } };
  return storedMessage({
    author,
    content,
    channel_id: channelId,
    channel_type: direct ? ChannelType.DM : ChannelType.GuildText,
    ...(direct ? {} : inServer),
    mention_everyone: content.includes('@everyone'),
    mentions: mentioned(content, repliesTo),
    mention_roles: content.includes(`<@&${IDS.botRole}>`) ? [IDS.botRole] : [],
    ...(repliesTo ? replyTo(repliesTo) : {}),
  });
}

/** What a reply has beside its own words. */
export function replyTo(referenced: StoredMessage) {
  const { id, channel_id } = referenced;
  return {
    type: MessageType.Reply,
    message_reference: { message_id: id, channel_id, guild_id: IDS.guild },
    // Without its own: a message holds the one before it, not the whole conversation.
    referenced_message: { ...referenced, referenced_message: null },
  };
}

/** A reply in Discord mentions whom it replies to without a word of it in the text. */
function mentioned(content: string, repliesTo: StoredMessage | undefined): User[] {
  const isMentioned = content.includes(`<@${IDS.bot}>`) || content.includes(`<@!${IDS.bot}>`);
  return isMentioned || repliesTo?.author.id === IDS.bot ? [BOT_USER] : [];
}
