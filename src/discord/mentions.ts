import type { Message } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import { ask } from './commands/ask.ts';
import type { Command } from './commands/command.ts';
import { help } from './commands/help.ts';
import { attempt, isGone, loggable, reportBug } from './failure.ts';
import { ANSWER_WITHIN_MS } from './limits.ts';
import { messageOptions, type Reply } from './reply.ts';

export interface MentionDependencies {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly log: Logger;
}

/**
 * Answers messages that mention the bot or are written to it directly, as `/ask` does. The function it gives never
 * rejects. Bots are never answered: two of them could go on for ever.
 */
export function createMentions({ app, commands, log }: MentionDependencies) {
  return async (message: Message): Promise<void> => {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const question = questionTo(message);
    if (question === null) return;
    const about = { command: 'mention', server: message.guildId };
    try {
      await answer(message, question, about);
    } catch (error) {
      if (isGone(error)) log.warn({ ...about, err: loggable(error) }, 'message is gone');
      else log.error({ ...about, err: loggable(error) }, 'message could not be answered');
    }
  };

  async function answer(message: Message, question: string, about: object): Promise<void> {
    const startedMs = performance.now();
    const typing = showTyping(message);
    const { reply, outcome } = await attempt(
      { log, withinMs: ANSWER_WITHIN_MS, about: { ...about } },
      async (signal) =>
        (isSmallTalk(question) ? help : ask).run({ app, options: { question }, page: 0, commands, signal }),
    );
    // An indicator that starts after the reply would stay for ten seconds.
    await typing;
    await send(message, reply, about);
    log.info({ ...about, outcome, latencyMs: Math.round(performance.now() - startedMs) }, 'mention');
  }

  async function showTyping(message: Message): Promise<void> {
    try {
      if ('sendTyping' in message.channel) await message.channel.sendTyping();
    } catch (error) {
      log.warn({ server: message.guildId, err: loggable(error) }, 'typing indicator refused');
    }
  }

  async function send(message: Message, reply: Reply, about: object): Promise<void> {
    try {
      await message.reply({ ...messageOptions(reply), failIfNotExists: false });
    } catch (error) {
      if (isGone(error)) throw error;
      await message.reply(messageOptions(reportBug(log, error, { ...about })));
    }
  }
}

/**
 * What is asked of the bot, without the mention; null when the message is not for it. The bot's own role counts: Discord
 * offers it under the same name.
 */
function questionTo(message: Message): string | null {
  const botId = message.client.user.id;
  const roleIds = message.mentions.roles.filter((role) => role.tags?.botId === botId).map(({ id }) => id);
  const mention = new RegExp(`<@(?:!?${botId}${roleIds.map((id) => `|&${id}`).join('')})>`, 'g');
  if (message.inGuild() && !mention.test(message.content) && roleIds.length === 0) return null;
  return message.content.replace(mention, ' ').replace(/\s+/g, ' ').trim();
}

const SMALL_TALK =
  /^(?:hi|hello|hey|hiya|yo|thanks?|thank you|thx|cheers|ok(?:ay)?|good (?:morning|day|afternoon|evening|night)|bye|ping|test|help|how are you|who are you|what are you|what can you do|what do you do)(?: there| parley| bot| so much| a lot| all| everyone)*$/;

/** Nothing that the articles could answer: a greeting, thanks, or no words at all. */
function isSmallTalk(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || SMALL_TALK.test(words.join(' '));
}
