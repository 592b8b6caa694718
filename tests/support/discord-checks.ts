import { z } from 'zod';

// What Discord refuses, in numbers of its documentation: written down a second time on purpose, so that a wrong limit in
// the bot is a 400 here.

const chars = (max: number) => z.string().max(max);

const Embed = z.object({
  title: chars(256).optional(),
  description: chars(4096).optional(),
  url: z.url().max(2048).optional(),
  color: z.number().int().min(0).max(0xffffff).optional(),
  author: z.object({ name: chars(256).min(1), url: z.url().max(2048).optional() }).optional(),
  footer: z.object({ text: chars(2048).min(1) }).optional(),
  fields: z
    .array(z.object({ name: chars(256).min(1), value: chars(1024).min(1) }))
    .max(25)
    .optional(),
});

const CustomId = chars(100).min(1);

const Row = z.object({
  type: z.literal(1),
  components: z
    .array(
      z.object({
        type: z.literal(2),
        style: z.number().int().min(1).max(4),
        label: chars(80).min(1),
        custom_id: CustomId,
        disabled: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(5),
});

const Rows = z
  .array(Row)
  .max(5)
  .refine((rows) => {
    const ids = rows.flatMap(({ components }) => components.map(({ custom_id }) => custom_id));
    return new Set(ids).size === ids.length;
  }, 'Component custom id cannot be duplicated');

const TextInput = z.object({
  type: z.literal(4),
  custom_id: CustomId,
  style: z.number().int().min(1).max(2),
  required: z.boolean().optional(),
  max_length: z.number().int().min(1).max(4000).optional(),
});

const Select = z.object({
  type: z.literal(3),
  custom_id: CustomId,
  required: z.boolean().optional(),
  options: z
    .array(
      z.object({
        label: chars(100).min(1),
        value: chars(100).min(1),
        description: chars(100).min(1).optional(),
        default: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(25)
    .refine((options) => options.filter((option) => option.default).length <= 1, 'Too many defaults'),
});

const Form = z.object({
  custom_id: CustomId,
  title: chars(45).min(1),
  components: z
    .array(
      z.object({
        type: z.literal(18),
        label: chars(45).min(1),
        description: chars(100).optional(),
        component: z.union([TextInput, Select]),
      }),
    )
    .min(1)
    .max(5),
});

const Message = z
  .object({
    content: chars(2000).nullish(),
    embeds: z.array(Embed).max(10).nullish(),
    components: Rows.nullish(),
    flags: z.number().int().optional(),
    allowed_mentions: z.object({ parse: z.array(z.string()) }).optional(),
  })
  .superRefine((message, context) => {
    const total = (message.embeds ?? []).reduce((sum, embed) => sum + embedChars(embed), 0);
    if (total > 6000)
      context.addIssue({
        code: 'custom',
        path: ['embeds'],
        message: 'Embed size exceeds maximum size of 6000',
      });
    for (const [index, embed] of (message.embeds ?? []).entries())
      if (embedChars(embed) === 0)
        context.addIssue({
          code: 'custom',
          path: ['embeds', index, 'description'],
          message: 'This field is required',
        });
  });

const EMPTY = { path: ['content'], message: 'Cannot send an empty message' };

/** An edit leaves what it does not name as it was. */
function isNotEmpty({ content, embeds, components }: z.infer<typeof Message>): boolean {
  return Boolean(content?.trim()) || Boolean(embeds?.length) || Boolean(components?.length);
}

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

export type Problem = Readonly<Record<string, unknown>>;

/** Discord's error form for a message, choices or commands that it would not take; null when it would. */
export const checkMessage = (body: unknown, how: 'new' | 'edited' = 'new'): Problem | null =>
  check(how === 'new' ? Message.refine(isNotEmpty, EMPTY) : Message, body);
export const checkForm = (body: unknown): Problem | null => check(Form, body);
export const checkChoices = (body: unknown): Problem | null => check(Choices, body);
export const checkCommands = (body: unknown): Problem | null => check(Commands, body);

function check(schema: z.ZodType, body: unknown): Problem | null {
  const result = schema.safeParse(body);
  if (result.success) return null;
  const errors = Object.fromEntries(
    result.error.issues.map((issue) => [
      issue.path.join('.') || 'body',
      { _errors: [{ code: issue.code.toUpperCase(), message: issue.message }] },
    ]),
  );
  return { code: 50035, message: 'Invalid Form Body', errors };
}

function embedChars(embed: z.infer<typeof Embed>): number {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
