import { UserError } from '../../../errors.ts';
import type { ServerSettings } from '../../server-settings.ts';
import type { Server } from '../define/command.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';

/**
 * Throws `UserError` unless who asks may add articles there and take them out: by `/parley settings`.
 *
 * @param settings of that server; without them, only who manages it may
 */
export function assertMayEdit(
  server: Server | null | undefined,
  settings: Pick<ServerSettings, 'editors'> | undefined,
): Server {
  if (!server) throw new UserError(ADDING_WORDS.articlesThoseServer);
  if (server.mayManage || server.roles.some((role) => settings?.editors.includes(role))) return server;
  throw new UserError(ADDING_WORDS.onlyWhoManage);
}

/** How much one server may have fetched at a time: each takes minutes. */
const MOST = 2;
/** By the server's id, how much is under way. */
const underWay = new Map<string, number>();

/** Does work that fetches what a server names. Throws `UserError` where enough of that is under way there. */
export async function fewAtATime<T>(serverId: string, work: () => Promise<T>): Promise<T> {
  const others = underWay.get(serverId) ?? 0;
  if (others >= MOST) throw new UserError(ADDING_WORDS.serverHasReadings(others));
  underWay.set(serverId, others + 1);
  try {
    return await work();
  } finally {
    const left = (underWay.get(serverId) ?? 1) - 1;
    if (left > 0) underWay.set(serverId, left);
    else underWay.delete(serverId);
  }
}
