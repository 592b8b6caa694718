import { ApplicationCommandOptionType as Type } from 'discord.js';
import { z } from 'zod';

const optionFields = {
  type: z.enum(Type),
  name: z.string(),
  required: z.boolean().optional(),
  choices: z.array(z.object({ value: z.union([z.string(), z.number()]) })).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
};
const Leaf = z.object(optionFields);
type Leaf = z.infer<typeof Leaf>;
const Option = Leaf.extend({ options: z.array(Leaf).optional() });
const Command = z.object({ name: z.string(), options: z.array(Option).optional() });

/** What somebody sent, as far as it is looked at here. */
const Filled = z.looseObject({
  name: z.string(),
  value: z.unknown().optional(),
  options: z.array(z.looseObject({ name: z.string(), value: z.unknown().optional() })).optional(),
});
const Sent = z.looseObject({ name: z.string(), options: z.array(Filled).optional() });
type Given = Pick<z.infer<typeof Filled>, 'name' | 'value'>;

/** Why nobody can send `/name` filled in like that; null where they can, or where there is no such command. */
export function checkFilled(commands: readonly object[], data: unknown): string | null {
  const sent = Sent.safeParse(data).data;
  const command = commands
    .map((one) => Command.safeParse(one).data)
    .find((one) => one?.name === sent?.name && one?.options !== undefined);
  if (sent === undefined || command?.options === undefined) return null;
  const [below] = sent.options ?? [];
  const chosen = command.options.find(({ type, name }) => type === Type.Subcommand && name === below?.name);
  return chosen
    ? problemIn(chosen.options ?? [], below?.options ?? [])
    : problemIn(command.options, sent.options ?? []);
}

function problemIn(options: readonly Leaf[], given: readonly Given[]): string | null {
  const unknown = given.find(({ name }) => options.every((option) => option.name !== name));
  if (unknown) return `there is no option ${unknown.name}`;
  for (const option of options) {
    const value = given.find(({ name }) => name === option.name)?.value;
    if (value === undefined ? option.required === true : !fits(option, value))
      return `${option.name} cannot be ${value === undefined ? 'left out' : JSON.stringify(value)}`;
  }
  return null;
}

function fits(option: Leaf, value: unknown): boolean {
  const { type, choices, min_value: least = -Infinity, max_value: most = Infinity } = option;
  if (choices?.length) return choices.some((choice) => choice.value === value);
  if (type === Type.Integer || type === Type.Number)
    return (
      typeof value === 'number' &&
      value >= least &&
      value <= most &&
      (type === Type.Number || Number.isInteger(value))
    );
  if (type === Type.Boolean) return typeof value === 'boolean';
  const { min_length: shortest = 0, max_length: longest = 6000 } = option;
  return typeof value === 'string' && value.length >= shortest && value.length <= longest;
}
