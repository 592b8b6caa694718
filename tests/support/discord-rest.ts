import type { IncomingMessage } from 'node:http';
import { ChannelType, InteractionResponseType as Response, MessageFlags } from 'discord.js';
import { z } from 'zod';
import { checkChoices, checkCommands, checkForm, checkMessage, type Problem } from './discord-checks.ts';
import {
  BOT_USER,
  IDS,
  newId,
  PERSON,
  storedMessage,
  thread,
  type InteractionPayload,
} from './discord-payloads.ts';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface RestRequest {
  readonly method: string;
  /** Without the address's prefix and the query: `/channels/…`. */
  readonly path: string;
  readonly body: unknown;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Routes of interactions carry their token in the path instead. */
  readonly withoutAuthorization?: true;
  answer(parts: readonly string[], body: unknown): Answer;
}

/** What the double knows of an interaction it has sent. */
interface Known {
  readonly token: string;
  acknowledged: Response | null;
  flags: number;
  original: 'none' | 'thinking' | 'shown' | 'deleted';
}

const Callback = z.object({
  type: z.enum(Response),
  data: z.looseObject({ flags: z.number().optional() }).optional(),
});
const Named = z.object({ name: z.string().min(1).max(100) });
const Flags = z.looseObject({ flags: z.number().optional() });

const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});
const UNKNOWN_INTERACTION = refuse(404, 10062, 'Unknown interaction');
const UNKNOWN_WEBHOOK = refuse(404, 10015, 'Unknown Webhook');
const UNKNOWN_MESSAGE = refuse(404, 10008, 'Unknown Message');
const invalid = (problem: Problem): Answer => ({ status: 400, body: problem });

/** Which kinds of message a callback makes: one shown at once, or one that is "thinking" until it is edited. */
const SHOWS: Readonly<Record<number, Known['original']>> = {
  [Response.ChannelMessageWithSource]: 'shown',
  [Response.DeferredChannelMessageWithSource]: 'thinking',
  [Response.DeferredMessageUpdate]: 'shown',
  [Response.UpdateMessage]: 'shown',
};

/** What Discord checks of each kind of callback. */
const CHECKS: Readonly<Record<number, (data: unknown) => Problem | null>> = {
  [Response.ApplicationCommandAutocompleteResult]: checkChoices,
  [Response.ChannelMessageWithSource]: checkMessage,
  [Response.UpdateMessage]: (data) => checkMessage(data, 'edited'),
  [Response.Modal]: checkForm,
};

