import type { Command } from 'commander';
import type { Answer } from '../../domain/answer.ts';
import { UserError } from '../../errors.ts';
import { toFilters, type CommandContext, type FilterOptions } from '../command-context.ts';
import { printAnswer } from '../print.ts';

export function addAsk(program: Command, { terminal, open, signal }: CommandContext): void {
  program
    .command('ask')
    .description('answer a question with quotes; without one, every line of standard input')
    .argument('[question]')
    .option('--side <side>', 'only what this side said')
    .option('--speaker <name>', 'only what this speaker said')
    .option('--topic <topic>', 'only statements on this topic')
    .option('--since <date>', 'only articles from this day on, YYYY-MM-DD')
    .option('--until <date>', 'only articles up to this day, YYYY-MM-DD')
    .option('--limit <number>', 'at most so many quotes, or all (5 without it)')
    .option('--json', 'print JSON, one object a line')
    .action(
      async (question: string | undefined, { json, ...options }: FilterOptions & { json?: boolean }) => {
        const filters = toFilters(options);
        const app = await open();
        const answerTo = async (asked: string): Promise<void> => {
          const { answer, note } = await app.compose(await app.ask(asked, filters, signal), filters, signal);
          if (json) terminal.out(`${JSON.stringify(answer)}\n`);
          else printAnswer(answer, terminal);
          if (note !== null) terminal.err(`${note}\n`);
        };
        if (question !== undefined) {
          await answerTo(question);
          return;
        }
        let refused = 0;
        for await (const line of terminal.lines()) {
          try {
            if (!json) terminal.out(`> ${line}\n`);
            await answerTo(line);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            refused++;
            // One result a line, whatever the line: who reads them counts on their order.
            if (json) terminal.out(`${JSON.stringify(refusal(line, error.message))}\n`);
            terminal.err(`${error.message}\n`);
          }
        }
        if (refused > 0) throw new UserError(`${refused} of the lines could not be asked; see above.`);
      },
    );
}

function refusal(question: string, error: string): Answer & { readonly error: string } {
  const searched = { articles: 0, passages: 0 };
  const nothing = {
    answered: false,
    reason: 'nothing-found',
    answer: null,
    evidence: [],
    closest: [],
    nearMisses: [],
  } as const;
  return { question, kind: 'fact', readAs: null, headline: null, ...nothing, searched, error };
}
