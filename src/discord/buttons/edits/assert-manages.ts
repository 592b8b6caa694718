import { UserError } from '../../../errors.ts';
import type { Server } from '../../commands/define/command.ts';

/** Throws `UserError` for who may not. */
export function assertManages(server: Server | null | undefined): void {
  if (server?.mayManage !== true)
    throw new UserError('Only who may manage this server can edit its sides and topics.');
}
