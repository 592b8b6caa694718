import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { printVerify } from '../print-verify.ts';

export function addVerify(program: Command, { terminal, open, signal }: CommandContext): void {
  program
    .command('verify')
    .description('whether a quote stands in the articles, word for word')
    .argument('<quote>')
    .option('--json', 'print JSON')
    .action(async (quote: string, { json }: { json?: boolean }) => {
      const answer = await (await open()).verify(quote, signal);
      if (json) terminal.out(`${JSON.stringify(answer)}\n`);
      else printVerify(answer, terminal);
    });
}
