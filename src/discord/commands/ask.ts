import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Answer } from '../../domain/answer.ts';
import { renderAnswer } from '../render.ts';
import { completeFilter, offered } from './choices.ts';
import type { Command } from './command.ts';

const Options = z.object({
  question: z.string(),
  side: z.string().optional(),
  speaker: z.string().optional(),
  topic: z.string().optional(),
  /** The question before it in a conversation; nobody types it. */
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
    const { question, before, ...named } = Options.parse(options);
    const filters = { ...named, limit: MOST_EVIDENCE };
    const compose = (answer: Answer, until: AbortSignal) =>
      app.compose(answer, { ...filters, before }, until);
    const answer = await app.ask(question, filters, signal);
    // What a model read the question as has pages too.
    if (page > 0 && !answer.answered)
      return renderAnswer((await compose(answer, signal)).answer, app.sides, page);
    const reply = renderAnswer(answer, app.sides, page);
    if (!app.composes || page > 0) return reply;
    return {
      ...reply,
      async later(signalLater) {
        const { answer: composed, note, dropped } = await compose(answer, signalLater);
        const isSame = composed.answer === null && composed.readAs === undefined && note === null;
        return { reply: isSame ? null : renderAnswer(composed, app.sides, page, note), dropped };
      },
    };
  },
  complete: completeFilter,
};
