import {
  MessageFlags,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Choice, Command, OptionValues } from './commands/command.ts';
import { attempt, isGone, loggable, reportBug, within } from './failure.ts';
import { plainLine } from './escape.ts';
import { ANSWER_WITHIN_MS, COMPLETE_WITHIN_MS, LIMITS } from './limits.ts';
import { messageOptions, sentenceReply, type Reply } from './reply.ts';

export interface DispatchDependencies {
  readonly app: App;
  readonly commands: readonly Command[];
  readonly log: Logger;
}

/** Answers interactions: a route for each kind. The function it gives never rejects. */
export function createDispatch({ app, commands, log }: DispatchDependencies) {
  return async (interaction: Interaction): Promise<void> => {
    if (interaction.user.bot) return;
    try {
      if (interaction.isChatInputCommand()) await runCommand(interaction);
      else if (interaction.isAutocomplete()) await complete(interaction);
    } catch (error) {
      const about = { interaction: interaction.id, server: interaction.guildId, err: loggable(error) };
      if (isGone(error)) log.warn(about, 'interaction expired');
      else log.error(about, 'interaction could not be answered');
    }
  };

  async function runCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const startedMs = performance.now();
    const about = { command: interaction.commandName, server: interaction.guildId };
    const options = optionValues(interaction);
    const command = commands.find(({ name }) => name === interaction.commandName);
    const isPrivate = command === undefined || command.visibility(options) === 'private';
    await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    const { reply, outcome } = await attempt({ log, withinMs: ANSWER_WITHIN_MS, about }, async (signal) =>
      command === undefined
        ? sentenceReply('This command is no longer here; /help lists those that are.')
        : command.run({ app, options, page: 0, commands, signal }),
    );
    if (outcome === 'refused' && !isPrivate) await replaceByPrivate(interaction, reply);
    else await edit(interaction, reply, about);
    log.info({ ...about, outcome, latencyMs: Math.round(performance.now() - startedMs) }, 'command');
  }

  /** A reply that Discord does not take is a bug of ours: who asked must not be left with "thinking …". */
  async function edit(interaction: ChatInputCommandInteraction, reply: Reply, about: object): Promise<void> {
    try {
      await interaction.editReply(messageOptions(reply));
    } catch (error) {
      if (isGone(error)) throw error;
      await interaction.editReply(messageOptions(reportBug(log, error, { ...about })));
    }
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const command = commands.find(({ name }) => name === interaction.commandName);
    const { name: option, value } = interaction.options.getFocused(true);
    let choices: readonly Choice[] = [];
    try {
      choices =
        (await within(COMPLETE_WITHIN_MS, async () => command?.complete?.({ app, option, value }))) ?? [];
    } catch (error) {
      log.error({ command: interaction.commandName, option, err: loggable(error) }, 'completion failed');
    }
    await interaction.respond(withinLimits(choices));
  }
}

/**
 * Whether a reply is private is settled by the acknowledgement; a private one afterwards needs the first one gone. Where
 * Discord does not let it go, the sentence is better said to all than not at all.
 */
async function replaceByPrivate(interaction: ChatInputCommandInteraction, reply: Reply): Promise<void> {
  try {
    await interaction.deleteReply();
  } catch (error) {
    if (isGone(error)) throw error;
    await interaction.editReply(messageOptions(reply));
    return;
  }
  await interaction.followUp({ ...messageOptions(reply), flags: MessageFlags.Ephemeral });
}

/** A value that is too long is left out: cut, it would name something else. */
function withinLimits(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ value }) => value.length <= LIMITS.choiceChars)
    .slice(0, LIMITS.choices)
    .map(({ name, value }) => ({ name: plainLine(name, LIMITS.choiceChars), value }));
}

function optionValues(interaction: ChatInputCommandInteraction): OptionValues {
  return Object.fromEntries(
    interaction.options.data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
}
