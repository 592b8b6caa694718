import { MessageFlags, type ButtonInteraction, type Message } from 'discord.js';
import type { Logger } from 'pino';
import { loggable } from '../domain/loggable.ts';
import type { Additions } from './messages/addition.ts';
import { attempt, isAcknowledged, isForbidden, isGone, reportBug } from './failure.ts';
import type { Intake, Refusal } from './messages/intake.ts';
import type { About, Ending, Journal } from './journal.ts';
import { ANSWER_WITHIN_MS } from './limits.ts';
import { mayAttach, withoutPictures } from './render/picture.ts';
import { editOptions, messageOptions, privateOptions } from './layout/message-options.ts';
import { createProgress, replaceByPrivate } from './replace-reply.ts';
import { sentenceReply, type Reply } from './reply.ts';
import type { Asked, Task } from './task.ts';
import { REFUSAL_WORDS } from './words/refusal-words.ts';

export interface ResponderDependencies {
  readonly intake: Intake;
  readonly additions: Additions;
  readonly journal: Journal;
  readonly log: Logger;
  /** Whether another process took them in, which may have acknowledged them. */
  readonly isHandedOn?: boolean;
}

interface Ended {
  readonly ending: Ending;
  readonly found: number | undefined;
  /** What is left to do when who asked has an answer; never rejects. */
  readonly rest?: () => Promise<void>;
}

export type Responder = ReturnType<typeof createResponder>;

/** Acknowledges that an answer will come, seen as it will be. */
export function deferAnswer(interaction: Asked, { isPrivate }: Pick<Task, 'isPrivate'>): Promise<unknown> {
  return interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

/** Says why it is not answered now. */
export async function turnAway(interaction: Asked, { repeated, sentence }: Refusal): Promise<void> {
  // A click needs no answer that can be seen; a command must have one.
  if (repeated && interaction.isButton()) await interaction.deferUpdate();
  else await interaction.reply(privateOptions(sentenceReply(sentence)));
}

/** Tells who clicked, and nobody else, why it did not go as it should. */
async function tellAlone(interaction: ButtonInteraction, reply: Reply, ending: Ending): Promise<Ended> {
  await interaction.followUp(privateOptions(reply));
  return { ending, found: reply.found };
}

/** Carries a reply to Discord: acknowledged at once, whatever happens then. Nothing in it rejects. */
export function createResponder({
  intake,
  additions,
  journal,
  log,
  isHandedOn = false,
}: ResponderDependencies) {
  const run = (
    { about, work, withinMs = ANSWER_WITHIN_MS }: Task,
    tell: (reply: Reply) => void = () => undefined,
  ) => attempt({ log, withinMs, about: { ...about } }, (signal) => work(signal, tell));

  async function acknowledge(interaction: Asked, defer: () => Promise<unknown>): Promise<void> {
    if (interaction.deferred) return;
    try {
      await defer();
    } catch (error) {
      if (!isHandedOn || !isAcknowledged(error)) throw error;
      interaction.deferred = true;
    }
  }

  /** A new message: `isPrivate` decides who sees it, and a refusal is always private. */
  async function answer(interaction: Asked, task: Task): Promise<void> {
    await handle(interaction, task, async () => {
      await acknowledge(interaction, () => deferAnswer(interaction, task));
      const teller = createProgress((said) => interaction.editReply(editOptions(said)));
      const { reply, outcome } = await run(task, (said) => teller.tell(said));
      await teller.end();
      const ended = { ending: outcome, found: reply.found };
      if (outcome === 'refused' && !task.isPrivate) {
        await replaceByPrivate(interaction, reply);
        return ended;
      }
      const message = await edit(interaction, reply, task.about);
      await reply.sent?.();
      if (reply.found !== undefined) await task.shown?.(message.id);
      return { ...ended, rest: () => addLater(interaction, task, reply, message.id) };
    });
  }

  /** Another content of the message that the button is on; what went wrong is told to who clicked alone. */
  async function update(interaction: ButtonInteraction, task: Task): Promise<void> {
    await handle(interaction, task, async () => {
      await acknowledge(interaction, () => interaction.deferUpdate());
      const { reply, outcome } = await run(task);
      if (outcome !== 'done') return tellAlone(interaction, reply, outcome);
      const { id } = interaction.message;
      await additions.leave(id);
      await edit(interaction, reply, task.about);
      return { ending: outcome, found: reply.found, rest: () => addLater(interaction, task, reply, id) };
    });
  }

  /** A message for all beside the private one, which is told by `after`. */
  async function publish(
    interaction: ButtonInteraction,
    task: Task,
    after: () => Promise<void>,
  ): Promise<void> {
    await handle(interaction, task, async () => {
      await acknowledge(interaction, () => interaction.deferUpdate());
      const { reply, outcome } = await run(task);
      if (outcome !== 'done') return tellAlone(interaction, reply, outcome);
      let message: Message;
      try {
        const shown = mayAttach(interaction) ? reply : withoutPictures(reply);
        message = await interaction.followUp(messageOptions(shown));
      } catch (error) {
        if (!isForbidden(error)) throw error;
        const refusal = sentenceReply(REFUSAL_WORDS.mayNotWriteHere);
        return tellAlone(interaction, refusal, 'refused');
      }
      // With its text it would have its button for this again, and who asked sees it with the other one.
      await additions.leave(interaction.message.id);
      await after();
      const rest = () => addLater(interaction, task, reply, message.id, message.id);
      return { ending: outcome, found: reply.found, rest };
    });
  }

  /** @param message which one is edited, where it is not the interaction's own */
  function addLater(
    interaction: Asked,
    { about, shown }: Task,
    reply: Reply,
    messageId: string,
    message = '@original',
  ): Promise<void> {
    return additions.await({
      messageId,
      reply,
      about,
      edit: (next) => interaction.editReply({ ...editOptions(next), message }),
      onRead: async (read) => shown?.(messageId, read),
    });
  }

  /** Turns away what may not be answered now, counts what may, writes the one line, and catches what Discord refuses. */
  async function handle(
    interaction: Asked,
    { about, place, settings, counts, question }: Task,
    work: () => Promise<Ended>,
  ): Promise<void> {
    const end = journal.begin();
    try {
      const refusal = await intake.refusal(place, settings, counts);
      if (refusal) {
        await turnAway(interaction, refusal);
        return end({ about, ending: refusal.reason });
      }
      const { ending, found, rest } = await intake.track(work);
      end({ about, ending, found, question });
      await rest?.();
    } catch (error) {
      const logged = { ...about, interaction: interaction.id, err: loggable(error) };
      if (isGone(error)) log.warn(logged, 'interaction expired');
      else log.error(logged, 'interaction could not be answered');
      end({ about, ending: isGone(error) ? 'gone' : 'failed' });
    }
  }

  /**
   * Without the permission for pictures the words alone. A reply that Discord does not take is a bug of ours: who asked
   * must not be left with "thinking …".
   */
  async function edit(interaction: Asked, reply: Reply, about: About): Promise<Message> {
    const shown = mayAttach(interaction) ? reply : withoutPictures(reply);
    try {
      return await interaction.editReply(editOptions(shown));
    } catch (error) {
      if (isGone(error)) throw error;
      if (shown.files && isForbidden(error)) return edit(interaction, withoutPictures(reply), about);
      return interaction.editReply(editOptions(reportBug(log, error, { ...about })));
    }
  }

  return { answer, update, publish };
}
