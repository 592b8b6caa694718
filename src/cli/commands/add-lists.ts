import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { printSources, printSpeakers } from '../print.ts';

interface Options {
  readonly json?: boolean;
}

export function addSources(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('sources')
    .description('the articles in the store')
    .option('--json', 'print JSON, one article a line')
    .action(async ({ json }: Options) => {
      const rows = await (await open()).sources();
      if (json) for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
      else printSources(rows, terminal);
    });
}

export function addSpeakers(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('speakers')
    .description('everybody who says something in the articles')
    .option('--json', 'print JSON, one speaker a line')
    .action(async ({ json }: Options) => {
      const rows = await (await open()).speakers();
      if (json) for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
      else printSpeakers(rows, terminal);
    });
}
