import { PermissionFlagsBits, type Message } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import { ask } from './commands/ask.ts';
import type { Command } from './commands/command.ts';
import { help } from './commands/help.ts';
import { withButtons } from './buttons/index.ts';
import { attempt, isForbidden, isGone, loggable, reportBug, type Outcome } from './failure.ts';
import type { Intake } from './intake.ts';
import type { About, Journal } from './journal.ts';
import { ANSWER_WITHIN_MS } from './limits.ts';
import { isAllowed, placeOf } from './place.ts';
import { createReply, messageOptions, sentenceReply, type Reply } from './reply.ts';
import { readSettings } from './settings.ts';

export interface MentionDependencies {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly intake: Intake;
  readonly journal: Journal;
  readonly log: Logger;
}

/**
 * Answers messages that mention the bot or are written to it directly, as `/ask` does. The function it gives never
 * rejects. Bots are never answered: two of them could go on for ever.
 */
export function createMentions({ app, commands, intake, journal, log }: MentionDependencies) {
  return async (message: Message): Promise<void> => {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const about = { command: 'mention', server: message.guildId };
    try {
      const place = placeOf(message);
      const settings = await readSettings(app, place.guildId);
      const isAuto = place.channelId !== null && place.channelId === settings.autoChannel;
      const question = questionTo(message, isAuto);
      // A message can be seen by all: where all may not see answers, there is none.
      if (question === null || !(isAuto || isAllowed(place, settings))) return;
      const end = journal.begin();
      const refusal = await intake.refusal(place, settings);
      if (refusal) {
        if (!refusal.repeated) await send(message, sentenceReply(refusal.sentence), about);
        return end({ about, ending: refusal.reason });
      }
      const { outcome, found } = await intake.track(() => answer(message, question, about));
      end({ about, ending: outcome, found, question });
    } catch (error) {
      const logged = { ...about, err: loggable(error) };
      if (isGone(error)) log.warn(logged, 'message is gone');
      else if (isForbidden(error)) await explain(message, logged);
      else log.error(logged, 'message could not be answered');
    }
  };

  async function answer(
    message: Message,
    question: string,
    about: About,
  ): Promise<{ readonly outcome: Outcome; readonly found: number | undefined }> {
    const typing = showTyping(message);
    const { reply, outcome } = await attempt(
      { log, withinMs: ANSWER_WITHIN_MS, about: { ...about } },
      async (signal) => {
        const command = isSmallTalk(question) ? help : ask;
        const options = { question };
        const made = await command.run({ app, options, page: 0, commands, server: null, signal });
        const origin = { command: command.name, options, isPrivate: false, asker: message.author.id };
        return withButtons(app, made, origin);
      },
    );
    // An indicator that starts after the reply would stay for ten seconds.
    await typing;
    await send(message, showsEmbeds(message) ? reply : createReply(NO_EMBEDS), about);
    return { outcome, found: reply.found };
  }

  async function showTyping(message: Message): Promise<void> {
    try {
      if ('sendTyping' in message.channel) await message.channel.sendTyping();
    } catch (error) {
      log.warn({ server: message.guildId, err: loggable(error) }, 'typing indicator refused');
    }
  }

  /** The bot may not write where it was asked: said to who asked directly, if they take such messages. */
  async function explain(message: Message, logged: object): Promise<void> {
    log.warn({ ...logged, channel: message.channelId }, 'not allowed to answer here');
    try {
      await message.author.send(messageOptions(createReply(NOT_ALLOWED)));
    } catch (error) {
      log.warn({ err: loggable(error) }, 'no direct message either');
    }
  }

  async function send(message: Message, reply: Reply, about: About): Promise<void> {
    try {
      await message.reply({ ...messageOptions(reply), failIfNotExists: false });
    } catch (error) {
      if (isGone(error) || isForbidden(error)) throw error;
      await message.reply(messageOptions(reportBug(log, error, { ...about })));
    }
  }
}

const NOT_ALLOWED =
  'You asked me something where I am not allowed to answer. I need the permissions View Channels, Send Messages (in Threads), ' +
  'Embed Links and Read Message History there; who manages the server can give them.';
const NO_EMBEDS =
  'I have an answer, but may not show it: I need the permission Embed Links here. Who manages the server can give it.';

/** Without that permission Discord leaves the quotes out and says nothing. */
function showsEmbeds({ channel, client }: Message): boolean {
  if (channel.isDMBased()) return true;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.EmbedLinks) ?? true;
}

/**
 * What is asked of the bot, without the mention; null when the message is not for it. The bot's own role counts: Discord
 * offers it under the same name.
 *
 * @param isAuto whether every question in this channel is for the bot
 */
function questionTo(message: Message, isAuto: boolean): string | null {
  const botId = message.client.user.id;
  const roleIds = message.mentions.roles.filter((role) => role.tags?.botId === botId).map(({ id }) => id);
  const mention = new RegExp(`<@(?:!?${botId}${roleIds.map((id) => `|&${id}`).join('')})>`, 'g');
  const isMentioned = mention.test(message.content) || roleIds.length > 0;
  if (message.inGuild() && !isMentioned && !(isAuto && message.content.includes('?'))) return null;
  return message.content.replace(mention, ' ').replace(/\s+/g, ' ').trim();
}

const SMALL_TALK =
  /^(?:hi|hello|hey|hiya|yo|thanks?|thank you|thx|cheers|ok(?:ay)?|good (?:morning|day|afternoon|evening|night)|bye|ping|test|help|how are you|who are you|what are you|what can you do|what do you do)(?: there| parley| bot| so much| a lot| all| everyone)*$/;

/** Nothing that the articles could answer: a greeting, thanks, or no words at all. */
function isSmallTalk(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || SMALL_TALK.test(words.join(' '));
}
