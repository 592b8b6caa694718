import type { Command } from 'commander';
import { UserError } from '../../errors.ts';
import type { IngestReport } from '../../ingest/ingest.ts';
import { clean } from '../clean.ts';
import type { CommandContext, Terminal } from '../command-context.ts';
import { createProgress } from '../progress.ts';

export function addIngest(program: Command, { terminal, open, signal }: CommandContext): void {
  program
    .command('ingest')
    .description(
      "read articles (.md, .txt, .html, .pdf, .docx, .vtt, .srt, .eml), folders of them, addresses of pages and feeds; without any, the collection's",
    )
    .argument('[sources...]')
    .option('--json', 'print JSON, one source a line')
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      const app = await open({ empty: true });
      const progress = createProgress(terminal);
      let report: IngestReport;
      try {
        report = await app.ingest(paths, {
          signal,
          onRead: progress.onRead,
          onProgress: progress.onProgress,
        });
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
    const shown = clean(reason ?? path);
    terminal.out(`${outcome.padEnd(9)} ${shown}${detail}\n`);
  }
}
