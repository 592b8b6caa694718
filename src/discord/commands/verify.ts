import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { renderVerify } from '../render/render-verify.ts';
import type { Command } from './define/command.ts';

const Options = z.object({ quote: z.string() });

/** Tells whether a quote stands in the articles as it is given. */
export const verify: Command = {
  name: 'verify',
  description: 'Is this quote real? Word for word, altered (with the words that differ) or not found',
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'quote',
      description: 'The words as they were quoted',
      required: true,
    },
  ],
  visibility: () => 'public',
  async run({ app, options, signal }) {
    const { quote } = Options.parse(options);
    return renderVerify(await app.verify(quote, signal), app.sides);
  },
};
