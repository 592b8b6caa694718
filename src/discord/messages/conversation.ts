import { z } from 'zod';
import type { App } from '../../app.ts';
import { TALK_KEPT_MS } from '../limits.ts';
import { isOnlyNames, mentionedIn, type Names, type Narrowed } from './mentioned.ts';
import type { ShownMessage } from './shown-message.ts';

const Talk = z.object({
  question: z.string().optional(),
  side: z.string().optional(),
  speaker: z.string().optional(),
  topic: z.string().optional(),
});

/** What a conversation is about: the last question, and the side, speaker and topic it came to. */
export type Talk = Readonly<z.infer<typeof Talk>>;

/** What is asked in the end, and what of it comes from before. */
export interface FollowUp {
  readonly question: string;
  /** The question that a bare name was put to; the next one is put to it too. */
  readonly base?: string | undefined;
  readonly narrowed: Narrowed;
  /** Whether anything comes from before. */
  readonly continues: boolean;
}

/** "And …", "only …", "what about …", or a word for what was said before. */
const GOES_ON =
  /^(?:and|but|also|only|just|or|what about|how about)\b|\b(?:that|this|those|these|it|they|them|their|he|she|him|his|her)\b/i;

/**
 * The question as it is meant after `before`. Whoever and whatever it names itself counts; the rest is taken over, where
 * it goes on with what was said. A question that stands for itself is left alone: an old topic must not narrow it.
 */
export function followUp(question: string, before: Talk | null, names: Names): FollowUp {
  const named = mentionedIn(question, names);
  if (before === null || !GOES_ON.test(question.trim())) return { question, narrowed: {}, continues: false };
  const own = isTopicAlone(question, before, names) ? { topic: named.topic } : named;
  // A side is not asked for beside a speaker: "only Sherman", "what did Russia say to that?"
  const who = own.speaker === undefined && own.side === undefined ? before : own;
  const narrowed = {
    ...(who.speaker === undefined
      ? who.side === undefined
        ? {}
        : { side: who.side }
      : { speaker: who.speaker }),
    ...((own.topic ?? before.topic) === undefined ? {} : { topic: own.topic ?? before.topic }),
  };
  // "Only Sherman" says nothing by itself: the question before it does, and both are shown.
  const isBare = before.question !== undefined && own.topic === undefined && isOnlyNames(question, names);
  return {
    question: isBare ? `${before.question} ${question}` : question,
    ...(isBare ? { base: before.question } : {}),
    narrowed,
    continues: Object.keys(narrowed).length > 0,
  };
}

/**
 * Whether a country that is a side and a topic stands for the topic: after a question to somebody on something else, "and
 * Ukraine?" asks the same of them on Ukraine.
 */
function isTopicAlone(question: string, before: Talk, names: Names): boolean {
  if ((before.side ?? before.speaker) === undefined || !isOnlyNames(question, names)) return false;
  const words = question.split(/[\s,?!.]+/).map((word) => mentionedIn(word, names));
  return words.every(
    ({ side, speaker, topic }) =>
      speaker === undefined && (side === undefined || (topic !== undefined && topic !== before.topic)),
  );
}

/** What a conversation is about after a message with these options. */
export function talkOf(options: ShownMessage['options'], names: Names): Talk {
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
  const named = question === undefined ? {} : mentionedIn(question, names);
  const isNarrowed = asked.side !== undefined || asked.speaker !== undefined;
  return {
    question,
    side: isNarrowed ? asked.side : named.side,
    speaker: isNarrowed ? asked.speaker : named.speaker,
    topic: asked.topic ?? named.topic,
  };
}

/** The names that can stand in a question. */
export async function namesOf(app: App): Promise<Names> {
  const speakers = (await app.speakers()).map(({ name }) => name);
  return { sides: app.sides, topics: app.topics, speakers };
}

/** Keeps what a conversation is about for a while, by the messages and channels in which it can go on. */
export async function rememberTalk(app: App, ids: readonly string[], talk: Talk): Promise<void> {
  for (const id of ids) await app.remember(noteOf(id), JSON.stringify(talk), TALK_KEPT_MS);
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
