import type { Command } from 'commander';
import type { CommandContext, Terminal } from '../command-context.ts';
import type { VerifyAnswer } from '../../domain/answer.ts';
import { clean } from '../clean.ts';
import { evidence, paint } from '../print.ts';

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

const VERDICTS = {
  verbatim: ['green', 'Verbatim: these words stand in the articles.'],
  reversed: ['red', 'Reversed: the articles say the contrary.'],
  altered: ['yellow', 'Altered: the articles have other words.'],
  'not-found': ['red', 'Not found: no article has these words, or anything near them.'],
} as const;

/** The verdict with its warning, the words that differ, and where the quote stands. */
function printVerify({ verdict, warning, match, differences }: VerifyAnswer, terminal: Terminal): void {
  const [colour, sentence] = VERDICTS[verdict];
  terminal.out(`${paint(terminal, colour, sentence)}\n`);
  if (warning) terminal.out(`${paint(terminal, 'yellow', clean(warning))}\n`);
  for (const { kind, given, source } of differences) {
    const here = JSON.stringify(clean(source));
    const asked = JSON.stringify(clean(given));
    if (kind === 'added') terminal.out(`  ${asked} is not in the article\n`);
    else if (kind === 'changed') terminal.out(`  ${asked} is ${here} in the article\n`);
    else terminal.out(`  ${here} is left out${given === '' ? '' : ` (${asked})`}\n`);
  }
  if (match) terminal.out(`\n${evidence(match, terminal)}\n`);
}
