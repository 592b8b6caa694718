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
