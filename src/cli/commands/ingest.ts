import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import type { IngestReport } from '../../ingest/ingest.ts';
import { clean } from '../clean.ts';
import type { CommandContext, Terminal } from '../command.ts';
import { createProgress } from '../progress.ts';

export function addIngest(program: Command, { terminal, open, signal }: CommandContext): void {
  program
    .command('ingest')
    .description(
      "read articles (.md, .txt, .html, .pdf, .docx, .vtt, .srt, .eml) or folders of them; without any, the collection's",
    )
    .argument('[paths...]')
    .option('--json', 'print JSON, one file a line')
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      const app = await open({ empty: true });
      const progress = createProgress(terminal);
      let report: IngestReport;
      try {
        report = await app.ingest(paths, { signal, onProgress: progress.onProgress });
      } finally {
        progress.done();
      }
      if (json) for (const result of report.results) terminal.out(`${JSON.stringify(result)}\n`);
      else printReport(report, terminal);
      const refused = report.results.filter((result) => result.outcome === 'refused');
      if (refused.length > 0) {
        const reasons = refused.map(({ reason }) => clean(reason ?? '')).join('\n');
        throw new UserError(
          json ? reasons : `${refused.length} of ${report.results.length} files were refused.`,
        );
      }
      if (report.stopped) throw new UserError('Stopped before the last article; run it again to go on.');
    });
}

function printReport({ results }: IngestReport, terminal: Terminal): void {
  for (const { path, outcome, reason, sentences, statements } of results) {
    const detail =
      outcome === 'added' || outcome === 'replaced'
        ? ` (${sentences} sentences, ${statements} statements)`
        : '';
    terminal.out(
      reason === null ? `${outcome.padEnd(9)} ${clean(path)}${detail}\n` : `refused   ${clean(reason)}\n`,
    );
  }
}