/** Discord's REST routes as far as the bot uses them, refusing what Discord refuses. */
export function createRest(options: { readonly token: string; readonly gatewayUrl: () => string }) {
  const interactions = new Map<string, Known>();
  /** Messages that the bot sent beside the originals of interactions. */
  const sent = new Set<string>();
  const byToken = (token: string | undefined) =>
    [...interactions.values()].find((known) => known.token === token);

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: /^\/gateway\/bot$/,
      answer: () => ({
        status: 200,
        body: {
          url: options.gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        },
      }),
    },
    { method: 'GET', path: /^\/users\/@me$/, answer: () => ({ status: 200, body: BOT_USER }) },
    {
      method: 'GET',
      path: /^\/applications\/@me$/,
      answer: () => ({ status: 200, body: { id: IDS.application, name: 'Parley', flags: 0 } }),
    },
    {
      method: 'PUT',
      path: new RegExp(`^/applications/${IDS.application}/commands$`),
      answer: (_, body) => registered(body),
    },
    {
      method: 'PUT',
      path: new RegExp(`^/applications/${IDS.application}/guilds/(\\d+)/commands$`),
      answer: ([guildId], body) =>
        guildId === IDS.guild ? registered(body) : refuse(403, 50001, 'Missing Access'),
    },
    {
      method: 'POST',
      path: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      withoutAuthorization: true,
      answer: ([id, token], body) => callback(interactions.get(id ?? ''), token, body),
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      withoutAuthorization: true,
      answer: ([token], body) => onOriginal(token, (known) => edit(known, body)),
    },
    {
      method: 'PATCH',
      path: /^\/webhooks\/\d+\/([^/]+)\/messages\/(\d+)$/,
      withoutAuthorization: true,
      answer: ([token, id], body) => (byToken(token) ? editOf(id, body) : UNKNOWN_WEBHOOK),
    },
    {
      method: 'GET',
      path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      withoutAuthorization: true,
      answer: ([token]) =>
        onOriginal(token, (known) => ({ status: 200, body: storedMessage({ flags: known.flags }) })),
    },
    {
      method: 'DELETE',
      path: /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      withoutAuthorization: true,
      answer: ([token]) =>
        onOriginal(token, (known) => {
          known.original = 'deleted';
          return { status: 204 };
        }),
    },
    {
      method: 'POST',
      path: /^\/webhooks\/\d+\/([^/]+)$/,
      withoutAuthorization: true,
      answer: ([token], body) => followUp(byToken(token), body),
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/messages$/,
      answer: ([channel], body) =>
        isChannel(channel) ? sending(channel, body) : refuse(404, 10003, 'Unknown Channel'),
    },
    {
      method: 'PATCH',
      path: /^\/channels\/(\d+)\/messages\/(\d+)$/,
      answer: ([channel, id], body) =>
        isChannel(channel) ? editOf(id, body, channel) : refuse(404, 10003, 'Unknown Channel'),
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      answer: ([channel], body) =>
        channel === IDS.channel
          ? { status: 201, body: thread(Named.parse(body).name) }
          : refuse(400, 50024, 'Cannot execute action on this channel type'),
    },
    {
      method: 'POST',
      path: /^\/users\/@me\/channels$/,
      answer: () => ({
        status: 200,
        body: { id: IDS.directChannel, type: ChannelType.DM, recipients: [PERSON] },
      }),
    },
    {
      method: 'POST',
      path: /^\/channels\/(\d+)\/typing$/,
      answer: ([channel]) => (isChannel(channel) ? { status: 204 } : refuse(404, 10003, 'Unknown Channel')),
    },
  ];

  function sending(channel: string | undefined, body: unknown): Answer {
    const problem = checkMessage(body);
    if (problem) return invalid(problem);
    const message = { ...storedMessage(z.looseObject({}).parse(body)), channel_id: channel };
    sent.add(message.id);
    return { status: 200, body: message };
  }

  function editOf(id: string | undefined, body: unknown, channel: string = IDS.channel): Answer {
    if (id === undefined || !sent.has(id)) return UNKNOWN_MESSAGE;
    const problem = checkMessage(body, 'edited');
    if (problem) return invalid(problem);
    return {
      status: 200,
      body: { ...storedMessage(z.looseObject({}).parse(body)), id, channel_id: channel },
    };
  }

  function callback(known: Known | undefined, token: string | undefined, body: unknown): Answer {
    if (known?.token !== token || known === undefined) return UNKNOWN_INTERACTION;
    if (known.acknowledged !== null) return refuse(400, 40060, 'Interaction has already been acknowledged.');
    const { type, data } = Callback.parse(body);
    const problem = CHECKS[type]?.(data) ?? null;
    if (problem) return invalid(problem);
    known.acknowledged = type;
    known.original = SHOWS[type] ?? 'none';
    known.flags = data?.flags ?? 0;
    return { status: 204 };
  }

  function onOriginal(token: string | undefined, answer: (known: Known) => Answer): Answer {
    const known = byToken(token);
    if (!known || known.acknowledged === null) return UNKNOWN_WEBHOOK;
    return known.original === 'none' || known.original === 'deleted' ? UNKNOWN_MESSAGE : answer(known);
  }

  function edit(known: Known, body: unknown): Answer {
    const problem = checkMessage(body, 'edited');
    if (problem) return invalid(problem);
    known.original = 'shown';
    return { status: 200, body: storedMessage(z.looseObject({}).parse(body)) };
  }

  /** The first one after "thinking" takes the place of the original, and its visibility: Discord ignores the flag then. */
  function followUp(known: Known | undefined, body: unknown): Answer {
    if (!known || known.acknowledged === null) return UNKNOWN_WEBHOOK;
    const problem = checkMessage(body);
    if (problem) return invalid(problem);
    const flags = known.original === 'thinking' ? known.flags : (Flags.parse(body).flags ?? 0);
    if (known.original === 'thinking') known.original = 'shown';
    const message = storedMessage({ ...Flags.parse(body), flags });
    sent.add(message.id);
    return { status: 200, body: message };
  }

  return {
    /** From now on the interaction can be answered. */
    expect({ id, token }: InteractionPayload): void {
      interactions.set(id, { token, acknowledged: null, flags: 0, original: 'none' });
    },
    answer(request: RestRequest, headers: IncomingMessage['headers']): Answer {
      for (const route of routes) {
        const match = route.method === request.method ? route.path.exec(request.path) : null;
        if (!match) continue;
        if (!route.withoutAuthorization && headers.authorization !== `Bot ${options.token}`)
          return refuse(401, 0, '401: Unauthorized');
        return route.answer(match.slice(1), request.body);
      }
      return refuse(404, 0, '404: Not Found');
    },
  };
}

/** Whether only the person who asked sees a message with this body. */
export function isEphemeral(body: unknown): boolean {
  return ((Flags.parse(body).flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function registered(body: unknown): Answer {
  const problem = checkCommands(body);
  if (problem) return invalid(problem);
  const list = z.array(z.looseObject({})).parse(body);
  return {
    status: 200,
    body: list.map((command) => ({
      ...command,
      id: newId(),
      application_id: IDS.application,
      version: newId(),
    })),
  };
}

function isChannel(id: string | undefined): boolean {
  return id === IDS.channel || id === IDS.directChannel || id === IDS.thread;
}
