import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { renderSpeaker } from '../render.ts';
import { completeFilter, offered } from './choices.ts';
import type { Command } from './command.ts';

const Options = z.object({ name: z.string(), topic: z.string().optional() });

/** Shows who somebody is and what they said, newest first. */
export const speaker: Command = {
  name: 'speaker',
  description: 'Who is this, and what did they say: their statements, newest first',
  options: (app) => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'name',
      description: 'A person or body in the articles',
      required: true,
      autocomplete: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'topic',
      description: 'Only on this topic',
      ...offered(app.topics),
    },
  ],
  visibility: () => 'public',
  async run({ app, options }) {
    const { name, topic } = Options.parse(options);
    const label = app.topics.find(({ id }) => id === topic)?.label ?? topic;
    return renderSpeaker(await app.speaker(name, { topic }), { name, topic: label }, app.sides);
  },
  complete: completeFilter,
};
