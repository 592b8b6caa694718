import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { App } from '../../app.ts';
import type { Answer, ReadQuestion } from '../../domain/answer.ts';
import { markdownLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import { renderAnswer } from '../render.ts';
import type { Reply } from '../reply.ts';
import { labelOf } from '../wording.ts';
import { completeFilter, offered } from './choices.ts';
import type { Command } from './command.ts';

const Options = z.object({
  question: z.string(),
  side: z.string().optional(),
  speaker: z.string().optional(),
  topic: z.string().optional(),
  /** In a conversation: whether side, speaker and topic come from it, and the question before. Nobody types these. */
  goesOn: z.boolean().optional(),
  before: z.string().optional(),
});

/** Three pages; what comes later fits ever less. */
const MOST_EVIDENCE = 15;

/** Answers a question with numbered quotes, or says that the articles do not answer it. */
export const ask: Command = {
  name: 'ask',
  description: 'Who said what: answers a question with word-for-word quotes and where they stand',
  options: (app) => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What you want to know, in your own words',
      required: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'side',
      description: 'Only what this side says',
      ...offered(app.sides),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: 'Only what this person or body says',
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'topic',
      description: 'Only on this topic',
      ...offered(app.topics),
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'private',
      description: 'Show the answer only to you',
    },
  ],
  visibility: (options) => (options.private === true ? 'private' : 'public'),
  async run({ app, options, page, signal }) {
    const { question, goesOn, before, ...named } = Options.parse(options);
    const filters = { ...named, limit: MOST_EVIDENCE };
    const compose = (answer: Answer, until: AbortSignal) =>
      app.compose(answer, { ...filters, before }, until);
    const show = (answer: Answer, note: string | null = null): Reply => {
      const reply = renderAnswer(answer, app.sides, page, note);
      const told = goesOn && answer.readAs === undefined ? ` · going on with ${toldOf(named, app)}` : '';
      return { ...reply, content: reply.content + told };
    };
    const answer = await app.ask(question, filters, signal);
    // What a model reads the question as has pages too.
    if (page > 0 && (before !== undefined || !answer.answered))
      return show((await compose(answer, signal)).answer);
    if (page > 0 || !app.composes) return show(answer);
    return {
      ...show(answer),
      async later(signalLater) {
        const { answer: composed, note, dropped } = await compose(answer, signalLater);
        const isSame = composed.answer === null && composed.readAs === undefined && note === null;
        return { reply: isSame ? null : show(composed, note), dropped, read: composed.read };
      },
    };
  },
  complete: completeFilter,
};

/** "Wendy Sherman, Missiles": what a conversation goes on with, as Markdown. */
function toldOf({ side, speaker, topic }: Omit<ReadQuestion, 'question'>, { sides, topics }: App): string {
  const names = [
    speaker,
    side === undefined ? undefined : labelOf(side, sides),
    topic === undefined ? undefined : labelOf(topic, topics),
  ];
  return markdownLine(names.filter((name) => name !== undefined).join(', '), LIMITS.titleChars);
}
