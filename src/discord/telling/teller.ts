import { DiscordAPIError, RESTJSONErrorCodes, type Client, type SendableChannels } from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import type { Destination } from '../../domain/follow.ts';
import { loggable } from '../../domain/loggable.ts';
import { showFollowed } from '../../show/show-follow.ts';
import { readMessageText } from '../layout/read-message-text.ts';
import { renderBatch, withMatrix } from '../render/render-batch.ts';
import { messageOptions } from '../layout/message-options.ts';
import { sentenceReply } from '../reply.ts';
import type { WhyNotTold } from '../servers/why-not-told.ts';
import { FOLLOW_WORDS } from '../words/follow-words.ts';
import { groupBy } from '../../domain/group-by.ts';

/** Messages that are looked through for one that was sent before. */
const LOOKED_BACK = 50;

const GONE = new Map<number | string, string>([
  [RESTJSONErrorCodes.UnknownChannel, FOLLOW_WORDS.channelGone],
  [RESTJSONErrorCodes.UnknownUser, FOLLOW_WORDS.accountGone],
  [RESTJSONErrorCodes.UnknownMember, FOLLOW_WORDS.serverLeft],
  [RESTJSONErrorCodes.MissingAccess, FOLLOW_WORDS.mayNotSeeChannel],
  [RESTJSONErrorCodes.MissingPermissions, FOLLOW_WORDS.mayNotWriteThere],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, FOLLOW_WORDS.takesNoDirectMessages],
]);

export interface TellerDependencies {
  readonly client: Client<true>;
  readonly app: App;
  /** Absent where all are told who follow. */
  readonly whyNotTold?: WhyNotTold;
  readonly log: Logger;
}

type AppTeller = Parameters<App['tellArrivals']>[0];

/** Brings to Discord what is told to those who follow; nothing in it rejects. */
export function createTeller({ client, app, whyNotTold, log }: TellerDependencies): AppTeller {
  async function channelOf({
    kind,
    place,
  }: Pick<Destination, 'kind' | 'place'>): Promise<SendableChannels | null> {
    if (kind === 'person') return client.users.createDM(place);
    const channel = await client.channels.fetch(place);
    return channel?.isSendable() ? channel : null;
  }

  /** Discord takes a nonce once, but remembers it for some minutes only; a message of an earlier process stays. */
  async function wasSent(channel: SendableChannels, nonce: string): Promise<boolean> {
    try {
      const messages = await channel.messages.fetch({ limit: LOOKED_BACK });
      return messages.some(
        (message) =>
          message.author.id === client.user.id &&
          readMessageText(message).split('\n').includes(`-# ${nonce}`),
      );
    } catch (error) {
      // Without the permission to read there, the nonce has to do.
      log.debug({ err: loggable(error) }, 'messages could not be looked through');
      return false;
    }
  }

  return {
    async tell({ destination, nonce, isAgain, quotes, procedural }) {
      try {
        const channel = await channelOf(destination);
        if (channel === null) return { gone: FOLLOW_WORDS.cannotWriteThere };
        const reason = (await whyNotTold?.(destination)) ?? null;
        if (reason !== null) return { gone: reason };
        if (isAgain && (await wasSent(channel, nonce))) return 'told';
        const { pace } = destination;
        const reply = renderBatch({ pace, nonce, quotes, procedural }, app);
        const dressed = pace === 'at once' ? reply : await withMatrix(reply, app);
        await channel.send({ ...messageOptions(dressed), nonce, enforceNonce: true });
        return 'told';
      } catch (error) {
        const gone = error instanceof DiscordAPIError ? GONE.get(error.code) : undefined;
        if (gone !== undefined) return { gone };
        log.warn({ err: loggable(error) }, 'what is followed could not be told now');
        return 'later';
      }
    },

    async endOf(follows, reason) {
      for (const [person, own] of groupBy(follows, (follow) => follow.person)) {
        const what = own.map((follow) => showFollowed(follow, app)).join('; ');
        const sentence = FOLLOW_WORDS.toldNoLonger(what, reason);
        try {
          await client.users.send(person, messageOptions(sentenceReply(sentence)));
        } catch (error) {
          log.info({ err: loggable(error) }, 'nobody could be told that a follow ended');
        }
      }
    },
  };
}
