import { z } from 'zod';
import { Button, Picture, Row } from './check-parts.ts';
import { chars } from './problem.ts';

// What Discord refuses in a message that is laid out by components (the flag IS_COMPONENTS_V2), in numbers of its
// documentation.

/** 1 << 15. */
export const LAID_OUT = 32_768;

const MOST_COMPONENTS = 40;
const MOST_CHARS = 4000;

const Text = z.object({ type: z.literal(10), content: chars(MOST_CHARS).min(1) });
const picture = { media: Picture, description: chars(1024).nullish() };
const Thumbnail = z.object({ type: z.literal(11), ...picture });
const Gallery = z.object({ type: z.literal(12), items: z.array(z.object(picture)).min(1).max(10) });
const File = z.object({
  type: z.literal(13),
  file: z.object({ url: z.string().regex(/^attachment:\/\/[^/]+$/) }),
});
const Separator = z.object({ type: z.literal(14), spacing: z.number().int().min(1).max(2).optional() });
const Section = z.object({
  type: z.literal(9),
  components: z.array(Text).min(1).max(3),
  accessory: z.union([Button, Thumbnail]),
});
const Part = z.union([Row, Section, Text, Gallery, File, Separator]);
const Container = z.object({
  type: z.literal(17),
  accent_color: z.number().int().min(0).max(0xffffff).nullish(),
  components: z.array(Part).min(1),
});

/** The components of such a message: at most 40, inner ones too, and 4,000 characters in all their texts together. */
export const LaidOut = z
  .array(z.union([Part, Container]))
  .min(1)
  .superRefine((components, context) => {
    const all = allOf(components);
    const shown = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (all.length > MOST_COMPONENTS) refuse(`Total number of components exceeds ${MOST_COMPONENTS}`);
    if (shown > MOST_CHARS) refuse(`Total length of displayed text exceeds ${MOST_CHARS}`);
    if (new Set(ids).size < ids.length) refuse('Component custom id cannot be duplicated');
  });

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string | undefined;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
}

/** Every component, with those inside of others. */
function allOf(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...allOf(one.components ?? []),
    ...(one.accessory === undefined ? [] : [one.accessory]),
  ]);
}
