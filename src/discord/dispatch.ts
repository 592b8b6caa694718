import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Collections } from '../app/collections.ts';
import { loggable } from '../domain/loggable.ts';
import { UserError } from '../errors.ts';
import { withButtons } from './buttons/index.ts';
import { createClicks } from './clicks.ts';
import { isCounted, type Choice, type Command, type MessageCommand } from './commands/define/command.ts';
import { rememberTalk, talkOf } from './messages/talk.ts';
import { isGone, reportBug, within } from './failure.ts';
import { COMPLETE_WITHIN_MS, LONG_WORK_WITHIN_MS } from './limits.ts';
import { answerOf, attachedOf, isGuest, optionValues, withinLimits } from './read-interaction.ts';
import { readMessageText } from './layout/read-message-text.ts';
import { canThread, isAllowed, placeOf, serverOf } from './render/place.ts';
import { privateOptions } from './layout/message-options.ts';
import { sentenceReply } from './reply.ts';
import type { Responder } from './respond.ts';
import type { Door } from './servers/door.ts';
import type { ReadSettings } from './server-settings.ts';
import { REFUSAL_WORDS } from './words/refusal-words.ts';

export interface DispatchDependencies {
  /** Over the operator's collection, for what is of a server and not of what it reads. */
  readonly home: App;
  readonly door: Door;
  readonly collections: Collections | null;
  readonly commands: readonly Command[];
  readonly messageCommands: readonly MessageCommand[];
  readonly responder: Responder;
  readonly readSettings: ReadSettings;
  readonly log: Logger;
}

/** Answers interactions: a route for each kind. The function it gives never rejects. */
export function createDispatch(dependencies: DispatchDependencies) {
  const { home, door, collections, commands, messageCommands, responder, readSettings, log } = dependencies;
  return async (interaction: Interaction): Promise<void> => {
    if (interaction.user.bot) return;
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else await enter(interaction, (app) => answer(app, interaction));
    } catch (error) {
      const about = { interaction: interaction.id, server: interaction.guildId, err: loggable(error) };
      if (isGone(error)) log.warn(about, 'interaction expired');
      else if (interaction.isRepliable() && !interaction.replied) await apologize(interaction, error);
      else log.error(about, 'interaction could not be answered');
    }
  };

  /** A server's settings are there whatever became of its collection. */
  function enter<T>(interaction: Interaction, work: (app: App) => Promise<T>): Promise<T> {
    const name = 'commandName' in interaction ? interaction.commandName : null;
    const isOfServer = commands.some((command) => command.name === name && command.isOfServer);
    return isOfServer ? work(home) : door(placeOf(interaction), work);
  }

  async function answer(app: App, interaction: Interaction): Promise<void> {
    const clicks = createClicks({ app, commands, responder, readSettings });
    if (interaction.isChatInputCommand()) await runCommand(app, interaction);
    else if (interaction.isMessageContextMenuCommand()) await runMessageCommand(app, interaction);
    else if (interaction.isButton()) await clicks.click(interaction);
    else if (interaction.isModalSubmit()) await clicks.submit(interaction);
  }

  /** What failed before there was a task, the store most likely: better a sentence than Discord's silence. */
  async function apologize(interaction: RepliableInteraction, error: unknown): Promise<void> {
    try {
      const sentence =
        error instanceof UserError
          ? sentenceReply(error.message)
          : reportBug(log, error, { server: interaction.guildId });
      await interaction.reply(privateOptions(sentence));
    } catch (refused) {
      log.warn({ err: loggable(refused) }, 'no answer at all');
    }
  }

  async function runCommand(app: App, interaction: ChatInputCommandInteraction): Promise<void> {
    const options = optionValues(interaction);
    const name = interaction.commandName;
    const command = commands.find((one) => one.name === name);
    const place = placeOf(interaction);
    const settings = await readSettings(place.guildId);
    const wantsPrivate = command === undefined || command.visibility(options) === 'private';
    const guest = isGuest(interaction) && options.private !== false;
    const isPrivate = wantsPrivate || guest || settings.isPrivate || !isAllowed(place, settings);
    await responder.answer(interaction, {
      about: { command: name, server: place.guildId },
      place,
      settings,
      isPrivate,
      counts: command === undefined || isCounted(command, options),
      question: typeof options.question === 'string' ? options.question : undefined,
      shown: async (messageId, read) => rememberTalk(app, [messageId], read ?? (await talkOf(app, options))),
      ...longOf(command),
      work: async (signal, tell) => {
        if (command === undefined) return sentenceReply(GONE);
        const reply = await command.run({
          app,
          options,
          page: 0,
          commands,
          server: serverOf(interaction),
          settings,
          asker: { ...place, name: interaction.user.displayName },
          collections,
          attached: attachedOf(interaction.options.resolved?.attachments),
          progress: { tell, answer: answerOf(interaction) },
          signal,
        });
        const origin = {
          command: name,
          options,
          isPrivate,
          asker: place.userId,
          canThread: canThread(place),
        };
        return withButtons(app, reply, origin);
      },
    });
  }

  async function runMessageCommand(
    app: App,
    interaction: MessageContextMenuCommandInteraction,
  ): Promise<void> {
    const name = interaction.commandName;
    const command = messageCommands.find((one) => one.name === name);
    const place = placeOf(interaction);
    const settings = await readSettings(place.guildId);
    await responder.answer(interaction, {
      about: { command: name, server: place.guildId },
      place,
      settings,
      isPrivate: true,
      counts: true,
      ...longOf(command),
      work: async (signal, tell) => {
        if (command === undefined) return sentenceReply(GONE);
        return command.run({
          app,
          text: readMessageText(interaction.targetMessage),
          server: serverOf(interaction),
          settings,
          asker: { ...place, name: interaction.user.displayName },
          attached: attachedOf(interaction.targetMessage.attachments),
          progress: { tell, answer: answerOf(interaction) },
          signal,
        });
      },
    });
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const command = commands.find(({ name }) => name === interaction.commandName);
    const { name: option, value } = interaction.options.getFocused(true);
    let choices: readonly Choice[] = [];
    try {
      choices =
        (await within(COMPLETE_WITHIN_MS, () =>
          enter(interaction, async (app) =>
            command?.complete?.({ app, option, value, guildId: interaction.guildId }),
          ),
        )) ?? [];
    } catch (error) {
      log.error({ command: interaction.commandName, option, err: loggable(error) }, 'completion failed');
    }
    await interaction.respond(withinLimits(choices));
  }
}

const GONE = REFUSAL_WORDS.commandGone;

/** What takes minutes may. */
const longOf = (command: Pick<Command, 'takesLong'> | undefined): { withinMs?: number } =>
  command?.takesLong ? { withinMs: LONG_WORK_WITHIN_MS } : {};
