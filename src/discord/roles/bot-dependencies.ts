import type { Logger } from 'pino';
import type { App } from '../../app.ts';
import type { Collections } from '../../app/collections.ts';
import type { Counter } from '../messages/intake.ts';
import type { Jobs } from './handed-on.ts';

/** What the bot is made of, whatever part of it this process is. */
export interface BotDependencies {
  /** Over the operator's collection. */
  readonly app: App;
  /** Those of servers; absent or null where no server can have one. */
  readonly collections?: Collections | null;
  /** Absent for a bot on Discord: one that is only tried looks after no servers. */
  readonly isTried?: boolean;
  readonly token: string;
  /** Discord's REST address without the version; it also tells where the gateway is. */
  readonly apiUrl: string;
  /** Registers the commands to this server only; null for everywhere. */
  readonly guildId: string | null;
  /** Whether the words of questions are logged. */
  readonly logQuestions: boolean;
  /** Where others reach the reader, for links to quotes in their articles; null: links lead to the outlets. */
  readonly readerUrl: string | null;
  readonly log: Logger;
  /** Where what is asked is left to other processes to answer; without it, it is answered here. */
  readonly handOn?: { readonly jobs: Jobs; readonly counter: Counter };
}
