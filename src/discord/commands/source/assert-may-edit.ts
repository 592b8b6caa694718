import type { App } from '../../../app.ts';
import { UserError } from '../../../errors.ts';
import { readSettings } from '../../settings.ts';
import type { Server } from '../define/command.ts';

/** Throws `UserError` unless who asks may add articles there and take them out: by `/parley settings`. */
export async function assertMayEdit(
  app: Pick<App, 'note'>,
  server: Server | null | undefined,
): Promise<Server> {
  if (!server) throw new UserError('Articles are those of a server; use the command there.');
  const { editors } = await readSettings(app, server.id);
  if (server.mayManage || server.roles.some((role) => editors.includes(role))) return server;
  throw new UserError(
    'Only who may manage this server can do that, and roles that they name with /parley settings editors.',
  );
}
