import { WebSocketShardEvents, type WebSocketManager } from '@discordjs/ws';
import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Partials,
  Routes,
  type GatewayDispatchPayload,
  type GatewayReadyDispatchData,
} from 'discord.js';
import { z } from 'zod';
import { makeRequest } from '../gateway/make-request.ts';
import type { Packet } from './packets.ts';

/** Discord's own JSON, as Discord sent it to another process. */
const Dispatched = z.custom<GatewayDispatchPayload>(
  (value) => z.looseObject({ t: z.string() }).safeParse(value).success,
);
const Ready = z.custom<GatewayReadyDispatchData>(
  (value) => z.looseObject({ user: z.unknown() }).safeParse(value).success,
);

export interface FedClient {
  readonly client: Client<true>;
  /** As if that event came over the gateway. */
  readonly feed: (event: GatewayDispatchEvents, packet: Packet) => void;
}

/**
 * A client of Discord that is never connected to its gateway: what it hears of is handed to it. It knows the bot, and the
 * servers that it is told of. Rejects as discord.js does for a token that is not taken, a Discord that cannot be reached.
 */
export async function openFedClient({
  token,
  apiUrl,
}: {
  readonly token: string;
  readonly apiUrl: string;
}): Promise<FedClient> {
  const shardId = 0;
  const managers: WebSocketManager[] = [];
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    // Of a message that it knows it would not tell again.
    makeCache: Options.cacheWithLimits({ MessageManager: 0 }),
    shards: [shardId],
    shardCount: 1,
    rest: { api: apiUrl, makeRequest },
    allowedMentions: { parse: [], repliedUser: false },
    ws: {
      buildStrategy(made) {
        managers.push(made);
        return {
          spawn: () => undefined,
          connect: () => undefined,
          destroy: () => undefined,
          send: () => undefined,
          fetchStatus() {
            throw new Error('who is never connected has no status');
          },
        };
      },
    },
  });
  const dispatch = (t: GatewayDispatchEvents, d: unknown): void => {
    for (const manager of managers)
      manager.emit(WebSocketShardEvents.Dispatch, { shardId, data: Dispatched.parse({ op: 0, s: 0, t, d }) });
  };
  client.rest.setToken(token);
  const user = await client.rest.get(Routes.user());
  const { id } = z.looseObject({ id: z.string() }).parse(user);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const state = { v: 10, user, guilds: [], session_id: '', application: { id, flags: 0 } };
  for (const manager of managers)
    manager.emit(WebSocketShardEvents.Ready, { shardId, data: Ready.parse(state) });
  dispatch(GatewayDispatchEvents.Ready, state);
  return { client: await ready, feed: dispatch };
}
