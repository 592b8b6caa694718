import type { Command } from 'commander';
import type { CommandContext, FilterOptions, Terminal } from '../command-context.ts';
import { UsageError } from '../../errors.ts';
import { PICTURE_OPTION, pictureFile, writePicture } from '../write-picture.ts';
import { differingSpans } from '../../domain/quote/differing-words.ts';
import type { ChangesAnswer, PositionChange } from '../../domain/position-change.ts';
import { plural } from '../../show/show-count.ts';
import { showChange } from '../../show/show-change.ts';
import type { Span } from '../../text/span.ts';
import { clean } from '../clean.ts';
import { evidence, paint } from '../print.ts';

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

/** What changed, the oldest first: what it is, the quote before and the quote now, and the words that differ. */
function printChanges({ changes, searched }: ChangesAnswer, terminal: Terminal): void {
  if (changes.length === 0) {
    terminal.out(`no change found in ${plural(searched.articles, 'article')}\n`);
    return;
  }
  for (const change of changes) terminal.out(`${changeText(change, terminal)}\n\n`);
}

function changeText(change: PositionChange, terminal: Terminal): string {
  const { side, topic, when, from, to } = change;
  const head = paint(terminal, 'bold', clean(`${when} · ${side} on ${topic} · ${showChange(change)}`));
  const quotes = [from, to].flatMap((one) => (one === null ? [] : [evidence(one, terminal)]));
  if (from === null || change.differences.length === 0) return [head, ...quotes].join('\n');
  const marks = differingSpans(from.text, to.text);
  const words = [
    `    then: ${wordsAt(from.text, marks.before)}`,
    `    now:  ${wordsAt(to.text, marks.now)}`,
  ].map((line) => paint(terminal, 'yellow', line));
  return [head, ...quotes, ...words].join('\n');
}

function wordsAt(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => JSON.stringify(clean(text.slice(start, end)))).join(' ') || '–';
}
