import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { App, AppLog } from '../../app.ts';
import type { SiteEnv } from '../env.ts';
import { createActions } from './actions.ts';
import { Commands } from './commands.ts';
import { createChangesSeen } from './changes-seen.ts';
import { startDiscord } from '../../discord-double/discord.ts';
import { IDS, newId, user } from '../../discord-double/people.ts';
import { examplesOf } from './examples.ts';
import { createRoutes } from './preview-routes.ts';

export interface PreviewDependencies {
  /** For the questions that a first visitor is offered. */
  readonly app: Pick<App, 'sides' | 'topics' | 'matrix'>;
  readonly log: AppLog;
}

/** A Discord for one bot and one visitor, and the page on which they meet. */
export interface Preview {
  readonly routes: Hono<SiteEnv>;
  /** Where the bot finds this Discord, its token and its server there: as `createBot` takes them. */
  readonly apiUrl: string;
  readonly token: string;
  readonly guildId: string;
  /** Has the bot come into a server of which people see the channel, so that it says hello there. */
  join(): void;
  close(): Promise<void>;
}

/** Starts it on loopback; the bot connects to `apiUrl`, and people find it at `/preview` of whoever serves `routes`. */
export async function startPreview({ app, log }: PreviewDependencies): Promise<Preview> {
  const visitor = user(IDS.person, 'You', false);
  const conversation = createChangesSeen();
  const closing = new AbortController();
  // A new one each time: the bot registers its commands only where it has not done so before.
  const applicationId = newId();
  let registered: readonly unknown[] = [];
  let commands: Commands = [];
  const discord = await startDiscord({
    token: randomBytes(18).toString('base64url'),
    person: visitor,
    applicationId,
    fileUrl: (id, name) => `/preview/files/${id}/${encodeURIComponent(name)}`,
    onChange(change) {
      if (change.kind === 'commands') {
        registered = change.commands;
        commands = Commands.parse(registered);
      }
      conversation.add(change);
    },
  });
  const actions = createActions({
    discord,
    conversation,
    commands: () => commands,
    visitor,
    applicationId,
  });
  const routes = createRoutes({
    discord,
    conversation,
    actions,
    commands: () => registered,
    examples: () => examplesOf(app, `<@${IDS.bot}>`),
    visitor,
    closing: closing.signal,
    log,
  });
  const { apiUrl, token } = discord;
  return {
    routes,
    apiUrl,
    token,
    guildId: IDS.guild,
    join: () => void discord.join(undefined, IDS.channel),
    async close() {
      closing.abort();
      await discord.stop();
    },
  };
}
