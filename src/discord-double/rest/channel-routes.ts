import { ChannelType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import {
  invalid,
  NOT_ITS_OWN,
  refuse,
  UNKNOWN_CHANNEL,
  UNKNOWN_EMOJI,
  UNKNOWN_MESSAGE,
  type Answer,
} from './rest-answers.ts';
import type { Route } from './route.ts';
import type { Change } from '../seen-changes.ts';
import { chars, problemOf } from '../checks/problem.ts';
import type { KeptMessages, Sent } from '../kept-messages.ts';
import { replyTo } from '../messages.ts';
import { IDS } from '../people.ts';
import { thread } from '../server.ts';

export interface ChannelOptions {
  readonly messages: KeptMessages;
  readonly onChange: (change: Change) => void;
}

/** Which of a channel's messages are asked for. */
const Part = z.object({
  before: z.string().regex(/^\d+$/).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const Named = z.object({ name: chars(100).min(1) });
const Reference = z.looseObject({ message_reference: z.looseObject({ message_id: z.string() }) });

const Nonce = z.looseObject({ nonce: z.string().max(25).optional(), enforce_nonce: z.boolean().optional() });
/** One of Unicode's, or somebody's own by name and id. */
const EMOJI =
  /^(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\p{Extended_Pictographic}\u{FE0F}\u{200D}]*|\w{2,32}:\d+)$/u;

/** Channels and threads with what the bot writes and does in them. */
export function createChannels({ messages, onChange }: ChannelOptions) {
  const threads = new Set<string>();
  /** Of other servers. */
  const others = new Set<string>();
  const isChannel = (id: string | undefined): boolean =>
    id === IDS.channel || id === IDS.directChannel || threads.has(id ?? '') || others.has(id ?? '');

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/messages$/,
      answer: ([channel], sent) => (isChannel(channel) ? post(channel, sent) : UNKNOWN_CHANNEL),
    },
    {
      method: 'GET',
      path: /^\/channels\/(\d+)$/,
      answer: ([channel]) =>
        channel !== undefined && isChannel(channel)
          ? { status: 200, body: { id: channel, type: ChannelType.GuildText, guild_id: IDS.guild } }
          : UNKNOWN_CHANNEL,
    },
    {
      method: 'GET',
      path: /^\/channels\/(\d+)\/messages$/,
      answer: ([channel = ''], _, query) => {
        if (!isChannel(channel)) return UNKNOWN_CHANNEL;
        const problem = problemOf(Part, query);
        if (problem) return invalid(problem);
        const { before, limit } = Part.parse(query);
        const told = messages
          .ofChannel(channel)
          .filter(({ id }) => before === undefined || BigInt(id) < BigInt(before));
        // As Discord: what a nonce was is not told later.
        return {
          status: 200,
          body: told.slice(0, limit).map((message) => ({ ...message, nonce: undefined })),
        };
      },
    },
    {
      method: 'PATCH',
      path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
      answer: ([channel, id], sent) => {
        const message = messages.get(id);
        if (!message || message.channel_id !== channel) return UNKNOWN_MESSAGE;
        return message.author.id === IDS.bot ? messages.edit(sent, message) : NOT_ITS_OWN;
      },
    },
    {
      method: 'GET',
      path: /^\/channels\/\d+\/messages\/(\d+)$/,
      answer: ([id]) => {
        const message = messages.get(id);
        return message ? { status: 200, body: message } : UNKNOWN_MESSAGE;
      },
    },
    {
      method: 'PUT',
      path: /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/,
      answer: ([channel, message, emoji = '']) => {
        if (channel === undefined || message === undefined || !isChannel(channel)) return UNKNOWN_CHANNEL;
        if (!EMOJI.test(emoji)) return UNKNOWN_EMOJI;
        onChange({ kind: 'reaction', channel, message, emoji });
        return { status: 204 };
      },
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      answer: ([channel, id], { json }) => openThread(channel, id, json),
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/typing$/,
      answer: ([channel]) => {
        if (channel === undefined || !isChannel(channel)) return UNKNOWN_CHANNEL;
        onChange({ kind: 'typing', channel });
        return { status: 204 };
      },
    },
  ];

  function post(channel: string | undefined, sent: Sent): Answer {
    const reference = Reference.safeParse(sent.json).data?.message_reference;
    const referenced = messages.get(reference?.message_id);
    const { nonce, enforce_nonce: isEnforced } = Nonce.safeParse(sent.json).data ?? {};
    const before = messages.ofChannel(channel ?? '').find((message) => message['nonce'] === nonce);
    // With it Discord takes a message once.
    if (isEnforced === true && nonce !== undefined && before) return { status: 200, body: before };
    return messages.post(sent, { channel_id: channel, ...(referenced ? replyTo(referenced) : {}) });
  }

  function openThread(channel: string | undefined, id: string | undefined, body: unknown): Answer {
    if (channel !== IDS.channel) return refuse(400, 50024, 'Cannot execute action on this channel type');
    const message = messages.get(id);
    if (!message) return UNKNOWN_MESSAGE;
    if (threads.has(message.id))
      return refuse(400, 160004, 'A thread has already been created for this message');
    const problem = problemOf(Named, body);
    if (problem) return invalid(problem);
    threads.add(message.id);
    messages.keep({ ...message, flags: message.flags | MessageFlags.HasThread });
    const opened = thread(message.id, Named.parse(body).name);
    onChange({ kind: 'thread', thread: opened });
    return { status: 201, body: opened };
  }

  return { routes, isChannel, add: (id: string): void => void others.add(id) };
}
