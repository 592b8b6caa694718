import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { renderVerify } from '../render/render-verify.ts';
import type { Command } from './define/command.ts';
import { VERIFY_WORDS } from '../words/verify-words.ts';

const Options = z.object({ quote: z.string() });

/** Tells whether a quote stands in the articles as it is given. */
export const verify: Command = {
  name: 'verify',
  description: VERIFY_WORDS.quoteRealWord,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'quote',
      description: VERIFY_WORDS.wordsTheyWere,
      required: true,
    },
  ],
  visibility: () => 'public',
  async run({ app, options, signal }) {
    const { quote } = Options.parse(options);
    return renderVerify(await app.verify(quote, signal), app.sides);
  },
};
