import type { Command } from 'commander';
import { UserError } from '../../../errors.ts';
import { clean } from '../../clean.ts';
import type { CommandContext } from '../../command-context.ts';
import { evidence, paint, wrap } from '../../print.ts';

export function addAudit(program: Command, { terminal, config, open, signal }: CommandContext): void {
  program
    .command('audit')
    .description(
      'ask the model which stored statements look wrong, for a person to look at; nothing is changed',
    )
    .option('--json', 'print JSON, one doubted statement a line')
    .action(async ({ json }: { json?: boolean }) => {
      const { llm } = config();
      if (!llm)
        throw new UserError('parley audit asks a model, and none is set: set LLM, see docs/settings.md.');
      const app = await open();
      const { openAudit } = await import('../../../app/models/audit.ts');
      const audit = await openAudit(llm, app);
      let [looked, doubted, failed] = [0, 0, 0];
      for await (const batch of audit(signal)) {
        looked += batch.looked;
        doubted += batch.suspects.length;
        if (batch.failure !== null && failed++ === 0)
          terminal.err(`The model gave nothing on some statements: ${batch.failure}\n`);
        for (const { statement, field, why } of batch.suspects)
          terminal.out(
            json
              ? `${JSON.stringify({ statement, field, why })}\n`
              : `${evidence(statement, terminal)}\n${paint(terminal, 'yellow', wrap(`${field}: ${clean(why)}`, '    '))}\n\n`,
          );
      }
      terminal.err(
        `The model looked at ${looked} statements and doubts ${doubted} of them; nothing was changed.\n`,
      );
      if (looked === 0 && failed > 0)
        throw new UserError('The model gave no answer on any of the statements.');
    });
}
