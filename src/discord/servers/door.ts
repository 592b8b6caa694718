import type { App } from '../../app.ts';
import type { Collections } from '../../app/collections.ts';
import { UserError } from '../../errors.ts';
import { withReaderLinks } from '../render/reader-links.ts';
import type { Place } from '../render/place.ts';
import type { ReadSettings } from '../server-settings.ts';
import { COMMAND_IDS_NOTE } from '../words/command-links.ts';
import { readOnlyApp } from './read-only-app.ts';
import { collectionAt } from './ties.ts';
import { SERVER_WORDS } from '../words/server-words.ts';

export interface DoorDependencies {
  /** Over the operator's collection, which keeps what is the bot's own. */
  readonly app: App;
  /** Null: no server has one of its own. */
  readonly collections: Pick<Collections, 'use'> | null;
  readonly readSettings: ReadSettings;
  /** Where others reach the reader; null: nowhere. */
  readonly readerUrl: string | null;
  /** Whether what is done there may change the operator's collection. */
  readonly isOperators: (guildId: string | null) => boolean;
  /** Whether somebody is in the server from which that may be done: then they may correct directly, too. */
  readonly isAmongOperators: (userId: string) => Promise<boolean>;
}

type Asked = Pick<Place, 'guildId' | 'channelId' | 'parentId'> & Partial<Pick<Place, 'userId'>>;

/**
 * Where all that comes from Discord gets its collection, once: whatever is done then knows no other. Throws `UserError`
 * where the collection of that place is gone.
 */
export type Door = <T>(asked: Asked, work: (app: App) => Promise<T>) => Promise<T>;

export function createDoor(dependencies: DoorDependencies): Door {
  const { app, collections, readSettings, readerUrl, isOperators, isAmongOperators } = dependencies;
  const shared = withReaderLinks(app, readerUrl);
  return async (asked, work) => {
    const key = collectionAt(asked, await readSettings(asked.guildId));
    if (key === null && isOperators(asked.guildId)) return work(shared);
    if (key === null) {
      const { guildId, userId } = asked;
      const isDirect = guildId === null && userId !== undefined;
      const mayCorrect = async (): Promise<boolean> => isDirect && isAmongOperators(userId);
      return work(readOnlyApp(shared, guildId ?? 'direct', mayCorrect));
    }
    if (collections === null) throw new UserError(NONE_HERE);
    return collections.use(key, (own) => work(openedApp(own, app, readerUrl && `${readerUrl}/c/${key}`)));
  };
}

/** A server's collection, with links to its pages and to the commands as Discord registered them. */
export function openedApp(own: App, home: Pick<App, 'note'>, readerUrl: string | null): App {
  const linked = withReaderLinks(own, readerUrl);
  return {
    ...linked,
    get sides() {
      return own.sides;
    },
    get topics() {
      return own.topics;
    },
    note: (name) => (name === COMMAND_IDS_NOTE ? home : own).note(name),
  };
}

const NONE_HERE = SERVER_WORDS.serversHaveNo;
