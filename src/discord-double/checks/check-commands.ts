import { z } from 'zod';
import { chars, problemOf, type Problem } from './problem.ts';

const Choice = z.object({ name: chars(100).min(1), value: z.union([chars(100), z.number()]) });
const Choices = z.object({ choices: z.array(Choice).max(25) });

const optionFields = {
  type: z.number().int().min(1).max(11),
  name: z.string().regex(/^[-_\p{Ll}\p{N}]{1,32}$/u),
  description: chars(100).min(1),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z.array(Choice).max(25).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
};
const Option = z
  .object({ ...optionFields, options: z.array(z.object(optionFields)).max(25).optional() })
  .refine(
    (option) => !(option.autocomplete && option.choices?.length),
    'autocomplete and choices exclude each other',
  );

/** A command on messages or people, by its right click. */
const MenuCommand = z.object({
  type: z.union([z.literal(2), z.literal(3)]),
  name: chars(32).min(1),
  description: z.literal('').optional(),
  options: z.undefined().optional(),
});

const Commands = z
  .array(
    z.union([
      MenuCommand,
      z.object({
        type: z.literal(1).optional(),
        name: z.string().regex(/^[-_\p{Ll}\p{N}]{1,32}$/u),
        description: chars(100).min(1),
        options: z
          .array(Option)
          .max(25)
          .refine(
            (options) =>
              options.every(
                (option, index) => !option.required || options.slice(0, index).every((o) => o.required),
              ),
            'Required options must be placed before non-required options',
          )
          .optional(),
      }),
    ]),
  )
  .max(100);

/** Discord's error for choices or commands that it would not take; null when it would. */
export const checkChoices = (body: unknown): Problem | null => problemOf(Choices, body);
export const checkCommands = (body: unknown): Problem | null => problemOf(Commands, body);
