import { markdownLine } from '../render/escape.ts';
import { NEUTRAL_COLOR } from '../render/evidence-embed.ts';
import { LIMITS } from '../limits.ts';
import { createReply } from '../reply.ts';
import { isCallFor } from './called.ts';
import type { Command } from './command.ts';

const EXAMPLE_CHARS = 200;

/** Says what Parley is for, with every command and an example from the collection. */
export const help: Command = {
  name: 'help',
  description: 'What you can ask here, and how',
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  calledBy: (named) =>
    named.parts.length === 0 && isCallFor(named, { names: 'help command', beside: 'use' }) ? {} : null,
  async run({ app, commands }) {
    const lines = commands.map(({ name, description }) => `**/${name}** · ${description}`);
    const side = app.sides[0];
    const topic = app.topics[0];
    const filters = side && topic ? ` side: ${side.label} topic: ${topic.label}` : '';
    const example = markdownLine(`/ask question: what was offered?${filters}`, EXAMPLE_CHARS);
    return createReply('Ask me who said what in the articles I have read.', [
      {
        title: 'Who said what, word for word',
        description: [
          'Every quote is read back from its article; when nobody says it there, I say so.',
          '',
          ...lines,
          '',
          'Or mention me with your question, reply to an answer of mine, or write to me directly.',
          'Right-click (or hold) a message, Apps: **Check quotes in this message**.',
          `For example: ${example}`,
        ]
          .join('\n')
          .slice(0, LIMITS.descriptionChars),
        color: NEUTRAL_COLOR,
      },
    ]);
  },
};
