import { PermissionFlagsBits, type Message } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import { loggable } from '../../domain/loggable.ts';
import type { Additions } from './addition.ts';
import { isSmallTalk, ownChannel, questionTo, repliedTo } from './addressed.ts';
import { answerMessage } from '../render/answer-message.ts';
import type { Command } from '../commands/command.ts';
import { recallTalk, rememberTalk, type Talk } from './conversation.ts';
import { attempt, isForbidden, isGone, reportBug, type Outcome } from '../failure.ts';
import type { Intake } from './intake.ts';
import type { About, Journal } from '../journal.ts';
import { ANSWER_WITHIN_MS } from '../limits.ts';
import { isAllowed, placeOf, type Place } from '../render/place.ts';
import { createReply, messageOptions, sentenceReply, type Reply } from '../reply.ts';
import type { ReadSettings } from '../settings.ts';

export interface MentionDependencies {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly intake: Intake;
  readonly additions: Additions;
  readonly journal: Journal;
  readonly readSettings: ReadSettings;
  readonly log: Logger;
}

/**
 * Answers messages that mention the bot or are written to it directly, as `/ask` does. The function it gives never
 * rejects. Bots are never answered: two of them could go on for ever.
 */
export function createMentions(dependencies: MentionDependencies) {
  const { app, commands, intake, additions, journal, readSettings, log } = dependencies;
  return async (message: Message): Promise<void> => {
    if (message.author.bot || message.webhookId !== null || message.system) return;
    const about = { command: 'mention', server: message.guildId };
    try {
      const place = placeOf(message);
      const settings = await readSettings(place.guildId);
      const isAuto = place.channelId !== null && place.channelId === settings.autoChannel;
      const isOurs = repliedTo(message) !== null || ownChannel(message, place) !== null;
      const question = questionTo(message, { isAuto, isOurs });
      // A message can be seen by all: where all may not see answers, there is none.
      if (question === null || !(isAuto || isAllowed(place, settings))) return;
      const end = journal.begin();
      const refusal = await intake.refusal(place, settings, !isSmallTalk(question));
      if (refusal) {
        if (!refusal.repeated) await send(message, sentenceReply(refusal.sentence), about);
        return end({ about, ending: refusal.reason });
      }
      const { outcome, found, rest } = await intake.track(() => answer(message, place, question, about));
      end({ about, ending: outcome, found, question });
      await rest();
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
  ): Promise<{
    readonly outcome: Outcome;
    readonly found: number | undefined;
    readonly rest: () => Promise<void>;
  }> {
    const typing = showTyping(message);
    const channel = ownChannel(message, place);
    const went: { talk: Talk | null } = { talk: null };
    const made = await attempt({ log, withinMs: ANSWER_WITHIN_MS, about: { ...about } }, async (signal) => {
      const before = await recallTalk(app, [repliedTo(message), channel]);
      const { reply, talk } = await answerMessage({ app, commands }, { question, before, place }, signal);
      went.talk = talk;
      return reply;
    });
    // An indicator that starts after the reply would stay for ten seconds.
    await typing;
    const reply = showsEmbeds(message) ? made.reply : createReply(NO_EMBEDS);
    const sent = await send(message, reply, about);
    const keep = (talk: Talk, inChannel: boolean) =>
      rememberTalk(app, [sent.id, ...(channel !== null && inChannel ? [channel] : [])], talk);
    if (went.talk !== null) await keep(went.talk, true);
    const onRead = async (read: Talk): Promise<void> => {
      // What was asked there meanwhile is what the channel goes on with.
      const last = await recallTalk(app, [channel]);
      await keep(read, last?.question === went.talk?.question);
    };
    const edit = (next: Reply) => sent.edit(messageOptions(next));
    const rest = () => additions.await({ messageId: sent.id, reply, about, edit, onRead });
    return { outcome: made.outcome, found: made.reply.found, rest };
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

/** Without that permission Discord leaves the quotes out and says nothing. */
function showsEmbeds({ channel, client }: Message): boolean {
  if (channel.isDMBased()) return true;
  return channel.permissionsFor(client.user)?.has(PermissionFlagsBits.EmbedLinks) ?? true;
}
