import { Client, Events, GatewayIntentBits, Partials, WebSocketShardEvents } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../../domain/loggable.ts';
import { createConnectionLog } from './connection-log.ts';
import { OPERATOR_WORDS } from '../words/operator-words.ts';
import { connectionProblem, isIntentRefused } from './connection.ts';
import { makeRequest } from './make-request.ts';

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

export interface LiveClientDependencies {
  readonly token: string;
  /** Discord's REST address without the version; it also tells where the gateway is. */
  readonly apiUrl: string;
  /** As many connections as Discord wants for the number of servers; else one. */
  readonly isSharded: boolean;
  /** Called with each client before it connects. */
  readonly listen: (client: Client) => void;
  readonly log: Logger;
}

/** The connection to Discord's gateway, with the content of messages where that is granted. */
export interface LiveClient {
  /** The client that is connected, or connecting, last; null before the first. */
  readonly client: () => Client | null;
  /** Throws while it has not connected. */
  readonly ready: () => Client<true>;
  /** Resolves when the client has its servers; rejects with `UserError` for a bad token or a Discord that cannot be reached. */
  connect(): Promise<Client<true>>;
  /** What happens to the connection from now on is meant to. */
  end(): void;
  disconnect(): Promise<void>;
}

/** A connection that is not made yet. */
export function createLiveClient({
  token,
  apiUrl,
  isSharded,
  listen,
  log,
}: LiveClientDependencies): LiveClient {
  const connection = createConnectionLog({ log });
  let client: Client | null = null;
  let ended = false;

  async function connect(intents: readonly GatewayIntentBits[]): Promise<Client<true>> {
    const connecting = new Client({
      intents,
      // Without it messages of direct conversations that are not known yet are dropped.
      partials: [Partials.Channel],
      rest: { api: apiUrl, makeRequest },
      ...(isSharded ? { shards: 'auto' as const } : {}),
      allowedMentions: { parse: [], repliedUser: false },
    });
    client = connecting;
    let connected = false;
    listen(connecting);
    connecting.on(Events.Error, (error) => log.error({ err: loggable(error) }, 'discord'));
    connecting.on(Events.Warn, (warning) => log.warn(warning));
    connecting.on(Events.ShardReconnecting, () => connection.lost());
    connecting.on(Events.ShardResume, () => connection.back());
    connecting.on(Events.ShardReady, (id) => {
      connection.back();
      connecting.ws.shards.get(id)?.on(WebSocketShardEvents.Close, ({ code }) => connection.closed(code));
    });
    connecting.on(Events.ShardError, (error) => {
      if (connected && isIntentRefused(error)) void reconnectWithoutContent();
      else connection.failed(error);
    });
    const ready = new Promise<Client<true>>((resolve) => connecting.once(Events.ClientReady, resolve));
    await connecting.login(token);
    const readyClient = await ready;
    connected = true;
    return readyClient;
  }

  async function connectAsAllowed(): Promise<Client<true>> {
    try {
      return await connect([...INTENTS, GatewayIntentBits.MessageContent]);
    } catch (error) {
      if (!isIntentRefused(error) || ended) throw error;
      log.warn(OPERATOR_WORDS.intentRefused);
      return connect(INTENTS);
    }
  }

  /** The intent was taken away while running, which discord.js does not come back from. */
  async function reconnectWithoutContent(): Promise<void> {
    log.warn(OPERATOR_WORDS.intentRefused);
    try {
      await client?.destroy();
      if (!ended) await connect(INTENTS);
    } catch (error) {
      log.error({ err: loggable(connectionProblem(error, apiUrl)) }, 'connection to discord lost');
    }
  }

  return {
    client: () => client,
    ready() {
      if (!client?.isReady()) throw new Error('there is no connection to discord');
      return client;
    },
    async connect() {
      try {
        return await connectAsAllowed();
      } catch (error) {
        throw connectionProblem(error, apiUrl);
      }
    },
    end() {
      ended = true;
      connection.end();
    },
    disconnect: async () => client?.destroy(),
  };
}
