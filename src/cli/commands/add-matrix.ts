import type { Command } from 'commander';
import type { CommandContext, Terminal } from '../command-context.ts';
import { PICTURE_OPTION, pictureFile, writePicture } from '../write-picture.ts';
import type { MatrixAnswer } from '../../domain/matrix-answer.ts';
import { plural } from '../../show/show-count.ts';
import { clean } from '../clean.ts';
import { table } from '../print.ts';

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
        const { matrixSvg } = await import('../../pictures/matrix/draw-matrix.ts');
        return matrixSvg(answer, app, { theme: 'light' });
      };
      if (file) await writePicture(file, draw, terminal);
    });
}

/** Topics below each other, sides beside each other: how many statements, and what most of them do. */
function printMatrix({ sides, topics, cells, searched }: MatrixAnswer, terminal: Terminal): void {
  if (sides.length === 0) {
    terminal.out(`no statement on a topic found in ${plural(searched.articles, 'article')}\n`);
    return;
  }
  const rows = topics.map((topic) => [
    clean(topic),
    ...sides.map((side) => {
      const cell = cells.find((one) => one.side === side && one.topic === topic);
      return cell === undefined || cell.act === null ? '–' : `${cell.statements} ${cell.act}`;
    }),
  ]);
  table([['TOPIC', ...sides.map((side) => clean(side).toUpperCase())], ...rows], terminal);
}
