import { PermissionFlagsBits, type Message } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import { ask } from './commands/ask.ts';
import type { Command } from './commands/command.ts';
import { help } from './commands/help.ts';
import { withButtons } from './buttons/index.ts';
import { followUp, namesOf, recallTalk, rememberTalk, talkOf, type Talk } from './conversation.ts';
import { markdownLine } from './escape.ts';
import { attempt, isForbidden, isGone, loggable, reportBug, type Outcome } from './failure.ts';
import type { Intake } from './intake.ts';
import type { About, Journal } from './journal.ts';
import { ANSWER_WITHIN_MS, LIMITS } from './limits.ts';
import type { Narrowed } from './mentioned.ts';
import { canThread, isAllowed, placeOf, type Place } from './place.ts';
import { createReply, messageOptions, sentenceReply, type Reply } from './reply.ts';
import { readSettings } from './settings.ts';
import { labelOf } from './wording.ts';

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
      const isOurs = repliedTo(message) !== null || ownChannel(message, place) !== null;
      const question = questionTo(message, { isAuto, isOurs });
      // A message can be seen by all: where all may not see answers, there is none.
      if (question === null || !(isAuto || isAllowed(place, settings))) return;
      const end = journal.begin();
      const refusal = await intake.refusal(place, settings);
      if (refusal) {
        if (!refusal.repeated) await send(message, sentenceReply(refusal.sentence), about);
        return end({ about, ending: refusal.reason });
      }
      const { outcome, found } = await intake.track(() => answer(message, place, question, about));
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
    place: Place,
    question: string,
    about: About,
  ): Promise<{ readonly outcome: Outcome; readonly found: number | undefined }> {
    const typing = showTyping(message);
    const asked = { talk: {} as Talk };
    const { reply, outcome } = await attempt(
      { log, withinMs: ANSWER_WITHIN_MS, about: { ...about } },
      async (signal) => {
        const run = { app, page: 0, commands, server: null, signal };
        if (isSmallTalk(question)) return help.run({ ...run, options: {} });
        const names = await namesOf(app);
        const before = await recallTalk(app, [repliedTo(message), ownChannel(message, place)]);
        const meant = followUp(question, before, names);
        const options = { question: meant.question, ...meant.narrowed };
        const talk = talkOf(options, names);
        asked.talk = { ...talk, question: meant.base ?? question };
        const made = await ask.run({ ...run, options });
        const told = meant.continues ? ` · going on with ${toldOf(meant.narrowed, app)}` : '';
        return withButtons(
          app,
          { ...made, content: made.content + told },
          { command: ask.name, options, isPrivate: false, asker: place.userId, canThread: canThread(place) },
        );
      },
    );
    // An indicator that starts after the reply would stay for ten seconds.
    await typing;
    const sent = await send(message, showsEmbeds(message) ? reply : createReply(NO_EMBEDS), about);
    if (reply.found !== undefined) {
      const channel = ownChannel(message, place);
      await rememberTalk(app, [sent.id, ...(channel === null ? [] : [channel])], asked.talk);
    }
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

  async function send(message: Message, reply: Reply, about: About): Promise<Message> {
    try {
      return await message.reply({ ...messageOptions(reply), failIfNotExists: false });
    } catch (error) {
      if (isGone(error) || isForbidden(error)) throw error;
      return message.reply(messageOptions(reportBug(log, error, { ...about })));
    }
  }
}

const NOT_ALLOWED =
  'You asked me something where I am not allowed to answer. I need the permissions View Channels, Send Messages (in Threads), ' +
  'Embed Links and Read Message History there; who manages the server can give them.';
const NO_EMBEDS =
  'I have an answer, but may not show it: I need the permission Embed Links here. Who manages the server can give it.';

/** The message of the bot that this one replies to. */
function repliedTo({ reference, mentions, client }: Message): string | null {
  return mentions.repliedUser?.id === client.user.id ? (reference?.messageId ?? null) : null;
}

/** The channel in which all that is said goes on with what was said before: a direct one, or a thread of the bot. */
function ownChannel({ channel, client }: Message, { guildId, channelId }: Place): string | null {
  if (guildId === null) return channelId;
  return channel.isThread() && channel.ownerId === client.user.id ? channelId : null;
}

/** "Wendy Sherman, Missiles": what is taken over from before, as Markdown. */
function toldOf({ side, speaker, topic }: Narrowed, { sides, topics }: App): string {
  const names = [
    speaker,
    side === undefined ? undefined : labelOf(side, sides),
    topic === undefined ? undefined : labelOf(topic, topics),
  ];
  return markdownLine(names.filter((name) => name !== undefined).join(', '), LIMITS.titleChars);
}

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
 * @param isOurs whether it goes on with a conversation with the bot
 */
function questionTo(
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
function isSmallTalk(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 || SMALL_TALK.test(words.join(' '));
}
