import { once } from 'node:events';
import { setPriority } from 'node:os';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import { openJoined, type Joined } from '../app/stores/open-jobs.ts';
import type { Config } from '../config.ts';
import type { BotDependencies } from '../discord/roles/bot-dependencies.ts';
import { WINDOW_SECONDS } from '../discord/messages/intake.ts';
import { ANSWER_JOB } from '../discord/roles/handed-on.ts';
import type { Health } from './watch-health.ts';

/** Each is a connection to the database for as long as it takes. */
const ANSWERS_AT_ONCE = 4;

/** Of processes on one machine, who is waited for for three seconds comes first, and who is not waited for last. */
const NICENESS = { gateway: 0, answers: 5, ingest: 15 } as const;

type Closing = () => Promise<void>;

export interface RoleDependencies {
  readonly role: Exclude<Config['role'], 'all'>;
  readonly databaseUrl: string;
  readonly app: App;
  /** Null without a token. */
  readonly bot: Omit<BotDependencies, 'app'> | null;
  /** Connects a bot; gives what disconnects it. */
  readonly connect: (dependencies: BotDependencies, signal: AbortSignal) => Promise<Closing>;
  /** Reads what is new in the collection until the signal. */
  readonly follow: (signal: AbortSignal) => Promise<void>;
  readonly health: Pick<Health, 'watch'>;
  readonly log: Logger;
}

/** Starts this process's part beside others that the database joins; gives what ends it, to be called last first. */
export async function startRole(
  dependencies: RoleDependencies,
  signal: AbortSignal,
): Promise<readonly Closing[]> {
  const { role, databaseUrl, bot, log } = dependencies;
  giveWay(NICENESS[role], log);
  const joined = await openJoined(databaseUrl, WINDOW_SECONDS, log);
  const closing: Closing[] = [() => joined.close()];
  try {
    if (role === 'ingest') {
      const following = ingest(dependencies, joined, signal);
      closing.push(() => following);
    } else if (bot) {
      closing.push(
        await (role === 'gateway' ? startGateway : startAnswers)(dependencies, bot, joined, signal),
      );
    }
    log.info({ role }, 'started');
    return closing;
  } catch (error) {
    await joined.close();
    throw error;
  }
}

/** Follows the collection while no other process does. */
function ingest({ follow, health }: RoleDependencies, joined: Joined, signal: AbortSignal): Promise<void> {
  let now: 'waits for its turn' | 'follows the collection' | 'ended' = 'waits for its turn';
  health.watch('ingest', { health: () => ({ ready: now !== 'ended', now }) });
  return joined.alone(
    'role ingest',
    async (until) => {
      now = 'follows the collection';
      await follow(until);
      now = until.aborted ? 'waits for its turn' : 'ended';
    },
    signal,
  );
}

/** Whoever may not say how urgent it is works all the same. */
function giveWay(niceness: number, log: Logger): void {
  try {
    setPriority(niceness);
  } catch (error) {
    log.debug({ err: error }, 'the priority of this process stays as it is');
  }
}

/** Connected to Discord: acknowledges, hands on, and tells those who follow, which one gateway does. */
async function startGateway(
  { app, connect }: RoleDependencies,
  bot: Omit<BotDependencies, 'app'>,
  joined: Joined,
  signal: AbortSignal,
): Promise<Closing> {
  const turn = { isOurs: false };
  const tellArrivals: App['tellArrivals'] = async (...told) =>
    turn.isOurs ? app.tellArrivals(...told) : { sent: 0, isLeft: false };
  const stopping = new AbortController();
  const turns = joined.alone(
    'role gateway',
    async (until) => {
      turn.isOurs = true;
      if (!until.aborted) await once(until, 'abort');
      turn.isOurs = false;
    },
    stopping.signal,
  );
  const handOn = { jobs: joined, counter: joined.counter };
  const telling: App = {
    ...app,
    // These change with the articles where no table lists them.
    get sides() {
      return app.sides;
    },
    get topics() {
      return app.topics;
    },
    tellArrivals,
  };
  const disconnect = await connect({ ...bot, app: telling, handOn }, signal);
  return async () => {
    await disconnect();
    stopping.abort();
    await turns;
  };
}

/** Answers what gateways hand on. */
async function startAnswers(
  { app, health, log }: RoleDependencies,
  bot: Omit<BotDependencies, 'app'>,
  joined: Joined,
): Promise<Closing> {
  const { openAnswerer } = await import('../discord/roles/answer-handed-on.ts');
  const answerer = await openAnswerer({ ...bot, app, counter: joined.counter });
  health.watch('answers', answerer);
  const stopping = new AbortController();
  const answering = joined.take(
    {
      kinds: [ANSWER_JOB],
      atOnce: ANSWERS_AT_ONCE,
      work: ({ payload }) => answerer.answer(payload),
      log,
    },
    stopping.signal,
  );
  return async () => {
    stopping.abort();
    await answering;
    await answerer.stop();
  };
}
