import { type ButtonInteraction, type ModalSubmitInteraction } from 'discord.js';
import type { App } from '../app.ts';
import { UserError } from '../errors.ts';
import { buttonOf, customIdOf, rowsOf, withButtons, type Origin } from './buttons/index.ts';
import type { ClickContext } from './buttons/button.ts';
import { context } from './buttons/context.ts';
import { withSince } from './buttons/since-shown.ts';
import { recallSuggestion, type Suggested } from './buttons/suggestion.ts';
import { isCounted, type Command, type Server } from './commands/define/command.ts';
import { markdownLine } from './render/escape.ts';
import { canThread, isAllowed, serverOf } from './render/place.ts';
import { assertMayCorrect } from './servers/read-only-app.ts';
import { withoutUse, withOtherRows } from './layout/shown-components.ts';
import { privateOptions } from './layout/message-options.ts';
import { LONG_WORK_WITHIN_MS } from './limits.ts';
import { amended, sentenceReply, type Reply } from './reply.ts';
import { fieldsOf } from './read-interaction.ts';
import type { Responder } from './respond.ts';
import type { ReadSettings } from './server-settings.ts';
import { clickTask, type Task } from './task.ts';
import { rememberTalk, talkOf } from './messages/talk.ts';
import { recallShown, type ShownMessage } from './messages/shown-message.ts';
import { openThread } from './messages/threads.ts';
import { REFUSAL_WORDS } from './words/refusal-words.ts';

export interface ClickDependencies {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly responder: Responder;
  readonly readSettings: ReadSettings;
}

const TOO_OLD = REFUSAL_WORDS.buttonsTooOld;
const NAME_CHARS = 80;

