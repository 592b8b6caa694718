import { readFileSync } from 'node:fs';
import { z } from 'zod';

const KINDS = [
  'answer',
  'follow-up',
  'command',
  'react',
  'silent',
  'verify',
  'about-the-bot',
  'other-language',
] as const;
const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

const Message = z.strictObject({
  id: z.string(),
  /**
   * `mention`: in a channel, "@Parley" stands for the mention. `reply`: to the last message of `before`. `thread`: one of
   * the bot's. `auto-channel`: where every question is for it. "@Maria" stands for the mention of somebody else.
   */
  where: z.enum(['mention', 'thread', 'auto-channel', 'dm', 'reply']),
  /** What was written before, oldest first; "(answer)" stands for whatever the bot answered. */
  before: z.array(z.strictObject({ from: z.enum(['user', 'other', 'bot']), text: z.string() })),
  /** What it said first, where it was edited: then the answer to that is to become the answer to it. */
  edits: z.string().optional(),
  text: z.string(),
  expected: z.strictObject({
    kind: Kind,
    /** What would be right too. */
    also: z.array(Kind).optional(),
    command: z.string().optional(),
    /** What it should be understood as. */
    question: z.string().optional(),
    side: z.string().optional(),
    speaker: z.string().optional(),
    topic: z.string().optional(),
  }),
});
export type ChatMessage = z.infer<typeof Message>;

/** Messages as people write them in Discord, each with what should happen. */
export function readChat(file: string): ChatMessage[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => Message.parse(JSON.parse(line)));
}
