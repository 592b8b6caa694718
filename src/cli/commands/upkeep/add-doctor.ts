import type { Command } from 'commander';
import type { Check } from '../../../app/doctor/check.ts';
import { UserError } from '../../../errors.ts';
import { clean } from '../../clean.ts';
import type { CommandContext, Terminal } from '../../command-context.ts';
import { paint } from '../../print.ts';

export function addDoctor(program: Command, { terminal, config, signal }: CommandContext): void {
  program
    .command('doctor')
    .description(
      'look at the settings, the collection, the disk, the store, its index, the embeddings, the language model, what orders anew and Discord',
    )
    .option('--json', 'print JSON, one check a line')
    .action(async ({ json }: { json?: boolean }) => {
      const { runChecks } = await import('../../../app/doctor/run-checks.ts');
      let [looked, unwell] = [0, 0];
      for await (const check of runChecks(config, signal)) {
        looked++;
        if (!check.ok) unwell++;
        if (json) terminal.out(`${JSON.stringify(check)}\n`);
        else printCheck(check, terminal);
      }
      if (unwell > 0) throw new UserError(`${unwell} of ${looked} checks found something to do.`);
    });
}

function printCheck({ check, ok, found, todo }: Check, terminal: Terminal): void {
  const sign = ok ? paint(terminal, 'green', 'ok   ') : paint(terminal, 'red', 'to do');
  terminal.out(`${sign}  ${check.padEnd(10)}  ${clean(found)}\n`);
  if (todo !== null) terminal.out(`${' '.repeat(19)}${clean(todo)}\n`);
}
