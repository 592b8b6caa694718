import { z } from 'zod';

const User = z.object({ id: z.string(), username: z.string(), bot: z.boolean().default(false) });
const Button = z.object({
  style: z.number(),
  label: z.string().default(''),
  custom_id: z.string().optional(),
  url: z.string().optional(),
  disabled: z.boolean().default(false),
});
export type Button = z.infer<typeof Button>;

const Text = z.object({ type: z.literal(10), content: z.string() });
const Row = z.object({ type: z.literal(1), components: z.array(Button) });
const Section = z.object({ type: z.literal(9), components: z.array(Text), accessory: Button });
const Gallery = z.object({
  type: z.literal(12),
  items: z.array(z.object({ media: z.object({ url: z.string() }), description: z.string().nullish() })),
});
const File = z.object({ type: z.literal(13), name: z.string(), file: z.object({ url: z.string() }) });
const Part = z.discriminatedUnion('type', [Text, Row, Section, Gallery, File]);
const Container = z.object({
  type: z.literal(17),
  accent_color: z.number().nullish(),
  components: z.array(Part),
});
const Component = z.discriminatedUnion('type', [...Part.options, Container]);
export type Component = z.infer<typeof Component>;

/** A message in Discord's JSON, as far as it is shown. */
const Message = z.object({
  id: z.string(),
  channel_id: z.string(),
  author: User,
  content: z.string(),
  flags: z.number(),
  timestamp: z.string(),
  edited_timestamp: z.string().nullable(),
  components: z.array(Component),
  interaction: z.object({ name: z.string(), user: User }).optional(),
  referenced_message: z.object({ id: z.string(), author: User, content: z.string() }).nullish(),
});
export type Message = z.infer<typeof Message>;

const choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
const option = {
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(choice).default([]),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
};
const Option = z.object(option);
export type Option = z.infer<typeof Option>;

const Command = z.object({
  type: z.number().default(1),
  name: z.string(),
  description: z.string().default(''),
  options: z.array(z.object({ ...option, options: z.array(Option).default([]) })).default([]),
});
export type Command = z.infer<typeof Command>;

const Problem = z.object({
  code: z.number(),
  message: z.string(),
  errors: z.record(z.string(), z.object({ _errors: z.array(z.object({ message: z.string() })) })),
});
export type Problem = z.infer<typeof Problem>;

/** What the page is told. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), message: Message }),
  z.object({ kind: z.literal('deleted'), id: z.string() }),
  z.object({ kind: z.literal('typing'), channel: z.string() }),
  z.object({ kind: z.literal('thread'), thread: z.object({ id: z.string(), name: z.string() }) }),
  z.object({ kind: z.literal('commands'), commands: z.array(Command) }),
  z.object({ kind: z.literal('refused'), channel: z.string(), problem: Problem }),
  z.object({ kind: z.literal('ready') }),
]);
export type Change = z.infer<typeof Change>;

export const Choices = z.object({ choices: z.array(choice) });

const Field = z.object({
  type: z.number(),
  custom_id: z.string(),
  style: z.number().optional(),
  required: z.boolean().default(true),
  max_length: z.number().optional(),
  min_length: z.number().optional(),
  value: z.string().optional(),
  placeholder: z.string().optional(),
  options: z
    .array(
      z.object({
        label: z.string(),
        value: z.string(),
        description: z.string().optional(),
        default: z.boolean().default(false),
      }),
    )
    .default([]),
});
const Form = z.object({
  title: z.string(),
  components: z.array(z.object({ label: z.string(), description: z.string().optional(), component: Field })),
});
export type Form = z.infer<typeof Form>;

/** What a click gives. */
export const Clicked = z.union([
  z.object({ form: Form, interaction: z.string() }),
  z.object({ form: z.null() }),
]);

export const Examples = z.array(
  z.union([
    z.object({ label: z.string(), command: z.string(), values: z.record(z.string(), z.string()) }),
    z.object({ label: z.string(), message: z.string() }),
  ]),
);
