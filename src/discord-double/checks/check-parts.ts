import { z } from 'zod';
import { chars, CustomId } from './problem.ts';

/** An address on the web, or of a file that comes with the message. */
export const Picture = z.object({
  url: z.union([z.url({ protocol: /^https?$/ }), z.string().regex(/^attachment:\/\/[^/]+$/)]),
});

const button = { type: z.literal(2), label: chars(80).min(1), disabled: z.boolean().optional() };
export const Button = z.union([
  z.object({ ...button, style: z.number().int().min(1).max(4), custom_id: CustomId }),
  z.object({
    ...button,
    style: z.literal(5),
    url: z.url({ protocol: /^https?$/ }).max(512),
    custom_id: z.undefined().optional(),
  }),
]);

export const Row = z.object({ type: z.literal(1), components: z.array(Button).min(1).max(5) });
