import type { Command } from 'commander';
import type { CommandContext, FilterOptions } from '../command.ts';
import { UsageError } from '../../errors.ts';
import { PICTURE_OPTION, pictureFile, writePicture } from '../picture.ts';
import { printChanges } from '../print-changes.ts';

type Options = Pick<FilterOptions, 'side' | 'topic' | 'since' | 'until'> & {
  readonly json?: boolean;
  readonly picture?: string;
};

export function addChanges(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('changes')
    .description('what changed in what the sides say on the topics, each change with its two quotes')
    .option('--side <side>', 'only what this side said')
    .option('--topic <topic>', 'only on this topic')
    .option('--since <date>', 'only what was said from this day on, YYYY-MM-DD')
    .option('--until <date>', 'only what was said up to this day, YYYY-MM-DD')
    .option(...PICTURE_OPTION)
    .option('--json', 'print JSON, one change a line')
    .action(async ({ json, picture, ...filters }: Options) => {
      const file = pictureFile(picture);
      const { topic } = filters;
      if (file && topic === undefined)
        throw new UsageError('--picture draws the moves on one topic; name it with --topic.');
      const app = await open();
      const answer = await app.changes(filters);
      if (json) for (const change of answer.changes) terminal.out(`${JSON.stringify(change)}\n`);
      else printChanges(answer, terminal);
      if (!file || topic === undefined) return;
      const draw = async (): Promise<string> => {
        const { positionPathSvg } = await import('../../pictures/path/position-path.ts');
        return positionPathSvg(topic, answer.changes, app, { theme: 'light' });
      };
      await writePicture(file, draw, terminal);
    });
}
