import type { App } from '../../app.ts';
import { isSmallTalk } from '../messages/addressed.ts';
import { withButtons } from '../buttons/index.ts';
import { ask } from '../commands/ask.ts';
import type { Command } from '../commands/command.ts';
import { help } from '../commands/help.ts';
import { followUp, namesOf, talkOf, type Talk } from '../messages/conversation.ts';
import { canThread, type Place } from './place.ts';
import type { Reply } from '../reply.ts';

export interface AskedInMessage {
  /** What is asked, without the mention. */
  readonly question: string;
  /** What was talked about before. */
  readonly before: Talk | null;
  readonly place: Place;
}

/** The reply to a message, as `/ask` gives it, and what the conversation is about then; null where it is about nothing. */
export async function answerMessage(
  { app, commands }: { readonly app: App; readonly commands: readonly Command[] },
  { question, before, place }: AskedInMessage,
  signal: AbortSignal,
): Promise<{ readonly reply: Reply; readonly talk: Talk | null }> {
  const run = { app, page: 0, commands, server: null, signal };
  if (isSmallTalk(question)) return { reply: await help.run({ ...run, options: {} }), talk: null };
  const names = await namesOf(app);
  const meant = followUp(question, before, names);
  const options = {
    question: meant.question,
    ...meant.narrowed,
    ...(meant.continues ? { goesOn: true } : {}),
    ...(before?.question === undefined ? {} : { before: before.question }),
  };
  const reply = await ask.run({ ...run, options });
  const origin = { command: ask.name, options, isPrivate: false, asker: place.userId };
  return {
    reply: await withButtons(app, reply, { ...origin, canThread: canThread(place) }),
    talk: { ...talkOf(options, names), question: meant.base ?? question },
  };
}
