import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { renderSpeaker } from '../render/render-answer.ts';
import { labelOf } from '../../show/show-speaker.ts';
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
  async run({ app, options, page }) {
    const { name, topic } = Options.parse(options);
    const [found, all] = await Promise.all([app.speaker(name, { topic }), app.speakers()]);
    const role = all.find((row) => row.name === found.speaker?.name)?.role;
    const label = topic === undefined ? undefined : labelOf(topic, app.topics);
    return renderSpeaker(found, { name, topic: label, role }, app, page);
  },
  complete: completeFilter,
};
