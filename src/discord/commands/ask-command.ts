import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { App } from '../../app.ts';
import type { Answer, ReadQuestion } from '../../domain/answer.ts';
import { markdownLine } from '../render/escape.ts';
import { LIMITS } from '../limits.ts';
import { renderAnswer } from '../render/render-answer.ts';
import { sentenceReply, type Reply } from '../reply.ts';
import { exampleQuestions, instead, nearSpeakers } from '../suggestions.ts';
import { labelOf } from '../../show/show-speaker.ts';
import { completeFilter, offeredOption } from './define/choices.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const Options = z.object({
  question: z.string(),
  side: z.string().optional(),
  speaker: z.string().optional(),
  topic: z.string().optional(),
  /** In a conversation: whether side, speaker and topic come from it, and the question before. Nobody types these. */
  goesOn: z.boolean().optional(),
  before: z.string().optional(),
  /** Where `question` is what a model read: what was typed, and what is said of how it was read. */
  typed: z.string().optional(),
  readAs: z.string().optional(),
});

/** Three pages; what comes later fits ever less. */
const MOST_EVIDENCE = 15;

/** Answers a question with numbered quotes, or says that the articles do not answer it. */
export const ask: Command = {
  name: 'ask',
  description: ANSWER_WORDS.whoSaidWhat,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: ANSWER_WORDS.whatYouWant,
      required: true,
    },
    offeredOption('side', ANSWER_WORDS.onlyWhatSide),
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: ANSWER_WORDS.onlyWhatPerson,
      autocomplete: true,
    },
    offeredOption('topic', ANSWER_WORDS.onlyTopic),
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'private',
      description: ANSWER_WORDS.showAnswerOnly,
    },
  ],
  visibility: (options) => (options.private === true ? 'private' : 'public'),
  async run({ app, options, page, signal }) {
    const { question, goesOn, before, typed, readAs, ...named } = Options.parse(options);
    const filters = { ...named, limit: MOST_EVIDENCE };
    const compose = (answer: Answer, until: AbortSignal) =>
      app.compose(answer, { ...filters, before }, until);
    const show = (answer: Answer, note: string | null = null): Reply => {
      const told = namesOf(named, app);
      const narrowed = goesOn && answer.readAs === null ? [ANSWER_WORDS.goingOnWith(told.join(', '))] : told;
      return renderAnswer(answer, app.sides, page, { composes: app.composes, note, filters: narrowed });
    };
    const refusal = await contradiction(app, question, named);
    if (refusal !== null) return refusal;
    const found = await app.ask(question, filters, signal);
    const answer = readAs === undefined ? found : { ...found, question: typed ?? question, readAs };
    if (page > 0 || !app.composes)
      return answer.answered ? show(answer) : withInstead(app, show(answer), named, question);
    return {
      ...show(answer),
      async later(signalLater) {
        const { answer: composed, note, dropped } = await compose(answer, signalLater);
        const isSame = composed.answer === null && composed.readAs === answer.readAs && note === null;
        const reply = isSame ? null : withOptions(show(composed, note), composed);
        return { reply, dropped, read: composed.read };
      },
    };
  },
  complete: completeFilter,
};

/** What a model read the question as is asked for from then on: its pages need no model any more. */
function withOptions({ shown, ...reply }: Reply, { question: typed, readAs, read }: Answer): Reply {
  if (shown === undefined) return reply;
  if (readAs === null || read === undefined) return { ...reply, shown };
  const { question, side, speaker, topic } = read;
  const named = Object.entries({ side, speaker, topic }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    ...reply,
    shown: { ...shown, options: { ...Object.fromEntries(named), question, typed, readAs } },
  };
}

/** "Wendy Sherman", "Missiles": what narrows a question, as people are told. */
function namesOf({ side, speaker, topic }: Omit<ReadQuestion, 'question'>, { sides, topics }: App): string[] {
  const names = [
    speaker,
    side === undefined ? undefined : labelOf(side, sides),
    topic === undefined ? undefined : labelOf(topic, topics),
  ];
  return names.filter((name) => name !== undefined);
}

/** Why nothing can be both, or who was meant; null where the filters can be used. */
async function contradiction(
  app: App,
  question: string,
  { side, speaker }: Omit<ReadQuestion, 'question'>,
): Promise<Reply | null> {
  if (speaker === undefined) return null;
  const { speaker: found } = await app.speaker(speaker, { limit: 1 });
  if (found === null)
    return {
      ...sentenceReply(ANSWER_WORDS.nobodyCalledSpeaks(speaker)),
      suggestions: await nearSpeakers(app, speaker),
    };
  const of = app.sides.find(({ id, label }) => id === side || label === side);
  if (of === undefined || found.side === null || found.side === of.id) return null;
  const own = labelOf(found.side, app.sides);
  return {
    ...sentenceReply(ANSWER_WORDS.speaksNotAsk(found.name, own, of.label)),
    suggestions: [
      { label: ANSWER_WORDS.only(found.name), command: 'ask', options: { question, speaker: found.name } },
      { label: ANSWER_WORDS.only(of.label), command: 'ask', options: { question, side: of.id } },
    ],
  };
}

/** What was understood and what not, and what there is instead, as buttons. */
async function withInstead(
  app: App,
  reply: Reply,
  named: Omit<ReadQuestion, 'question'>,
  question: string,
): Promise<Reply> {
  const read = await app.readNames(question);
  if (read.kind === 'about-the-bot') return { ...reply, suggestions: await exampleQuestions(app) };
  const meant = {
    side: named.side ?? read.side,
    speaker: named.speaker ?? read.speaker,
    topic: named.topic ?? read.topic,
  };
  const lines = [
    [ANSWER_WORDS.understood, namesOf(meant, app)],
    [ANSWER_WORDS.notKnownThese, read.unknown],
  ] as const;
  const told = lines.flatMap(([label, names]) =>
    names.length === 0 ? [] : [`-# ${label}: ${markdownLine(names.join(', '), LIMITS.titleChars)}`],
  );
  return {
    ...reply,
    content: [reply.content, ...told].join('\n'),
    suggestions: await instead(app, meant, read.unknown),
  };
}
