import {
  ApplicationCommandOptionType,
  InteractionContextType,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { Attached, Choice, OptionValues, Progress } from './commands/define/command.ts';
import { LIMITS } from './limits.ts';
import { plainLine } from './render/escape.ts';

/** Whether the bot is there only for who asks: it was not invited, so it does not speak to all unasked. */
export function isGuest({ authorizingIntegrationOwners, context }: ChatInputCommandInteraction): boolean {
  if (context === InteractionContextType.BotDM) return false;
  return authorizingIntegrationOwners.guildId === null;
}

/** A value that is too long is left out: cut, it would name something else. */
export function withinLimits(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ value }) => value.length <= LIMITS.choiceChars)
    .slice(0, LIMITS.choices)
    .map(({ name, value }) => ({ name: plainLine(name, LIMITS.choiceChars), value }));
}

/** What was filled in, also below a subcommand, which is then an option of its own. */
export function optionValues({ options: { data } }: ChatInputCommandInteraction): OptionValues {
  const filled = data
    .flatMap((option) => option.options ?? [option])
    .flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  const below = data.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return Object.fromEntries(below ? [['subcommand', below.name], ...filled] : filled);
}

/** The files that came with it. */
export function attachedOf(files: ReadonlyMap<string, Attached> | null | undefined): Attached[] {
  return [...(files?.values() ?? [])].map(({ name, url, size }) => ({ name, url, size }));
}

/** Where its answer can be edited while its token holds. */
export const answerOf = ({ applicationId, token }: RepliableInteraction): Progress['answer'] => ({
  applicationId,
  token,
});

/** What was filled in or chosen, by the custom id of the field. */
export function fieldsOf({ fields }: ModalSubmitInteraction): Record<string, string> {
  return Object.fromEntries(
    fields.fields.map((field, id) => {
      if ('value' in field && typeof field.value === 'string') return [id, field.value];
      return [id, 'values' in field ? (field.values[0] ?? '') : ''];
    }),
  );
}
