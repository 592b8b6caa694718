import type { Command } from 'commander';
import { toFilters, type CommandContext, type FilterOptions } from '../command-context.ts';
import { printSpeaker } from '../print.ts';

type Options = Pick<FilterOptions, 'topic' | 'limit'> & { readonly json?: boolean };

export function addSpeaker(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('speaker')
    .description('what somebody said, newest first')
    .argument('<name>')
    .option('--topic <topic>', 'only statements on this topic')
    .option('--limit <number>', 'at most so many statements')
    .option('--json', 'print JSON')
    .action(async (name: string, { json, ...options }: Options) => {
      const app = await open();
      const answer = await app.speaker(name, toFilters(options));
      if (json) {
        terminal.out(`${JSON.stringify(answer)}\n`);
        return;
      }
      const row = (await app.speakers()).find((one) => one.name === answer.speaker?.name);
      const { statements: all } = await app.speaker(name, toFilters({ topic: options.topic }));
      printSpeaker(answer, { name, role: row?.role ?? null, all }, terminal);
    });
}
