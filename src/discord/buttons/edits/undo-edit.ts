import { z } from 'zod';
import { sentenceReply } from '../../reply.ts';
import type { ReplyButton } from '../button.ts';
import { EDIT_WORDS } from '../../words/edit-words.ts';
import { UserError } from '../../../errors.ts';
import type { Server } from '../../commands/define/command.ts';

const Undone = z.object({ edit: z.int() });

/** Takes an edit of sides or topics back, for who made it and still may edit. */
export const undoEdit: ReplyButton = {
  kind: 'reply',
  action: 'undo-edit',
  takesLong: true,
  label: EDIT_WORDS.undo,
  // Stands under what was edited, and nowhere else.
  applies: () => false,
  async run({ app, server, shown, clicker, signal }) {
    assertManages(server);
    const { edit } = Undone.parse(shown.options);
    await app.undoTableEdit(edit, clicker.id, signal);
    return { reply: sentenceReply(EDIT_WORDS.takenBackBefore), command: 'undo-edit', options: {} };
  },
};

/** Throws `UserError` for who may not. */
export function assertManages(server: Server | null | undefined): void {
  if (server?.mayManage !== true) throw new UserError(EDIT_WORDS.onlyWhoManage);
}
