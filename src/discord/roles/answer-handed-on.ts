import { Events, GatewayDispatchEvents } from 'discord.js';
import type { Registry } from 'prom-client';
import type { BotDependencies } from './bot-dependencies.ts';
import { connectionProblem } from '../gateway/connection.ts';
import { FINISH_WITHIN_MS } from '../limits.ts';
import type { Counter } from '../messages/intake.ts';
import { openFedClient } from './fed-client.ts';
import { readHandedOn, type HandedOn } from './handed-on.ts';
import { isMember } from '../servers/is-member.ts';
import { joinRoutes } from './join-routes.ts';

export interface AnswererDependencies extends Pick<
  BotDependencies,
  'app' | 'collections' | 'token' | 'apiUrl' | 'guildId' | 'logQuestions' | 'readerUrl' | 'log'
> {
  /** Counts questions in messages; those of interactions were counted when they were taken in. */
  readonly counter: Counter;
}

export interface Answerer {
  /** Answers what another process handed on; rejects where it may be tried again. */
  answer(payload: string): Promise<void>;
  stop(): Promise<void>;
  /** Whether answers are computed now, and how many are under way. */
  health(): { readonly ready: boolean; readonly queue: number };
  /** For Prometheus. */
  readonly figures: Registry;
}

/**
 * The side of Parley that answers what other processes take in from Discord. Rejects with `UserError` for a bad token or a
 * Discord that cannot be reached.
 */
export async function openAnswerer(dependencies: AnswererDependencies): Promise<Answerer> {
  const { token, apiUrl, guildId } = dependencies;
  /** The server that has the bot, while it is the only one. */
  const only: { server: string | null } = { server: null };
  const isOperators = (server: string | null): boolean =>
    server !== null && (server === guildId || server === only.server);
  const { intake, journal, onInteraction, mentions } = joinRoutes({
    ...dependencies,
    isOperators,
    isAmongOperators: async (user) => {
      const server = guildId ?? only.server;
      return server !== null && isMember(client.rest, server, user);
    },
    isHandedOn: true,
  });
  const { client, feed } = await openFedClient({ token, apiUrl }).catch((error: unknown) => {
    throw connectionProblem(error, apiUrl);
  });

  /** What is fed, and what becomes of it: the client tells of it at once. */
  const fed: { now: Pick<HandedOn, 'event' | 'isAcknowledged'> | null; work: Promise<void> } = {
    now: null,
    work: Promise.resolve(),
  };
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isRepliable()) interaction.deferred = fed.now?.isAcknowledged ?? false;
    fed.work = onInteraction(interaction);
  });
  client.on(Events.MessageCreate, (message) => {
    fed.work =
      fed.now?.event === 'edited' ? mentions.edited({ content: null }, message) : mentions.written(message);
  });

  let stopping = false;
  return {
    figures: journal.registry,
    health: () => ({ ready: !stopping, queue: intake.underWay() }),
    async answer(payload) {
      const { event, packet, server, servers, isAcknowledged } = readHandedOn(payload);
      // Nothing is said of a server that has lost the bot.
      if (servers > 1 || packet['guild_id'] === only.server) only.server = null;
      if (servers <= 1 && server !== null) only.server = server.id;
      if (server !== null) {
        // As it is now; what is answered there at this moment finds it under the same id.
        client.guilds.cache.delete(server.id);
        feed(GatewayDispatchEvents.GuildCreate, server);
      }
      fed.now = { event, isAcknowledged };
      fed.work = Promise.resolve();
      feed(
        event === 'interaction'
          ? GatewayDispatchEvents.InteractionCreate
          : GatewayDispatchEvents.MessageCreate,
        packet,
      );
      await fed.work;
    },
    async stop() {
      stopping = true;
      await intake.finish(FINISH_WITHIN_MS);
      await client.destroy();
    },
  };
}
