import type { Command } from 'commander';
import { UsageError } from '../../errors.ts';
import { labelOf } from '../../show/show-speaker.ts';
import type { CommandContext, FilterOptions, Terminal } from '../command-context.ts';
import { PICTURE_OPTION, pictureFile, writePicture } from '../write-picture.ts';
import {
  saidOn,
  type CompareAnswer,
  type Evidence,
  type PositionAnswer,
  type Searched,
  type TimelineAnswer,
} from '../../domain/answer.ts';
import { ACTS } from '../../domain/statement.ts';
import { plural } from '../../show/show-count.ts';
import { evidenceList, paint } from '../print.ts';
import { groupBy } from '../../domain/group-by.ts';

interface Json {
  readonly json?: boolean;
}

interface TimelineOptions extends Json, Pick<FilterOptions, 'speaker' | 'side'> {
  readonly picture?: string;
}

export function addPosition(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('position')
    .description('what a side offers, demands, rejects … on a topic')
    .argument('<side>')
    .argument('<topic>')
    .option('--json', 'print JSON')
    .action(async (side: string, topic: string, { json }: Json) => {
      const answer = await (await open()).position(side, topic);
      if (json) terminal.out(`${JSON.stringify(answer)}\n`);
      else printPosition(answer, terminal);
    });
}

export function addCompare(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('compare')
    .description('two sides on a topic beside each other')
    .argument('<topic>')
    .argument('[sides...]', 'two sides; without them the two that said most on it')
    .option('--json', 'print JSON')
    .action(async (topic: string, sides: string[], { json }: Json) => {
      const [one, two, ...more] = sides;
      if (sides.length > 0 && (one === undefined || two === undefined || more.length > 0)) {
        throw new UsageError(
          `compare takes a topic and two sides, or a topic alone; found ${sides.length} side(s).`,
        );
      }
      const app = await open();
      const answer = await app.compare(
        topic,
        one !== undefined && two !== undefined ? [one, two] : undefined,
      );
      if (json) terminal.out(`${JSON.stringify(answer)}\n`);
      else printCompare(answer, terminal);
    });
}

export function addTimeline(program: Command, { terminal, open }: CommandContext): void {
  program
    .command('timeline')
    .description('what was said on a topic, by date')
    .argument('<topic>')
    .option('--speaker <name>', 'only what this speaker said')
    .option('--side <side>', 'only what this side said')
    .option(...PICTURE_OPTION)
    .option('--json', 'print JSON')
    .action(async (topic: string, { json, picture, ...filters }: TimelineOptions) => {
      const file = pictureFile(picture);
      const app = await open();
      const answer = await app.timeline(topic, filters);
      if (json) terminal.out(`${JSON.stringify(answer)}\n`);
      else printTimeline(answer, terminal);
      if (!file) return;
      const of = filters.speaker ?? (filters.side === undefined ? null : labelOf(filters.side, app.sides));
      const { changes } = await app.changes({ topic, side: filters.side });
      const draw = async (): Promise<string> => {
        const { timelineSvg } = await import('../../pictures/timeline/draw-timeline.ts');
        return timelineSvg(answer, app, { theme: 'light', of, changes });
      };
      await writePicture(file, draw, terminal);
    });
}

function none({ articles }: Searched): string {
  return `no statement found in ${plural(articles, 'article')}`;
}

function byAct(statements: readonly Evidence[], terminal: Terminal): void {
  for (const act of ACTS) {
    const ofAct = statements.filter((item) => item.act === act);
    if (ofAct.length === 0) continue;
    terminal.out(`\n${paint(terminal, 'bold', act.toUpperCase())}\n\n`);
    terminal.out(`${evidenceList(ofAct, terminal)}\n`);
  }
}

function printPosition({ side, topic, statements, searched }: PositionAnswer, terminal: Terminal): void {
  const found = statements.length > 0 ? plural(statements.length, 'statement') : none(searched);
  terminal.out(`${paint(terminal, 'bold', `${side} on ${topic}`)}: ${found}\n`);
  byAct(statements, terminal);
}

function printCompare({ topic, sides, searched }: CompareAnswer, terminal: Terminal): void {
  for (const { side, statements } of sides) {
    const found = statements.length > 0 ? plural(statements.length, 'quote') : none(searched);
    terminal.out(`${paint(terminal, ['bold', 'underline'], `${side} on ${topic}`)}: ${found}\n`);
    byAct(statements, terminal);
    terminal.out('\n');
  }
}

function printTimeline({ topic, statements, undated, searched }: TimelineAnswer, terminal: Terminal): void {
  if (statements.length + undated.length === 0) {
    terminal.out(`${topic}: ${none(searched)}\n`);
    return;
  }
  for (const [date, items] of groupBy(statements, (item) => saidOn(item) ?? '')) {
    terminal.out(`${paint(terminal, 'bold', date)}\n\n${evidenceList(items, terminal)}\n\n`);
  }
  if (undated.length === 0) return;
  const heading = paint(terminal, 'bold', 'Articles without a date');
  const numberedOn = undated.map((item) => ({ ...item, n: statements.length + item.n }));
  terminal.out(`${heading}\n\n${evidenceList(numberedOn, terminal)}\n`);
}
