import { z } from 'zod';
import { chars, problemOf, type Problem } from './problem.ts';

const Choice = z.object({ name: chars(100).min(1), value: z.union([chars(100), z.number()]) });
const Choices = z.object({ choices: z.array(Choice).max(25) });

const NAME = /^[-_'\p{Ll}\p{Lo}\p{M}\p{N}]{1,32}$/u;
const Locale = z.enum(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja ' +
    'zh-TW ko'
  ).split(' '),
);
const localized = {
  name_localizations: z.partialRecord(Locale, z.string().regex(NAME)).nullish(),
  description_localizations: z.partialRecord(Locale, chars(100).min(1)).nullish(),
};

const NAMED_TWICE = 'Option name already used';
function areNamedApart(all: readonly { readonly name: string }[]): boolean {
  return new Set(all.map(({ name }) => name)).size === all.length;
}

const optionFields = {
  ...localized,
  type: z.number().int().min(1).max(11),
  name: z.string().regex(/^[-_\p{Ll}\p{N}]{1,32}$/u),
  description: chars(100).min(1),
  required: z.boolean().optional(),
  autocomplete: z.boolean().optional(),
  choices: z.array(Choice).max(25).optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  min_length: z.number().int().min(0).max(6000).optional(),
  max_length: z.number().int().min(1).max(6000).optional(),
};
const Option = z
  .object({
    ...optionFields,
    options: z.array(z.object(optionFields)).max(25).refine(areNamedApart, NAMED_TWICE).optional(),
  })
  .refine(
    (option) => !(option.autocomplete && option.choices?.length),
    'autocomplete and choices exclude each other',
  )
  .refine(
    ({ min_value: least = -Infinity, max_value: most = Infinity }) => least <= most,
    'Maximum value must be greater than or equal to minimum value',
  )
  .refine(
    ({ type, min_value, max_value }) =>
      (min_value === undefined && max_value === undefined) || type === 4 || type === 10,
    'Only integers and numbers have a least and a most value',
  )
  .refine(
    ({ min_length: least = 0, max_length: most = Infinity }) => least <= most,
    'Maximum length must be greater than or equal to minimum length',
  )
  .refine(
    ({ type, min_length, max_length }) =>
      (min_length === undefined && max_length === undefined) || type === 3,
    'Only strings have a least and a most length',
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
        ...localized,
        type: z.literal(1).optional(),
        name: z.string().regex(/^[-_\p{Ll}\p{N}]{1,32}$/u),
        description: chars(100).min(1),
        options: z
          .array(Option)
          .max(25)
          .refine(areNamedApart, NAMED_TWICE)
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
  .max(100)
  .refine(
    (commands) => [1, 2, 3].every((kind) => areNamedApart(commands.filter(({ type = 1 }) => type === kind))),
    'Application command names must be unique',
  );

/** Discord's error for choices or commands that it would not take; null when it would. */
export const checkChoices = (body: unknown): Problem | null => problemOf(Choices, body);
export const checkCommands = (body: unknown): Problem | null => problemOf(Commands, body);
