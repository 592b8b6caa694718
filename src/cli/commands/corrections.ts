import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { printCorrections } from '../print-corrections.ts';

export function addCorrections(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('corrections')
    .description('who corrected whose words a statement is, and whether it is applied yet')
    .option('--json', 'print JSON, one correction a line')
    .action(async ({ json }: { json?: boolean }) => {
      const rows = await (await open()).corrections();
      if (json) for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
      else printCorrections(rows, terminal);
    });
}
