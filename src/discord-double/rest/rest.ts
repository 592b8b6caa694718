import type { IncomingMessage } from 'node:http';
import { ChannelType } from 'discord.js';
import { z } from 'zod';
import { invalid, refuse, type Answer } from './rest-answers.ts';
import type { Route } from './route.ts';
import type { Change } from '../seen-changes.ts';
import { checkCommands } from '../checks/check-commands.ts';
import { Problem } from '../checks/problem.ts';
import type { InteractionPayload } from '../interactions.ts';
import type { KeptMessages, Sent } from '../kept-messages.ts';
import { createKnownInteractions } from './known-interactions.ts';
import { BOT_USER, IDS, newId, type User } from '../people.ts';
import { createChannels } from './channel-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { auditLog, memberOf } from '../server.ts';

export interface RestRequest extends Sent {
  readonly method: string;
  /** Without the address's prefix and the query: `/channels/…`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
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

/** Discord's REST routes as far as the bot uses them, refusing what Discord refuses. */
export function createRest(options: RestOptions) {
  const { token, gatewayUrl, applicationId, person, messages, onChange } = options;
  const interactions = createKnownInteractions({ messages, onChange });
  const channels = createChannels({ messages, onChange });
  /** Commands by server; null: everywhere. */
  const registered = new Map<string | null, readonly object[]>(options.registered);

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
    ...interactionRoutes(interactions, messages),
    ...channels.routes,
    {
      method: 'POST',
      path: /^\/users\/@me\/channels$/,
      answer: () => ({
        status: 200,
        body: { id: IDS.directChannel, type: ChannelType.DM, recipients: [person] },
      }),
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

  /** Where what was asked for would have been seen. */
  function placeOf(path: string): string {
    const [, kind, first, second] = path.split('/');
    if (kind === 'channels' && first !== undefined) return first;
    return interactions.channelOf(second) ?? IDS.channel;
  }

  return {
    isChannel: channels.isChannel,
    addChannel: channels.add,
    registered,
    expect: (payload: InteractionPayload): void => interactions.expect(payload),
    answer(request: RestRequest, headers: IncomingMessage['headers']): Answer {
      for (const route of routes) {
        const match = route.method === request.method ? route.path.exec(request.path) : null;
        if (!match) continue;
        if (!route.withoutAuthorization && headers.authorization !== `Bot ${token}`)
          return refuse(401, 0, '401: Unauthorized');
        const answer = route.answer(match.slice(1), request, request.query);
        const problem = answer.status === 400 ? Problem.safeParse(answer.body).data : undefined;
        if (problem) onChange({ kind: 'refused', channel: placeOf(request.path), problem });
        return answer;
      }
      return refuse(404, 0, '404: Not Found');
    },
  };
}
