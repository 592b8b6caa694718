import type { RepliableInteraction } from 'discord.js';
import { isGone } from './failure.ts';
import { editOptions, privateOptions } from './layout/message-options.ts';
import { TELL_EVERY_MS } from './limits.ts';
import type { Reply } from './reply.ts';

/** Edits in where long work is: one edit at a time and not too often, and none after its end. */
export function createProgress(edit: (reply: Reply) => Promise<unknown>) {
  let telling: Promise<unknown> | null = null;
  let last = performance.now();
  let isOver = false;
  return {
    tell(reply: Reply): void {
      if (isOver || telling !== null || performance.now() - last < TELL_EVERY_MS) return;
      last = performance.now();
      // What is wrong with the message is said by its last edit.
      telling = edit(reply)
        .catch(() => undefined)
        .finally(() => (telling = null));
    },
    async end(): Promise<void> {
      isOver = true;
      await telling;
    },
  };
}

/**
 * Whether a reply is private is settled by the acknowledgement; a private one afterwards needs the first one gone. Where
 * Discord does not let it go, the sentence is better said to all than not at all.
 */
export async function replaceByPrivate(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  try {
    await interaction.deleteReply();
  } catch (error) {
    if (isGone(error)) throw error;
    await interaction.editReply(editOptions(reply));
    return;
  }
  await interaction.followUp(privateOptions(reply));
}
