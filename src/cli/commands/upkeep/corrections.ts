import type { Command } from 'commander';
import { UsageError } from '../../../errors.ts';
import type { CommandContext } from '../../command.ts';
import { printCorrections } from '../../print-corrections.ts';

export function addCorrections(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('corrections')
    .description('who corrected whose words a statement is, and whether it is applied yet')
    .option('--undo <id>', 'take the correction of that number back')
    .option('--json', 'print JSON, one correction a line')
    .action(async ({ json, undo }: { json?: boolean; undo?: string }) => {
      const app = await open();
      if (undo !== undefined) {
        if (!/^\d+$/.test(undo))
          throw new UsageError(`--undo takes the number of a correction; found ${JSON.stringify(undo)}.`);
        const { id } = await app.undoCorrection(Number(undo), null);
        if (!json) return terminal.out(`Correction ${id} is taken back.\n`);
      }
      const rows = await app.corrections();
      if (json) for (const row of rows) terminal.out(`${JSON.stringify(row)}\n`);
      else printCorrections(rows, terminal);
    });
}
