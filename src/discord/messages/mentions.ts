import type { Message } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import { loggable } from '../../domain/loggable.ts';
import { isCounted, type Command } from '../commands/define/command.ts';
import { attempt, isForbidden, isGone, type Outcome } from '../failure.ts';
import type { About, Journal } from '../journal.ts';
import { ANSWER_WITHIN_MS, PERSON_TALK_KEPT_MS } from '../limits.ts';
import { placeOf, type Place } from '../render/place.ts';
import { messageOptions } from '../layout/message-options.ts';
import { createReply, sentenceReply, type Reply } from '../reply.ts';
import type { Door } from '../servers/door.ts';
import type { ReadSettings, ServerSettings } from '../server-settings.ts';
import type { Additions } from './addition.ts';
import {
  addressedIn,
  goesOnFrom,
  isAutoChannel,
  isNobody,
  maySee,
  messageBefore,
  otherMessage,
  ownChannel,
  personIn,
} from './addressed.ts';
import { answerMessage, type MessageAsked } from './answer-message.ts';
import type { Intake } from './intake.ts';
import { createMessageReplies, react } from './message-replies.ts';
import { recallAnswer, recallTalk, rememberAnswer, rememberTalk, type Talk } from './talk.ts';
import { understandMessage } from './understand-message.ts';

export interface MentionDependencies {
  readonly door: Door;
  readonly commands: readonly Command[];
  readonly intake: Intake;
  readonly additions: Additions;
  readonly journal: Journal;
  readonly readSettings: ReadSettings;
  readonly log: Logger;
}

export interface Mentions {
  /** Answers a message that is written to the bot; never rejects. */
  written(message: Message): Promise<void>;
  /** Answers anew, in place of its answer, a message whose words were changed soon after it; never rejects. */
  edited(before: { readonly content: string | null }, message: Message): Promise<void>;
}

/** What is left to do when somebody has their answer; null for nothing. */
type Rest = (() => Promise<void>) | null;

interface Situation {
  /** Over the collection of where it is written. */
  readonly app: App;
  readonly place: Place;
  readonly settings: ServerSettings;
  readonly meant: MessageAsked['meant'];
  readonly before: Talk | null;
  /** The answer that it had before it was edited. */
  readonly replyId: string | null;
}

/**
 * Answers messages that mention the bot or are written to it directly, as the command does that they mean. Bots are never
 * answered: two of them could go on for ever.
 */
export function createMentions(dependencies: MentionDependencies): Mentions {
  const { door, commands, intake, additions, journal, readSettings, log } = dependencies;
  const { showTyping, explain, send } = createMessageReplies({ additions, log });

  /** Reads it, and says what there is to say; what comes later is left to the function that it gives. */
  async function hear(message: Message, isEdit: boolean): Promise<Rest> {
    const about = { command: 'mention', server: message.guildId };
    try {
      const place = placeOf(message);
      const settings = await readSettings(place.guildId);
      const isAuto = isAutoChannel(place, settings);
      const channel = ownChannel(message, place);
      const addressed = addressedIn(message, { isAuto, isOwn: channel !== null });
      if (addressed === null || !maySee(place, settings)) return null;
      return await door(place, async (app) => {
        const replyId = isEdit ? await recallAnswer(app, message.id) : null;
        if (isEdit && replyId === null) return null;
        const before = await recallTalk(app, goesOnFrom(message, place));
        const meant = await understandMessage(
          { app, commands },
          {
            ...addressed,
            before,
            repliedTo: await otherMessage(message),
            saidBefore: () => messageBefore(message, PERSON_TALK_KEPT_MS),
          },
        );
        if (meant.kind === 'thanks') await react(message);
        if (meant.kind === 'nothing' || meant.kind === 'thanks') return null;
        return answer(message, { app, place, settings, meant, before, replyId }, about);
      });
    } catch (error) {
      const logged = { ...about, err: loggable(error) };
      if (isGone(error)) log.warn(logged, 'message is gone');
      else if (isForbidden(error)) await explain(message, logged);
      else log.error(logged, 'message could not be answered');
      return null;
    }
  }

  async function handle(message: Message, isEdit: boolean): Promise<void> {
    if (isNobody(message)) return;
    // Stopping waits for what is read already, too.
    const rest = await intake.track(() => hear(message, isEdit));
    log.debug({ message: message.id, server: message.guildId }, 'message handled');
    await rest?.();
  }

  async function answer(message: Message, situation: Situation, about: About): Promise<Rest> {
    const { place, settings, meant, replyId } = situation;
    const end = journal.begin();
    // Chat that may be a question is answered or left alone.
    const isUnsure = meant.kind === 'question' && meant.least !== null;
    const refusal = await intake.refusal(place, settings, counts(meant));
    if (refusal) {
      if (!refusal.repeated && !isUnsure)
        await send(message, sentenceReply(refusal.sentence), replyId, about);
      end({ about, ending: refusal.reason });
      return null;
    }
    const { outcome, found, rest } = await make(message, situation, about, isUnsure);
    if (rest === null) {
      if (meant.kind === 'question' && meant.isSeen) await react(message);
      return null;
    }
    end({ about, ending: outcome, found, question: meant.kind === 'question' ? meant.question : undefined });
    return rest;
  }

  async function make(
    message: Message,
    { app, place, meant, before, replyId }: Situation,
    about: About,
    isUnsure: boolean,
  ): Promise<{
    readonly outcome: Outcome;
    readonly found: number | undefined;
    /** Null where nothing was said. */
    readonly rest: Rest;
  }> {
    const typing = isUnsure ? null : showTyping(message);
    const channel = ownChannel(message, place);
    const went: { talk: Talk | null; isSilent: boolean } = { talk: null, isSilent: false };
    const made = await attempt({ log, withinMs: ANSWER_WITHIN_MS, about: { ...about } }, async (signal) => {
      const { reply, talk } = await answerMessage({ app, commands }, { meant, before, place }, signal);
      went.talk = talk;
      went.isSilent = reply === null;
      return reply ?? createReply('');
    });
    // An indicator that starts after the reply would stay for ten seconds.
    await typing;
    if (went.isSilent || (isUnsure && made.outcome !== 'done'))
      return { outcome: made.outcome, found: 0, rest: null };
    const { reply } = made;
    const sent = await send(message, reply, replyId, about);
    await rememberAnswer(app, message.id, sent.id);
    const keep = async (talk: Talk, inChannel: boolean): Promise<void> => {
      await rememberTalk(app, [sent.id, ...(channel !== null && inChannel ? [channel] : [])], talk);
      if (channel === null && inChannel)
        await rememberTalk(app, [personIn(place)], talk, PERSON_TALK_KEPT_MS);
    };
    if (went.talk !== null) await keep(went.talk, true);
    const onRead = async (read: Talk): Promise<void> => {
      // What was asked there meanwhile is what the channel goes on with.
      const last = await recallTalk(app, [channel ?? personIn(place)]);
      await keep(read, last?.question === went.talk?.question);
    };
    const edit = (next: Reply) => sent.edit(messageOptions(next));
    const rest = () => additions.await({ messageId: sent.id, reply, about, edit, onRead });
    return { outcome: made.outcome, found: reply.found, rest };
  }

  return {
    written: (message) => handle(message, false),
    async edited(before, message) {
      if (before.content !== message.content) await handle(message, true);
    },
  };
}

/** Help is free; all else is looked up. */
function counts(meant: MessageAsked['meant']): boolean {
  if (meant.kind === 'command') return isCounted(meant.command, meant.options);
  return meant.kind === 'question' || meant.kind === 'verify';
}
