import type { Attribution, CorrectionRow, CorrectionStatus } from '../domain/change/correction.ts';
import type { Terminal } from './command.ts';
import { clean } from './clean.ts';
import { paint, wrap } from './print.ts';

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
export function printCorrections(rows: readonly CorrectionRow[], terminal: Terminal): void {
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
