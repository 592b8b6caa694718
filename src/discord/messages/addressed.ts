import type { Message } from 'discord.js';
import { isForbidden, isGone } from '../failure.ts';
import { readMessageText } from '../layout/read-message-text.ts';
import { isAllowed, placeOf, type Place } from '../render/place.ts';
import type { ReadSettings, ServerSettings } from '../server-settings.ts';
import type { Heard } from './understand-message.ts';

/** The message of the bot that this one replies to. */
function repliedTo({ reference, mentions, client }: Message): string | null {
  return mentions.repliedUser?.id === client.user.id ? (reference?.messageId ?? null) : null;
}

/** The channel in which all that is said goes on with what was said before: a direct one, or a thread of the bot. */
export function ownChannel({ channel, client }: Message, { guildId, channelId }: Place): string | null {
  if (guildId === null) return channelId;
  return channel.isThread() && channel.ownerId === client.user.id ? channelId : null;
}

/**
 * What is said to the bot, without the mention, and how far it is; null when the message is not for it. The bot's own role
 * counts: Discord offers it under the same name.
 *
 * @param isAuto whether every question in this channel is for the bot
 * @param isOwn whether the channel is the bot's
 */
export function addressedIn(
  message: Message,
  { isAuto, isOwn }: { readonly isAuto: boolean; readonly isOwn: boolean },
): Pick<Heard, 'text' | 'where' | 'isToOthers'> | null {
  const botId = message.client.user.id;
  const { content, mentions } = message;
  const roleIds = mentions.roles.filter((role) => role.tags?.botId === botId).map(({ id }) => id);
  const mention = new RegExp(`<@(?:!?${botId}${roleIds.map((id) => `|&${id}`).join('')})>`, 'g');
  const isMentioned = mention.test(content) || roleIds.length > 0;
  const text = content.replace(mention, ' ').replace(/\s+/g, ' ').trim();
  const isReplied = repliedTo(message) !== null && text !== '';
  const isAddressed = isMentioned || isReplied || !message.inGuild();
  if (!isAddressed && !isOwn && !isAuto) return null;
  const others = mentions.users.filter(({ id }) => id !== botId && id !== mentions.repliedUser?.id);
  const isToWhoWrote = message.reference !== null && repliedTo(message) === null;
  return {
    text,
    where: isAddressed ? 'addressed' : isOwn ? 'ours' : 'open',
    isToOthers: !isMentioned && (others.size > 0 || isToWhoWrote),
  };
}

/** Bots are never answered: two of them could go on for ever. */
export function isNobody({ author, webhookId, system }: Message): boolean {
  return author.bot || webhookId !== null || system;
}

/** Whether every question there is for the bot. */
export function isAutoChannel({ channelId }: Place, { autoChannel }: ServerSettings): boolean {
  return channelId !== null && channelId === autoChannel;
}

/** A message can be seen by all: where all may not see answers, there is none. */
export function maySee(place: Place, settings: ServerSettings): boolean {
  return isAutoChannel(place, settings) || isAllowed(place, settings);
}

/** Whether the message may be for the bot, so that it is worth to read it. */
export async function mayBeAddressed(message: Message, readSettings: ReadSettings): Promise<boolean> {
  if (isNobody(message)) return false;
  const place = placeOf(message);
  const settings = await readSettings(place.guildId);
  const where = { isAuto: isAutoChannel(place, settings), isOwn: ownChannel(message, place) !== null };
  return addressedIn(message, where) !== null && maySee(place, settings);
}

/** The talks that a message can go on with, the nearest first. */
export function goesOnFrom(message: Message, place: Place): (string | null)[] {
  const to = repliedTo(message);
  if (message.reference !== null && to === null) return [];
  return [to, ownChannel(message, place) ?? personIn(place)];
}

/** What somebody else's message says that this one replies to; null for none. */
export async function otherMessage(message: Message): Promise<string | null> {
  const id = message.reference?.messageId;
  if (id === undefined || repliedTo(message) !== null) return null;
  return textOf(() => message.channel.messages.fetch(id));
}

/**
 * What the message right before this one says, where this one replies to none and follows it within so long; null for none,
 * and for one of the bot's.
 */
export async function messageBefore(message: Message, withinMs: number): Promise<string | null> {
  if (message.reference !== null) return null;
  return textOf(async () => {
    const [last] = (await message.channel.messages.fetch({ before: message.id, limit: 1 })).values();
    if (last === undefined || last.author.id === message.client.user.id) return null;
    return message.createdTimestamp - last.createdTimestamp <= withinMs ? last : null;
  });
}

/** What a message says; null for nothing, where it is gone and where it may not be read. */
async function textOf(fetch: () => Promise<Message | null>): Promise<string | null> {
  try {
    const message = await fetch();
    const text = message === null ? '' : readMessageText(message);
    return text === '' ? null : text;
  } catch (error) {
    if (isGone(error) || isForbidden(error)) return null;
    throw error;
  }
}

/** Names what one person says in a channel. */
export const personIn = ({ channelId, userId }: Place): string => `${channelId ?? ''}.${userId}`;
