import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { formatOf, FORMATS } from '../../export/formats.ts';
import { exportRows } from '../../export/rows.ts';
import { UserError } from '../../errors.ts';
import { counted } from '../../show/show-count.ts';
import { createReply } from '../reply.ts';
import { completeFilter, offeredOption } from './define/choices.ts';
import type { Command } from './define/command.ts';
import { ANSWER_WORDS } from '../words/answer-words.ts';

const Options = z.object({
  format: z.string().default('csv'),
  side: z.string().optional(),
  speaker: z.string().optional(),
  topic: z.string().optional(),
});

/** Discord takes files of 10 MB everywhere. */
const MOST_BYTES = 9_500_000;

/** Gives what was said as a file. */
export const exportStatements: Command = {
  name: 'export',
  description: ANSWER_WORDS.whatSaidFile,
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'format',
      description: ANSWER_WORDS.csvWithout,
      choices: Object.keys(FORMATS).map((name) => ({ name, value: name })),
    },
    offeredOption('side', ANSWER_WORDS.onlyWhatSideSaid),
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: ANSWER_WORDS.onlyWhatPersonBody,
      autocomplete: true,
    },
    offeredOption('topic', ANSWER_WORDS.onlyWhatSaid),
  ],
  visibility: () => 'private',
  async run({ app, options }) {
    const { format: name, ...filters } = Options.parse(options);
    const format = formatOf(name);
    if (format === null) throw new UserError(ANSWER_WORDS.formatsThere(Object.keys(FORMATS).join(', ')));
    const statements = await app.statements(filters);
    if (statements.length === 0) return { ...createReply(ANSWER_WORDS.nobodySaysThese), found: 0 };
    const rows = await exportRows(statements, async (id) => (await app.article(id))?.article ?? null);
    const data = Buffer.from(format.write(rows));
    if (data.length > MOST_BYTES) throw new UserError(ANSWER_WORDS.moreThanDiscord);
    const file = { name: `statements.${format.ending}`, data, description: ANSWER_WORDS.saidAsFile };
    return {
      ...createReply(`${counted(statements, 'statement')}.`),
      files: [file],
      found: statements.length,
    };
  },
  complete: completeFilter,
};
