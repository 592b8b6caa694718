import { UserError } from '../../../errors.ts';
import type { ServerSettings } from '../../settings.ts';
import type { Server } from '../define/command.ts';

/**
 * Throws `UserError` unless who asks may add articles there and take them out: by `/parley settings`.
 *
 * @param settings of that server; without them, only who manages it may
 */
export function assertMayEdit(
  server: Server | null | undefined,
  settings: Pick<ServerSettings, 'editors'> | undefined,
): Server {
  if (!server) throw new UserError('Articles are those of a server; use the command there.');
  if (server.mayManage || server.roles.some((role) => settings?.editors.includes(role))) return server;
  throw new UserError(
    'Only who may manage this server can do that, and roles that they name with /parley settings editors.',
  );
}
