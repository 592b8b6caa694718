import type { App } from '../../app.ts';
import { withButtons } from '../buttons/index.ts';
import { ask } from '../commands/ask-command.ts';
import { checkAll } from '../commands/check-quotes.ts';
import type { Command, OptionValues } from '../commands/define/command.ts';
import { help } from '../commands/help-command.ts';
import { canThread, type Place } from '../render/place.ts';
import { amended, createReply, type Reply } from '../reply.ts';
import { commandLinks } from '../words/command-links.ts';
import { otherLanguageLine } from '../words/refusal-words.ts';
import { VERIFY_WORDS } from '../words/verify-words.ts';
import { talkOf, type Talk } from './talk.ts';
import { quotationsIn } from './quoted-in-message.ts';
import type { Meant } from './understand-message.ts';

/** What is longer is more than a claim, and more than can be asked. */
const MOST_CLAIM_CHARS = 1000;

export interface MessageAsked {
  readonly meant: Exclude<Meant, { readonly kind: 'nothing' } | { readonly kind: 'thanks' }>;
  /** What was talked about before. */
  readonly before: Talk | null;
  readonly place: Place;
}

/** What a message is answered with, and what the conversation is about then; null where it is about nothing. */
export interface MessageAnswered {
  /** Null where what was asked is answered nowhere and a refusal would be chat. */
  readonly reply: Reply | null;
  readonly talk: Talk | null;
}

/** The reply to a message, as the command gives it that it means. */
export async function answerMessage(
  { app, commands }: { readonly app: App; readonly commands: readonly Command[] },
  { meant, before, place }: MessageAsked,
  signal: AbortSignal,
): Promise<MessageAnswered> {
  const context = { app, page: 0, commands, server: null, signal };
  const withOrigin = (reply: Reply, command: string, options: OptionValues): Promise<Reply> =>
    withButtons(app, reply, {
      command,
      options,
      isPrivate: false,
      asker: place.userId,
      canThread: canThread(place),
    });
  const helped = async (): Promise<MessageAnswered> => ({
    reply: await withOrigin(await help.run({ ...context, options: {} }), help.name, {}),
    talk: null,
  });
  switch (meant.kind) {
    case 'empty':
    case 'about-the-bot':
      return helped();
    case 'other-language': {
      const link = await commandLinks(app);
      const wordless = commands
        .filter(({ worksWithoutWords }) => worksWithoutWords)
        .map(({ name }) => link(name));
      return {
        reply: createReply(`${otherLanguageLine(meant.language)}: ${wordless.join(', ')}.`),
        talk: null,
      };
    }
    case 'verify': {
      const { text, asked = '' } = meant;
      const quoted = quotationsIn(text);
      const quotes = quoted.length > 0 ? quoted : [{ words: text, beside: '' }];
      const besides = quotes.map(({ words, beside }) => ({ words, beside: `${beside}\n${asked}` }));
      const checked = await checkAll(app, besides, signal);
      const isClaim = quoted.length === 0 && checked.found === 0 && text.length <= MOST_CLAIM_CHARS;
      const near = isClaim ? await ask.run({ ...context, options: { question: text } }) : null;
      if (near === null || near.found === 0) return { reply: checked, talk: null };
      // A claim in somebody's own words stands nowhere; what is said on it does.
      const told = await amended(near, async (reply) => ({
        ...reply,
        content: `${VERIFY_WORDS.nearClaim}\n${reply.content}`,
      }));
      const options = { question: text };
      return { reply: await withOrigin(told, ask.name, options), talk: await talkOf(app, options) };
    }
    case 'command': {
      const { command, options } = meant;
      const reply = await command.run({ ...context, options });
      return {
        reply: await withOrigin(reply, command.name, options),
        talk: reply.found === undefined ? null : await talkOf(app, options),
      };
    }
    default: {
      const { question, followUp, least, isOfBot } = meant;
      const options = {
        question,
        ...followUp?.narrowed,
        ...(followUp === null ? {} : { goesOn: true }),
        ...(before?.question === undefined ? {} : { before: before.question }),
      };
      const page = followUp?.page ?? 0;
      const reply = await ask.run({ ...context, options, page });
      if (isOfBot && reply.found === 0) return helped();
      const sure = reply.shown?.items[0]?.score ?? 0;
      if (least !== null && (reply.found === 0 || sure < least)) return { reply: null, talk: null };
      const talk = { ...(await talkOf(app, options)), ...(page > 0 ? { page } : {}) };
      return { reply: await withOrigin(reply, ask.name, options), talk };
    }
  }
}
