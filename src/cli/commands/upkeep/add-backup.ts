import type { Command } from 'commander';
import { clean } from '../../clean.ts';
import type { CommandContext } from '../../command-context.ts';

interface Options {
  readonly force?: boolean;
}

export function addBackup(program: Command, { terminal, config }: CommandContext): void {
  program
    .command('backup')
    .description('write the store into a file, also while the bot runs')
    .argument('<file>')
    .option('--force', 'write over a file that is there')
    .action(async (file: string, { force = false }: Options) => {
      const { backup } = await import('../../../app/stores/store-backup.ts');
      await backup(config(), file, force);
      terminal.out(`The store is backed up in ${clean(file)}\n`);
    });
}

export function addRestore(program: Command, { terminal, config }: CommandContext): void {
  program
    .command('restore')
    .description('put a backup in the place of the store; the bot must not run')
    .argument('<file>')
    .option('--force', 'in the place of a store that is there, which is lost')
    .action(async (file: string, { force = false }: Options) => {
      const { restore } = await import('../../../app/stores/store-backup.ts');
      await restore(config(), file, force);
      terminal.out(`The store is that of ${clean(file)}; its index is made anew with the next question.\n`);
    });
}
