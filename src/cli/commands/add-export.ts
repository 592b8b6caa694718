import type { Command } from 'commander';
import { UsageError } from '../../errors.ts';
import { formatOf, FORMATS } from '../../export/formats.ts';
import { exportRows } from '../../export/rows.ts';
import { plural } from '../../show/show-count.ts';
import { clean } from '../clean.ts';
import type { CommandContext, FilterOptions } from '../command-context.ts';

interface Options extends Omit<FilterOptions, 'limit'> {
  readonly format: string;
  readonly json?: boolean;
  readonly sides?: boolean;
}

export function addExport(program: Command, { terminal, open }: CommandContext): void {
  const names = Object.keys(FORMATS).join(', ');
  program
    .command('export')
    .description('statements with their citations, or the articles as BibTeX, to take along')
    .option('--format <format>', names, 'csv')
    .option('--side <side>', 'only what this side said')
    .option('--speaker <name>', 'only what this speaker said')
    .option('--topic <topic>', 'only statements on this topic')
    .option('--since <date>', 'only articles from this day on, YYYY-MM-DD')
    .option('--until <date>', 'only articles up to this day, YYYY-MM-DD')
    .option('--json', 'the same as --format jsonl')
    .option('--sides', 'write what was edited in Discord into actors.yaml and topics.yaml, and nothing else')
    .action(async ({ format: named, json, sides, ...filters }: Options) => {
      if (sides) {
        const { files, edits } = await (await open()).exportTables();
        terminal.out(`Written: ${files.map(clean).join(', ')} (${plural(edits, 'edit')}).\n`);
        return;
      }
      const format = json ? FORMATS.jsonl : formatOf(named);
      if (format === null)
        throw new UsageError(`--format takes one of ${names}; found ${JSON.stringify(named)}.`);
      const app = await open();
      const rows = await exportRows(
        await app.statements(filters),
        async (id) => (await app.article(id))?.article ?? null,
      );
      terminal.out(format.write(rows));
    });
}
