import type { Message } from 'discord.js';
import type { Place } from '../render/place.ts';

/** The message of the bot that this one replies to. */
export function repliedTo({ reference, mentions, client }: Message): string | null {
  return mentions.repliedUser?.id === client.user.id ? (reference?.messageId ?? null) : null;
}

/** The channel in which all that is said goes on with what was said before: a direct one, or a thread of the bot. */
export function ownChannel({ channel, client }: Message, { guildId, channelId }: Place): string | null {
  if (guildId === null) return channelId;
  return channel.isThread() && channel.ownerId === client.user.id ? channelId : null;
}

/**
 * What is asked of the bot, without the mention; null when the message is not for it. The bot's own role counts: Discord
 * offers it under the same name.
 *
 * @param isAuto whether every question in this channel is for the bot
 * @param isOurs whether it goes on with a conversation with the bot
 */
export function questionTo(
  message: Message,
  { isAuto, isOurs }: { readonly isAuto: boolean; readonly isOurs: boolean },
): string | null {
  const botId = message.client.user.id;
  const roleIds = message.mentions.roles.filter((role) => role.tags?.botId === botId).map(({ id }) => id);
  const mention = new RegExp(`<@(?:!?${botId}${roleIds.map((id) => `|&${id}`).join('')})>`, 'g');
  const isMentioned = mention.test(message.content) || roleIds.length > 0;
  const isForUs =
    isMentioned || (isOurs && message.content !== '') || (isAuto && message.content.includes('?'));
  if (message.inGuild() && !isForUs) return null;
  return message.content.replace(mention, ' ').replace(/\s+/g, ' ').trim();
}

const SMALL_TALK =
  /^(?:hi|hello|hey|hiya|yo|thanks?|thank you|thx|cheers|ok(?:ay)?|good (?:morning|day|afternoon|evening|night)|bye|ping|test|help|how are you|who are you|what are you|what can you do|what do you do)(?: there| parley| bot| so much| a lot| all| everyone)*$/;

/** Nothing that the articles could answer: a greeting, thanks, or no words at all. */
export function isSmallTalk(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || SMALL_TALK.test(words.join(' '));
}
