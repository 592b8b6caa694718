import type { Command } from 'commander';
import { UsageError } from '../../../errors.ts';
import type { CommandContext, Terminal } from '../../command-context.ts';
import type { Attribution, CorrectionRow, CorrectionStatus } from '../../../domain/change/correction.ts';
import { clean } from '../../clean.ts';
import { paint, wrap } from '../../print.ts';

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

const STATUSES: Record<CorrectionStatus, readonly ['green' | 'yellow' | 'red', string]> = {
  applied: ['green', 'applied'],
  waiting: ['yellow', 'waits for the next ingestion of the article'],
  overruled: ['yellow', 'a later correction counts'],
  lost: ['red', 'the article no longer has these words, or has them twice'],
};

function who({ speaker, side }: Attribution): string {
  if (speaker === null) return side ?? 'nobody';
  return side === null || side === speaker ? clean(speaker) : `${clean(speaker)} (${side})`;
}

/** Who corrected what and when, oldest first, and what became of it. */
function printCorrections(rows: readonly CorrectionRow[], terminal: Terminal): void {
  if (rows.length === 0) terminal.out('Nothing has been corrected.\n');
  const printed = rows.map(({ id, article, quote, start, end, was, to, note, by, at, status }) => {
    const [colour, sentence] = STATUSES[status];
    return [
      `${paint(terminal, 'bold', `[${id}]`)} ${paint(terminal, 'cyan', `${who(was)} → ${who(to)}`)} · ${paint(terminal, colour, sentence)}`,
      wrap(clean(quote), '    '),
      ...(note === null ? [] : [wrap(`Note: ${clean(note)}`, '    ')]),
      paint(
        terminal,
        'dim',
        `    — ${clean(by.name)} (${clean(by.id)}), ${at} [${clean(article)} ${start}–${end}]`,
      ),
    ].join('\n');
  });
  if (printed.length > 0) terminal.out(`${printed.join('\n\n')}\n`);
}
