import { z } from 'zod';
import type { App } from '../../app.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { EDITABLE_MS, TALK_KEPT_MS } from '../limits.ts';
import type { ShownMessage } from './shown-message.ts';
import { SHARED_WORDS } from '../words/shared-words.ts';

const Talk = z.object({
  question: z.string().optional(),
  side: z.string().optional(),
  speaker: z.string().optional(),
  topic: z.string().optional(),
  /** Which page of its answer was shown last; none where it is the first. */
  page: z.int().optional(),
});

/** What a conversation is about: the last question, and the side, speaker and topic it came to. */
export type Talk = Readonly<z.infer<typeof Talk>>;

/** What a question is narrowed to, by the ids and names that commands take; absent where it is not. */
export type Narrowed = Pick<Talk, 'side' | 'speaker' | 'topic'>;

/** What a conversation is about after a message with these options; names alone are asked for as "US on missiles". */
export async function talkOf(
  app: Pick<App, 'readNames' | 'sides' | 'topics'>,
  options: ShownMessage['options'],
): Promise<Talk> {
  const text = (name: string): string | undefined => {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const question = text('question');
  const asked = {
    side: text('side'),
    speaker: text('speaker') ?? text('name'),
    topic: text('topic'),
  };
  const named: Narrowed = question === undefined ? {} : await app.readNames(question);
  const isNarrowed = asked.side !== undefined || asked.speaker !== undefined;
  const who = asked.speaker ?? (asked.side && labelOf(asked.side, app.sides));
  const about = asked.topic && labelOf(asked.topic, app.topics);
  const names = [who, who !== undefined && about ? SHARED_WORDS.onTopic(about) : about];
  const inWords = names.filter(Boolean).join(' ');
  return {
    question: question ?? (inWords === '' ? undefined : inWords),
    side: isNarrowed ? asked.side : named.side,
    speaker: isNarrowed ? asked.speaker : named.speaker,
    topic: asked.topic ?? named.topic,
  };
}

/** Keeps what a conversation is about for a while, by the messages and channels in which it can go on. */
export async function rememberTalk(
  app: App,
  ids: readonly string[],
  talk: Talk,
  keptMs = TALK_KEPT_MS,
): Promise<void> {
  for (const id of ids) await app.remember(noteOf(id), JSON.stringify(talk), keptMs);
}

/** What was said last under the first of these ids that has a conversation. */
export async function recallTalk(app: App, ids: readonly (string | null)[]): Promise<Talk | null> {
  for (const id of ids) {
    const value = id === null ? null : await app.recall(noteOf(id));
    if (value !== null) return Talk.parse(JSON.parse(value));
  }
  return null;
}

function noteOf(id: string): string {
  return `discord.talk.${id}`;
}

const Answered = z.object({ reply: z.string() });

/** Keeps which message of the bot answers one, while an edited question edits its answer. */
export async function rememberAnswer(app: App, messageId: string, replyId: string): Promise<void> {
  await app.remember(answerNoteOf(messageId), JSON.stringify({ reply: replyId }), EDITABLE_MS);
}

/** The message that answers one, while an edited question edits its answer; null for none. */
export async function recallAnswer(app: App, messageId: string): Promise<string | null> {
  const answered = await app.recall(answerNoteOf(messageId)).catch(() => null);
  return answered === null ? null : Answered.parse(JSON.parse(answered)).reply;
}

const answerNoteOf = (messageId: string): string => `discord.answered.${messageId}`;
