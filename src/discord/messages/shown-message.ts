import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { App } from '../../app.ts';
import { ACTS, STATEMENT_TYPES } from '../../domain/statement.ts';
import { BUTTONS_WORK_MS } from '../limits.ts';

/** An `Evidence` as it is kept: parsed again where it is read. */
export const ShownItem = z.object({
  n: z.int(),
  article: z.string(),
  title: z.string(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
  place: z.string().nullish(),
  copyOf: z.string().nullish(),
  url: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  type: z.enum(STATEMENT_TYPES),
  speaker: z.string().nullable(),
  side: z.string().nullable(),
  act: z.enum(ACTS).nullable(),
  topics: z.array(z.string()).readonly(),
  score: z.number(),
});

const ShownMessage = z.object({
  command: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  page: z.int(),
  pages: z.int(),
  isPrivate: z.boolean(),
  asker: z.string(),
  /** Whether a thread can be opened where it is shown. */
  canThread: z.boolean(),
  items: z.array(ShownItem).readonly(),
  /** Whether it is a list that is looked up, of which nothing is told to others. */
  isList: z.boolean().optional(),
});

/** What a message with evidence shows and how it came about: all that its buttons need, also after a restart. */
export type ShownMessage = Readonly<z.infer<typeof ShownMessage>>;

/** Keeps what a message shows; the key goes into the custom ids of its buttons. */
export async function rememberShown(app: App, shown: ShownMessage): Promise<string> {
  const key = randomBytes(9).toString('base64url');
  await app.remember(noteOf(key), JSON.stringify(shown), BUTTONS_WORK_MS);
  return key;
}

/** Null when the message is too old. */
export async function recallShown(app: App, key: string): Promise<ShownMessage | null> {
  const value = await app.recall(noteOf(key));
  return value === null ? null : ShownMessage.parse(JSON.parse(value));
}

function noteOf(key: string): string {
  return `discord.shown.${key}`;
}