/** Answers clicks on the buttons of a message and the forms they open. */
export function createClicks({ app, commands, responder, readSettings }: ClickDependencies) {
  function contextOf(
    interaction: ButtonInteraction | ModalSubmitInteraction,
    shown: ShownMessage,
    signal: AbortSignal,
  ): ClickContext {
    const { id, displayName } = interaction.user;
    const clicker = { id, name: displayName };
    return { app, commands, server: serverOf(interaction), shown, clicker, signal };
  }

  async function again(
    shown: ShownMessage,
    page: number,
    origin: Origin,
    server: Server | null,
    signal: AbortSignal,
  ): Promise<Reply> {
    const command = commands.find(({ name }) => name === shown.command);
    if (!command) throw new UserError(TOO_OLD);
    const { options } = shown;
    return withButtons(app, await command.run({ app, options, page, commands, server, signal }), origin);
  }

  /** A button that offers something to ask for: as if who clicked had typed it. */
  async function suggested(interaction: ButtonInteraction, { command, options }: Suggested): Promise<void> {
    const settings = await readSettings(interaction.guildId);
    const found = commands.find(({ name }) => name === command);
    if (!found) return tooOld(interaction);
    const base = clickTask(interaction, settings, 'try', isCounted(found, options));
    const { place } = base;
    const isPrivate =
      found.visibility(options) === 'private' || settings.isPrivate || !isAllowed(place, settings);
    const origin = { command, options, isPrivate, asker: place.userId, canThread: canThread(place) };
    const run = { app, options, page: 0, commands, server: serverOf(interaction) };
    await responder.answer(interaction, {
      ...base,
      isPrivate,
      question: options['question'],
      shown: async (messageId, read) => rememberTalk(app, [messageId], read ?? (await talkOf(app, options))),
      work: async (signal) => withButtons(app, await found.run({ ...run, signal }), origin),
    });
  }

  async function click(interaction: ButtonInteraction): Promise<void> {
    const suggestion = await recallSuggestion(app, interaction.customId);
    if (suggestion === null) return tooOld(interaction);
    if (suggestion !== undefined) return suggested(interaction, suggestion);
    const found = buttonOf(interaction.customId);
    const all = found && (await recallShown(app, found.key));
    if (!found || !all) return tooOld(interaction);
    const { button, key, items } = found;
    const shown = items === null ? all : { ...all, items: all.items.slice(items.from, items.to) };
    const settings = await readSettings(interaction.guildId);
    // Who looks closer at an answer of theirs, turns its page or reads around it, asks nothing new.
    const isLook = button.kind === 'page' || button.action === context.action;
    const counts = !isLook && interaction.user.id !== shown.asker;
    const base = clickTask(interaction, settings, button.action, counts);
    if (button.kind === 'form') {
      // Nobody fills in what is refused then.
      await assertMayCorrect(app);
      await interaction.showModal(button.form(shown, customIdOf(button.action, key)));
      return;
    }
    if (button.kind === 'share') return share(interaction, shown, base);
    if (button.kind === 'thread')
      return responder.answer(interaction, {
        ...base,
        work: () => openThread(app, interaction.message, shown),
      });
    const asker = interaction.user.id;
    const isPrivate = button.kind === 'reply' || shown.isPrivate || asker !== shown.asker;
    const clicked = async (signal: AbortSignal): Promise<Reply> => {
      if (button.kind === 'page')
        return again(
          shown,
          button.target(shown),
          { ...shown, isPrivate, asker },
          serverOf(interaction),
          signal,
        );
      const { reply, command, options } = await button.run(contextOf(interaction, shown, signal));
      return withButtons(app, reply, { ...shown, command, options, isPrivate, asker });
    };
    const work = async (signal: AbortSignal): Promise<Reply> =>
      withSince(app, shown.items, await clicked(signal));
    // Nobody turns the page of somebody else's answer for all.
    if (button.kind === 'page' && (shown.isPrivate || asker === shown.asker))
      return responder.update(interaction, { ...base, work });
    const isLong = button.kind === 'reply' && button.takesLong;
    return responder.answer(interaction, {
      ...base,
      ...(isLong ? { withinMs: LONG_WORK_WITHIN_MS } : {}),
      work,
    });
  }

  async function share(
    interaction: ButtonInteraction,
    shown: ShownMessage,
    base: Omit<Task, 'work'>,
  ): Promise<void> {
    const asker = interaction.user.id;
    const work = async (signal: AbortSignal): Promise<Reply> => {
      if (!isAllowed(base.place, base.settings)) throw new UserError(REFUSAL_WORDS.channelShowsNone);
      const reply = await again(
        shown,
        shown.page,
        { ...shown, isPrivate: false, asker },
        serverOf(interaction),
        signal,
      );
      const name = markdownLine(interaction.user.displayName, NAME_CHARS);
      return amended(reply, async (one) => ({ ...one, content: REFUSAL_WORDS.sharedBy(one.content, name) }));
    };
    await responder.publish(interaction, { ...base, work }, async () => {
      const found = buttonOf(interaction.customId);
      const rows = found ? rowsOf({ ...shown, isPrivate: false }, found.key) : [];
      await interaction.editReply(withOtherRows(interaction.message, rows));
    });
  }

  async function submit(interaction: ModalSubmitInteraction): Promise<void> {
    const found = buttonOf(interaction.customId);
    const settings = await readSettings(interaction.guildId);
    const base = clickTask(interaction, settings, found?.button.action ?? 'gone', true);
    await responder.answer(interaction, {
      ...base,
      // What a form changes waits where articles are being read.
      withinMs: LONG_WORK_WITHIN_MS,
      work: async (signal) => {
        const shown = found && (await recallShown(app, found.key));
        if (!shown || found.button.kind !== 'form') throw new UserError(TOO_OLD);
        return found.button.submit({
          ...contextOf(interaction, shown, signal),
          fields: fieldsOf(interaction),
        });
      },
    });
  }

  return { click, submit };
}

/** The buttons are made to look as they are: without use. */
async function tooOld(interaction: ButtonInteraction): Promise<void> {
  await interaction.update(withoutUse(interaction.message));
  await interaction.followUp(privateOptions(sentenceReply(TOO_OLD)));
}
