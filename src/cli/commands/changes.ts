import type { Command } from 'commander';
import type { CommandContext, FilterOptions } from '../command.ts';
import { printChanges } from '../print-changes.ts';

type Options = Pick<FilterOptions, 'side' | 'topic' | 'since' | 'until'> & { readonly json?: boolean };

export function addChanges(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('changes')
    .description('what changed in what the sides say on the topics, each change with its two quotes')
    .option('--side <side>', 'only what this side said')
    .option('--topic <topic>', 'only on this topic')
    .option('--since <date>', 'only what was said from this day on, YYYY-MM-DD')
    .option('--until <date>', 'only what was said up to this day, YYYY-MM-DD')
    .option('--json', 'print JSON, one change a line')
    .action(async ({ json, ...filters }: Options) => {
      const answer = await (await open()).changes(filters);
      if (json) for (const change of answer.changes) terminal.out(`${JSON.stringify(change)}\n`);
      else printChanges(answer, terminal);
    });
}
