import type { Command } from 'commander';
import type { CommandContext } from '../command.ts';
import { PICTURE_OPTION, pictureFile, writePicture } from '../picture.ts';
import { printMatrix } from '../print-matrix.ts';

export function addMatrix(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('matrix')
    .description('how much each side says on each topic, and what it mostly does there')
    .option(...PICTURE_OPTION)
    .option('--json', 'print JSON')
    .action(async ({ json, picture }: { readonly json?: boolean; readonly picture?: string }) => {
      const file = pictureFile(picture);
      const app = await open();
      const answer = await app.matrix();
      if (json) terminal.out(`${JSON.stringify(answer)}\n`);
      else printMatrix(answer, terminal);
      const draw = async (): Promise<string> => {
        const { matrixSvg } = await import('../../pictures/matrix/matrix.ts');
        return matrixSvg(answer, app, { theme: 'light' });
      };
      if (file) await writePicture(file, draw, terminal);
    });
}
