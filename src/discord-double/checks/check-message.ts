import { z } from 'zod';
import { chars, CustomId, problemOf, type Problem } from './problem.ts';

// What Discord refuses, in numbers of its documentation: written down a second time on purpose, so that a wrong limit in
// the bot is a 400 here.

/** An address on the web, or of a file that comes with the message. */
const Picture = z.object({
  url: z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^attachment:\/\/[^/]+$/)]),
});

const Embed = z.object({
  title: chars(256).optional(),
  description: chars(4096).optional(),
  url: z.url().max(2048).optional(),
  color: z.number().int().min(0).max(0xffffff).optional(),
  author: z.object({ name: chars(256).min(1), url: z.url().max(2048).optional() }).optional(),
  footer: z.object({ text: chars(2048).min(1) }).optional(),
  image: Picture.optional(),
  thumbnail: Picture.optional(),
  fields: z
    .array(z.object({ name: chars(256).min(1), value: chars(1024).min(1) }))
    .max(25)
    .optional(),
});

const button = { type: z.literal(2), label: chars(80).min(1), disabled: z.boolean().optional() };
const Button = z.union([
  z.object({ ...button, style: z.number().int().min(1).max(4), custom_id: CustomId }),
  z.object({
    ...button,
    style: z.literal(5),
    url: z.url({ protocol: /^https?$/ }).max(512),
    custom_id: z.undefined().optional(),
  }),
]);

const Row = z.object({ type: z.literal(1), components: z.array(Button).min(1).max(5) });

const Rows = z
  .array(Row)
  .max(5)
  .refine((rows) => {
    const ids = rows.flatMap(({ components }) => components.flatMap(({ custom_id }) => custom_id ?? []));
    return new Set(ids).size === ids.length;
  }, 'Component custom id cannot be duplicated');

const Message = z
  .object({
    content: chars(2000).nullish(),
    embeds: z.array(Embed).max(10).nullish(),
    components: Rows.nullish(),
    attachments: z
      .array(z.object({ description: chars(1024).nullish() }))
      .max(10)
      .nullish(),
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
      if (embedChars(embed) === 0 && !embed.image && !embed.thumbnail)
        context.addIssue({
          code: 'custom',
          path: ['embeds', index, 'description'],
          message: 'This field is required',
        });
  });

const EMPTY = { path: ['content'], message: 'Cannot send an empty message' };

/** An edit leaves what it does not name as it was. */
function isNotEmpty({ content, ...lists }: z.infer<typeof Message>): boolean {
  return (
    Boolean(content?.trim()) ||
    [lists.embeds, lists.components, lists.attachments].some((list) => Boolean(list?.length))
  );
}

/** Discord's error for a message that it would not take; null when it would. An edit may be empty. */
export function checkMessage(body: unknown, how: 'new' | 'edited' = 'new'): Problem | null {
  return problemOf(how === 'new' ? Message.refine(isNotEmpty, EMPTY) : Message, body);
}

function embedChars(embed: z.infer<typeof Embed>): number {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
