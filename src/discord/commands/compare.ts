import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { renderCompare } from '../render/render-compare.ts';
import { completeFilter, offered, topicOption } from './choices.ts';
import type { Command } from './command.ts';

const Options = z.object({ topic: z.string(), side: z.string().optional(), side2: z.string().optional() });

/** Shows what two sides say on a topic, beside each other. */
export const compare: Command = {
  name: 'compare',
  description: 'Two sides on a topic beside each other, the same number of quotes each',
  options: (app) => [
    topicOption(app.topics),
    {
      type: ApplicationCommandOptionType.String,
      name: 'side',
      description: 'One side; without both, the two that said most',
      ...offered(app.sides),
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'side2',
      description: 'The other side',
      ...offered(app.sides),
    },
  ],
  visibility: () => 'public',
  async run({ app, options, page }) {
    const { topic, side, side2 } = Options.parse(options);
    if ((side === undefined) !== (side2 === undefined))
      throw new UserError('Name both sides, or none for the two that said most on the topic.');
    if (side !== undefined && side === side2)
      throw new UserError('Name two different sides; /position shows what one of them says.');
    const sides = side === undefined || side2 === undefined ? undefined : ([side, side2] as const);
    return renderCompare(await app.compare(topic, sides), app, page);
  },
  complete: completeFilter,
};
