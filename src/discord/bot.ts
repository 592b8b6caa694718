import { setTimeout as pauseFor } from 'node:timers/promises';
import { Events, Status, type Client } from 'discord.js';
import type { Registry } from 'prom-client';
import type { App } from '../app.ts';
import { loggable } from '../domain/loggable.ts';
import { commands, messageCommands } from './commands/index.ts';
import { takeUpJobs } from './commands/source/take-up-jobs.ts';
import { requireToken } from './gateway/connection.ts';
import { createLiveClient } from './gateway/live-client.ts';
import { createFollowLoop } from './telling/follow-loop.ts';
import { createFollowRounds } from './telling/follow-rounds.ts';
import { DISCONNECT_WITHIN_MS, FINISH_WITHIN_MS } from './limits.ts';
import { createTeller } from './telling/teller.ts';
import { createWelcome } from './messages/welcome.ts';
import { withReaderLinks } from './render/reader-links.ts';
import { registerCommands } from './gateway/register.ts';
import type { BotDependencies } from './roles/bot-dependencies.ts';
import { joinRoutes } from './roles/join-routes.ts';
import { createPackets } from './roles/packets.ts';
import { openedApp } from './servers/door.ts';
import { createWhyNotTold } from './servers/why-not-told.ts';
import { isMember } from './servers/is-member.ts';
import { createLeftServers } from './servers/left-servers.ts';
import { OPERATOR_WORDS } from './words/operator-words.ts';

export interface Bot {
  /** Connects and registers the commands. Throws `UserError` for a bad token or a Discord that cannot be reached. */
  start(): Promise<void>;
  /** Finishes what is under way (7 seconds at most), turns new work away, disconnects; safe at any time, also twice. */
  stop(): Promise<void>;
  /** Whether questions are answered now, the connection as discord.js names its state, how many answers are under way. */
  health(): { readonly ready: boolean; readonly gateway: string; readonly queue: number };
  /** For Prometheus. */
  readonly figures: Registry;
}

/** The Discord side of Parley: one client that hands interactions and messages to their routes. */
export function createBot(dependencies: BotDependencies): Bot {
  const { token, apiUrl, guildId, readerUrl, log } = dependencies;
  const { app: home, collections = null, isTried = false, handOn } = dependencies;
  const app = withReaderLinks(home, readerUrl);
  /** Where others read the same collection, only who runs the bot may change it: commands also work where the bot is not. */
  const isOperators = (server: string | null): boolean => {
    if (server === null) return false;
    const servers = live.client()?.guilds.cache;
    return server === guildId || (servers?.size === 1 && servers.has(server));
  };
  const isAmongOperators = async (user: string): Promise<boolean> => {
    const { guilds, rest } = live.ready();
    const server = guildId ?? (guilds.cache.size === 1 ? guilds.cache.firstKey() : undefined);
    return server !== undefined && isMember(rest, server, user);
  };
  const packets = createPackets();
  const { readSettings, door, intake, journal, onInteraction, mentions } = joinRoutes({
    ...dependencies,
    isOperators,
    isAmongOperators,
    counter: handOn?.counter,
    handOn: handOn && { jobs: handOn.jobs, packets },
  });
  const welcome = createWelcome({ door, log });
  const live = createLiveClient({ token, apiUrl, isSharded: handOn !== undefined, listen, log });
  const leftServers = createLeftServers({
    home,
    collections,
    present: () => [...live.ready().guilds.cache.keys()],
    log,
  });
  const followLoop = createFollowLoop({ app, log });
  const followRounds =
    collections &&
    createFollowRounds({
      collections,
      tellerOf: (own, key) =>
        createTeller({
          client: live.ready(),
          app: appOf(own, key),
          whyNotTold: createWhyNotTold({ client: live.ready(), readSettings }, key),
          log,
        }),
      log,
    });
  const stopping = new AbortController();
  let takingUp: Promise<void> = Promise.resolve();

  function listen(client: Client): void {
    if (handOn) packets.follow(client);
    client.on(Events.InteractionCreate, (interaction) => void onInteraction(interaction));
    client.on(Events.MessageCreate, (message) => void mentions.written(message));
    client.on(Events.MessageUpdate, (before, message) => void mentions.edited(before, message));
    client.on(Events.GuildCreate, (guild) => void welcome(guild));
    for (const event of [Events.GuildCreate, Events.GuildDelete] as const)
      client.on(event, () => void (isTried ? undefined : leftServers.look()));
  }

  /** What an ended process was adding, to whichever collection. */
  async function takeUpAll({ rest }: Client<true>): Promise<void> {
    await takeUpJobs({ app, rest, log }, stopping.signal);
    if (collections === null) return;
    for (const key of await collections.keys())
      try {
        const work = (own: App) => takeUpJobs({ app: appOf(own, key), rest, log }, stopping.signal);
        await collections.use(key, work, { prolongs: false });
      } catch (error) {
        log.error({ err: loggable(error) }, 'what was being added to a collection could not be taken up');
      }
  }

  const appOf = (own: App, key: string): App => openedApp(own, home, readerUrl && `${readerUrl}/c/${key}`);

  return {
    figures: journal.registry,
    health: () => ({
      ready: !stopping.signal.aborted && (live.client()?.isReady() ?? false),
      gateway: Status[live.client()?.ws.status ?? Status.Idle],
      queue: intake.underWay(),
    }),
    async start() {
      requireToken(token);
      const ready = await live.connect();
      followLoop.start(createTeller({ client: ready, app, log }));
      followRounds?.start();
      if (!isTried) leftServers.start();
      // What is handed on is begun again by the job's own rules.
      if (!handOn) takingUp = takeUpAll(ready);
      log.info({ bot: ready.user.tag, servers: ready.guilds.cache.size }, 'connected to discord');
      try {
        const { rest, application } = ready;
        await registerCommands({
          app,
          commands,
          messageCommands,
          rest,
          applicationId: application.id,
          guildId,
          log,
        });
      } catch (error) {
        // Mentions work without, and commands of an earlier start still do.
        const advice = guildId === null ? OPERATOR_WORDS.startAgain : OPERATOR_WORDS.isBotInServer(guildId);
        log.error({ err: loggable(error) }, OPERATOR_WORDS.notRegistered(advice));
      }
    },
    async stop() {
      stopping.abort();
      live.end();
      if (!isTried && live.client()?.isReady()) await leftServers.look();
      await Promise.all([followLoop.stop(), followRounds?.stop(), leftServers.stop(), takingUp]);
      const left = await intake.finish(FINISH_WITHIN_MS);
      if (left > 0) log.warn({ left }, 'stopped before these were answered');
      // A gateway that cannot be reached never says that it is closed.
      await Promise.race([live.disconnect(), pauseFor(DISCONNECT_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
