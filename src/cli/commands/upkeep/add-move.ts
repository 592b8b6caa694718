import type { Command } from 'commander';
import { plural } from '../../../show/show-count.ts';
import type { CommandContext } from '../../command-context.ts';

interface Options {
  readonly to: string;
  readonly force?: boolean;
}

export function addMove(program: Command, { terminal, config }: CommandContext): void {
  program
    .command('move')
    .description('copy the store to a PostgreSQL database, vectors and all')
    .requiredOption('--to <url>', 'postgres://USER:PASSWORD@HOST:5432/NAME')
    .option('--force', 'in the place of a store that is there, which is lost')
    .action(async ({ to, force = false }: Options) => {
      const { moveStore } = await import('../../../app/stores/move-store.ts');
      const { articles, statements, vectors } = await moveStore(config(), to, force);
      const moved = `${plural(articles, 'article')}, ${plural(statements, 'statement')} and ${plural(vectors, 'vector')}`;
      terminal.out(
        `${moved} are in the database, the same as in the file. Set DATABASE_URL to use it; the file stays.\n`,
      );
    });
}
