import { UserError } from '../../../errors.ts';
import type { Server } from '../../commands/define/command.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';

/** Throws `UserError` for who may not. */
export function assertManages(server: Server | null | undefined): void {
  if (server?.mayManage !== true) throw new UserError(EDIT_WORDS.onlyWhoManage);
}
