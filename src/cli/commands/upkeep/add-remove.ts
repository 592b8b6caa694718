import type { Command } from 'commander';
import type { RemoveResult } from '../../../app/sources/remove-articles.ts';
import { plural } from '../../../show/show-count.ts';
import { UserError } from '../../../errors.ts';
import { clean } from '../../clean.ts';
import type { CommandContext } from '../../command-context.ts';

export function addRemove(program: Command, { terminal, open, signal, config }: CommandContext): void {
  program
    .command('remove')
    .description('remove articles from the store, with all that was made of them and corrected in them')
    .argument('<ids...>')
    .option('--json', 'print JSON, one article a line')
    .action(async (ids: string[], { json }: { json?: boolean }) => {
      const app = await open({ empty: true });
      const results = await app.remove(ids, signal);
      for (const { nearest: _, ...result } of results)
        if (json) terminal.out(`${JSON.stringify(result)}\n`);
        else if (result.removed) terminal.out(`${removed(result)}\n`);
      const unknown = results.filter((result) => !result.removed);
      if (unknown.length < results.length)
        terminal.err(
          `A removed article comes back with the next "ingest" that finds its file: without paths, that reads the collection in ${config().collectionDir}.\n`,
        );
      if (unknown.length > 0) throw new UserError(unknown.map(missing).join('\n'));
    });
}

function removed({ id, statements, corrections }: Omit<RemoveResult, 'nearest'>): string {
  return `removed   ${clean(id)} (${plural(statements, 'statement')}, ${plural(corrections, 'correction')})`;
}

function missing({ id, nearest }: RemoveResult): string {
  const hint =
    nearest.length > 0
      ? `did you mean ${nearest.map(clean).join(' or ')}?`
      : 'the command "sources" lists those there are.';
  return `There is no article ${JSON.stringify(clean(id))}; ${hint}`;
}
