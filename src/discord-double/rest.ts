import type { IncomingMessage } from 'node:http';
import { ChannelType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import {
  invalid,
  refuse,
  UNKNOWN_CHANNEL,
  UNKNOWN_MESSAGE,
  UNKNOWN_WEBHOOK,
  type Answer,
} from './answers.ts';
import type { Change } from './changes.ts';
import { checkCommands } from './checks/check-commands.ts';
import type { KeptMessages, Sent } from './kept-messages.ts';
import { createKnownInteractions } from './known-interactions.ts';
import type { InteractionPayload } from './interactions.ts';
import { replyTo } from './messages.ts';
import { BOT_USER, IDS, newId, type User } from './people.ts';
import { Problem } from './checks/problem.ts';
import { auditLog, memberOf, thread } from './server.ts';

export interface RestRequest extends Sent {
  readonly method: string;
  /** Without the address's prefix and the query: `/channels/…`. */
  readonly path: string;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Routes of interactions carry their token in the path instead. */
  readonly withoutAuthorization?: true;
  answer(parts: readonly string[], sent: Sent): Answer;
}

export interface RestOptions {
  readonly token: string;
  readonly gatewayUrl: () => string;
  readonly applicationId: string;
  /** Who has the direct channel with the bot. */
  readonly person: User;
  readonly messages: KeptMessages;
  readonly onChange: (change: Change) => void;
  /** Commands that were registered before, by server; null: everywhere. */
  readonly registered?: ReadonlyMap<string | null, readonly object[]> | undefined;
}

const Named = z.object({ name: z.string().min(1).max(100) });
const Reference = z.looseObject({ message_reference: z.looseObject({ message_id: z.string() }) });

const Nonce = z.looseObject({ nonce: z.string().max(25).optional(), enforce_nonce: z.boolean().optional() });
const ORIGINAL = /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/;

/** Discord's REST routes as far as the bot uses them, refusing what Discord refuses. */
export function createRest(options: RestOptions) {
  const { token, gatewayUrl, applicationId, person, messages, onChange } = options;
  const interactions = createKnownInteractions({ messages, onChange });
  const threads = new Set<string>();
  /** Of other servers. */
  const others = new Set<string>();
  /** Commands by server; null: everywhere. */
  const registered = new Map<string | null, readonly object[]>(options.registered);
  const isChannel = (id: string | undefined): boolean =>
    id === IDS.channel || id === IDS.directChannel || threads.has(id ?? '') || others.has(id ?? '');

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: /^\/gateway\/bot$/,
      answer: () => ({
        status: 200,
        body: {
          url: gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        },
      }),
    },
    {
      method: 'GET',
      path: /^\/guilds\/\d+\/members\/(\d+)$/,
      answer: ([id]) =>
        id === person.id ? { status: 200, body: memberOf(person) } : refuse(404, 10007, 'Unknown Member'),
    },
    {
      method: 'GET',
      path: /^\/guilds\/\d+\/audit-logs$/,
      answer: () => ({ status: 200, body: auditLog() }),
    },
    { method: 'GET', path: /^\/users\/@me$/, answer: () => ({ status: 200, body: BOT_USER }) },
    {
      method: 'GET',
      path: /^\/applications\/@me$/,
      answer: () => ({ status: 200, body: { id: applicationId, name: BOT_USER.username, flags: 0 } }),
    },
    {
      method: 'GET',
      path: new RegExp(`^/applications/${applicationId}(?:/guilds/(\\d+))?/commands$`),
      answer: ([guildId]) => ({ status: 200, body: registered.get(guildId ?? null) ?? [] }),
    },
    {
      method: 'PUT',
      path: new RegExp(`^/applications/${applicationId}/commands$`),
      answer: (_, { json }) => register(json, null),
    },
    {
      method: 'PUT',
      path: new RegExp(`^/applications/${applicationId}/guilds/(\\d+)/commands$`),
      answer: ([guildId], { json }) =>
        guildId === IDS.guild ? register(json, guildId) : refuse(403, 50001, 'Missing Access'),
    },
    {
      method: 'POST',
      path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      withoutAuthorization: true,
      answer: ([id, ofInteraction], sent) => interactions.callback(id, ofInteraction, sent),
    },
    {
      method: 'PATCH',
      path: ORIGINAL,
      withoutAuthorization: true,
      answer: ([ofInteraction], sent) =>
        interactions.original(ofInteraction, (message) => messages.edit(sent, message)),
    },
    {
      method: 'GET',
      path: ORIGINAL,
      withoutAuthorization: true,
      answer: ([ofInteraction]) =>
        interactions.original(ofInteraction, (message) => ({ status: 200, body: message })),
    },
    {
      method: 'DELETE',
      path: ORIGINAL,
      withoutAuthorization: true,
      answer: ([ofInteraction]) =>
        interactions.original(ofInteraction, ({ id }) => {
          messages.delete(id);
          return { status: 204 };
        }),
    },
    {
      method: 'POST',
      path: /^\/webhooks\/\d+\/([^/]+)$/,
      withoutAuthorization: true,
      answer: ([ofInteraction], sent) => interactions.followUp(ofInteraction, sent),
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/([^/]+)\/messages\/(\d+)$/,
      withoutAuthorization: true,
      answer: ([ofInteraction, id], sent) => {
        if (interactions.channelOf(ofInteraction) === null) return UNKNOWN_WEBHOOK;
        const message = messages.get(id);
        return message ? messages.edit(sent, message) : UNKNOWN_MESSAGE;
      },
    },
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
      answer: ([channel = '']) =>
        isChannel(channel)
          ? // As Discord: what a nonce was is not told later.
            {
              status: 200,
              body: messages.ofChannel(channel).map((message) => ({ ...message, nonce: undefined })),
            }
          : UNKNOWN_CHANNEL,
    },
    {
      method: 'PATCH',
      path: /^\/channels\/\d+\/messages\/(\d+)$/,
      answer: ([id], sent) => {
        const message = messages.get(id);
        return message ? messages.edit(sent, message) : UNKNOWN_MESSAGE;
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
        onChange({ kind: 'reaction', channel, message, emoji: decodeURIComponent(emoji) });
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
      path: /^\/users\/@me\/channels$/,
      answer: () => ({
        status: 200,
        body: { id: IDS.directChannel, type: ChannelType.DM, recipients: [person] },
      }),
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

  function register(body: unknown, guildId: string | null): Answer {
    const problem = checkCommands(body);
    if (problem) return invalid(problem);
    const commands = z
      .array(z.looseObject({}))
      .parse(body)
      .map((command) => ({ ...command, id: newId(), application_id: applicationId, version: newId() }));
    registered.set(guildId, commands);
    onChange({ kind: 'commands', commands });
    return { status: 200, body: commands };
  }

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
    threads.add(message.id);
    messages.keep({ ...message, flags: message.flags | MessageFlags.HasThread });
    const opened = thread(message.id, Named.parse(body).name);
    onChange({ kind: 'thread', thread: opened });
    return { status: 201, body: opened };
  }

  /** Where what was asked for would have been seen. */
  function placeOf(path: string): string {
    const [, kind, first, second] = path.split('/');
    if (kind === 'channels' && first !== undefined) return first;
    return interactions.channelOf(second) ?? IDS.channel;
  }

  return {
    isChannel,
    addChannel: (id: string): void => void others.add(id),
    registered,
    expect: (payload: InteractionPayload): void => interactions.expect(payload),
    answer(request: RestRequest, headers: IncomingMessage['headers']): Answer {
      for (const route of routes) {
        const match = route.method === request.method ? route.path.exec(request.path) : null;
        if (!match) continue;
        if (!route.withoutAuthorization && headers.authorization !== `Bot ${token}`)
          return refuse(401, 0, '401: Unauthorized');
        const answer = route.answer(match.slice(1), request);
        const problem = answer.status === 400 ? Problem.safeParse(answer.body).data : undefined;
        if (problem) onChange({ kind: 'refused', channel: placeOf(request.path), problem });
        return answer;
      }
      return refuse(404, 0, '404: Not Found');
    },
  };
}
