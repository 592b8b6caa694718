import type { MatrixAnswer } from '../domain/answer.ts';
import type { Terminal } from './command.ts';
import { plural } from '../show/show-count.ts';
import { clean } from './clean.ts';
import { table } from './print.ts';

/** Topics below each other, sides beside each other: how many statements, and what most of them do. */
export function printMatrix({ sides, topics, cells, searched }: MatrixAnswer, terminal: Terminal): void {
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
