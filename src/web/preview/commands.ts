import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { FilledOption } from '../../discord-double/interactions.ts';

const base = {
  type: z.enum(ApplicationCommandOptionType),
  name: z.string(),
  description: z.string().default(''),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).default([]),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
};
const Option = z.object(base);
const Command = z.object({
  type: z.enum(ApplicationCommandType).default(ApplicationCommandType.ChatInput),
  name: z.string(),
  description: z.string().default(''),
  options: z.array(z.object({ ...base, options: z.array(Option).default([]) })).default([]),
});

/** The definitions that the bot registered, as far as filling them in needs them. */
export const Commands = z.array(Command);
export type Commands = z.infer<typeof Commands>;
type Option = z.infer<typeof Option>;

type Values = Readonly<Record<string, string | number | boolean>>;

export interface Asked {
  readonly name: string;
  readonly subcommand?: string | undefined;
  readonly values: Values;
  /** The option that is still being typed: what is missing beside it does not matter yet. */
  readonly focused?: string | undefined;
}

const { Boolean: Flag, Integer, Number: Real, Subcommand } = ApplicationCommandOptionType;

/**
 * The options of a slash command as Discord sends them to the bot.
 *
 * @throws UserError for a command or an option that is not registered, a value that does not fit, or one that is missing
 */
export function fillOptions(
  commands: Commands,
  { name, subcommand, values, focused }: Asked,
): FilledOption[] {
  const command = commands.find((one) => one.name === name && one.type === ApplicationCommandType.ChatInput);
  if (!command) throw new UserError(`There is no command /${name}; /help lists those that are there.`);
  if (subcommand === undefined) return fill(`/${name}`, command.options, values, focused);
  const below = command.options.find((one) => one.name === subcommand && one.type === Subcommand);
  if (!below) throw new UserError(`There is no command /${name} ${subcommand}.`);
  return [
    {
      name: subcommand,
      type: Subcommand,
      options: fill(`/${name} ${subcommand}`, below.options, values, focused),
    },
  ];
}

function fill(
  command: string,
  options: readonly Option[],
  values: Values,
  focused: string | undefined,
): FilledOption[] {
  const unknown = Object.keys(values).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined) throw new UserError(`${command} has no option “${unknown}”.`);
  return options.flatMap((option): FilledOption[] => {
    const { name, type, required } = option;
    const value = values[name];
    if (name === focused) return [{ name, type, value: value ?? '', focused: true }];
    if (value === undefined && focused === undefined && required)
      throw new UserError(`${command} needs its option “${name}”.`);
    if (value === undefined) return [];
    const problem = focused === undefined ? misfit(option, value) : null;
    if (problem !== null) throw new UserError(`The option “${name}” of ${command} ${problem}.`);
    return [{ name, type, value }];
  });
}

/** Why Discord would not take the value; null when it would. */
function misfit(
  { type, choices, min_value, max_value }: Option,
  value: string | number | boolean,
): string | null {
  if (type === Flag) return typeof value === 'boolean' ? null : 'is true or false';
  if (type === Integer || type === Real) {
    const fits =
      typeof value === 'number' &&
      (type === Real || Number.isInteger(value)) &&
      value >= (min_value ?? -Infinity) &&
      value <= (max_value ?? Infinity);
    return fits ? null : `takes a number${rangeOf(min_value, max_value)}`;
  }
  if (typeof value !== 'string' || value.trim() === '') return 'takes words';
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    return 'takes one of the choices that it offers';
  return null;
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` from ${least} on`;
  return least === undefined ? ` up to ${most}` : ` from ${least} to ${most}`;
}
