import type { App } from '../app.ts';
import { isSmallTalk } from './addressed.ts';
import { withButtons } from './buttons/index.ts';
import { ask } from './commands/ask.ts';
import type { Command } from './commands/command.ts';
import { help } from './commands/help.ts';
import { followUp, namesOf, talkOf, type Talk } from './conversation.ts';
import { markdownLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Narrowed } from './mentioned.ts';
import { canThread, type Place } from './place.ts';
import { amended, type Reply } from './reply.ts';
import { labelOf } from './wording.ts';

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
    ...(before?.question === undefined ? {} : { before: before.question }),
  };
  const told = meant.continues ? ` · going on with ${toldOf(meant.narrowed, app)}` : '';
  const reply = await amended(await ask.run({ ...run, options }), async (one) => ({
    ...one,
    content: one.content + told,
  }));
  const origin = { command: ask.name, options, isPrivate: false, asker: place.userId };
  return {
    reply: await withButtons(app, reply, { ...origin, canThread: canThread(place) }),
    talk: { ...talkOf(options, names), question: meant.base ?? question },
  };
}

/** "Wendy Sherman, Missiles": what is taken over from before, as Markdown. */
function toldOf({ side, speaker, topic }: Narrowed, { sides, topics }: App): string {
  const names = [
    speaker,
    side === undefined ? undefined : labelOf(side, sides),
    topic === undefined ? undefined : labelOf(topic, topics),
  ];
  return markdownLine(names.filter((name) => name !== undefined).join(', '), LIMITS.titleChars);
}
