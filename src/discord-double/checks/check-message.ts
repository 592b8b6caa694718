import { z } from 'zod';
import { LAID_OUT, LaidOut } from './check-components.ts';
import { Picture, Row } from './check-parts.ts';
import { chars, problemOf, type Problem } from './problem.ts';

// What Discord refuses, in numbers of its documentation: written down a second time on purpose, so that a wrong limit in
// the bot is a 400 here.

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

const legacy = (name: string) =>
  z
    .unknown()
    .optional()
    .refine(
      (value) => !value || (Array.isArray(value) && value.length === 0),
      `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
const LEGACY = {
  content: legacy('content'),
  embeds: legacy('embeds'),
  poll: legacy('poll'),
  sticker_ids: legacy('sticker_ids'),
};

const NewLaidOut = z.object({
  ...LEGACY,
  components: LaidOut,
  attachments: Message.shape.attachments,
  allowed_mentions: Message.shape.allowed_mentions,
});
const KEEPS_FLAG = { path: ['flags'], message: 'The flag IS_COMPONENTS_V2 cannot be removed from a message' };
const EditedLaidOut = z
  .object({ ...NewLaidOut.shape, components: LaidOut.optional(), flags: z.number().optional() })
  .refine(
    ({ components, flags }) => isLaidOut(flags) || (components === undefined && flags === undefined),
    KEEPS_FLAG,
  );
const Upgraded = NewLaidOut.extend({
  content: z.literal('').nullable(),
  embeds: z.array(z.unknown()).max(0).nullable(),
});

const Flags = z.looseObject({ flags: z.number().optional() });
const isLaidOut = (flags = 0): boolean => (flags & LAID_OUT) !== 0;

/**
 * Discord's error for a message that it would not take; null when it would. An edit may be empty. What is laid out by
 * components has neither text nor embeds, and stays so.
 *
 * @param before the flags of the message that is edited; null for a new one
 * @param isThinking whether it has said nothing yet
 */
export function checkMessage(
  body: unknown,
  before: number | null = null,
  isThinking = false,
): Problem | null {
  const becomes = isLaidOut(Flags.safeParse(body).data?.flags);
  if (before === null) return problemOf(becomes ? NewLaidOut : Message.refine(isNotEmpty, EMPTY), body);
  if (isLaidOut(before)) return problemOf(EditedLaidOut, body);
  if (becomes) return problemOf(isThinking ? NewLaidOut : Upgraded, body);
  return problemOf(Message, body);
}

function embedChars(embed: z.infer<typeof Embed>): number {
  const texts = [embed.title, embed.description, embed.author?.name, embed.footer?.text];
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
