import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { formatOf, FORMATS } from '../../export/formats.ts';
import { exportRows } from '../../export/rows.ts';
import { UserError } from '../../errors.ts';
import { counted } from '../../show/show-count.ts';
import { createReply } from '../reply.ts';
import { completeFilter, offeredOption } from './define/choices.ts';
import type { Command } from './define/command.ts';

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
  description: 'What was said as a file: CSV, JSON Lines, Markdown or BibTeX, each quote with its place',
  options: () => [
    {
      type: ApplicationCommandOptionType.String,
      name: 'format',
      description: 'CSV without it',
      choices: Object.keys(FORMATS).map((name) => ({ name, value: name })),
    },
    offeredOption('side', 'Only what this side said'),
    {
      type: ApplicationCommandOptionType.String,
      name: 'speaker',
      description: 'Only what this person or body said',
      autocomplete: true,
    },
    offeredOption('topic', 'Only what was said on this topic'),
  ],
  visibility: () => 'private',
  async run({ app, options }) {
    const { format: name, ...filters } = Options.parse(options);
    const format = formatOf(name);
    if (format === null) throw new UserError(`There are the formats ${Object.keys(FORMATS).join(', ')}.`);
    const statements = await app.statements(filters);
    if (statements.length === 0) return { ...createReply('Nobody says that in these articles.'), found: 0 };
    const rows = await exportRows(statements, async (id) => (await app.article(id))?.article ?? null);
    const data = Buffer.from(format.write(rows));
    if (data.length > MOST_BYTES)
      throw new UserError('That is more than Discord takes as a file; narrow it by side, speaker or topic.');
    const file = { name: `statements.${format.ending}`, data, description: 'What was said, as a file' };
    return {
      ...createReply(`${counted(statements, 'statement')}.`),
      files: [file],
      found: statements.length,
    };
  },
  complete: completeFilter,
};
