import {
  saidOn,
  type CompareAnswer,
  type Evidence,
  type PositionAnswer,
  type Searched,
  type TimelineAnswer,
} from '../domain/answer.ts';
import { ACTS } from '../domain/statement.ts';
import type { Terminal } from './command.ts';
import { plural } from '../show/show-count.ts';
import { evidenceList, paint } from './print.ts';

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

export function printPosition(
  { side, topic, statements, searched }: PositionAnswer,
  terminal: Terminal,
): void {
  const found = statements.length > 0 ? plural(statements.length, 'statement') : none(searched);
  terminal.out(`${paint(terminal, 'bold', `${side} on ${topic}`)}: ${found}\n`);
  byAct(statements, terminal);
}

export function printCompare({ topic, sides, searched }: CompareAnswer, terminal: Terminal): void {
  for (const { side, statements } of sides) {
    const found = statements.length > 0 ? plural(statements.length, 'quote') : none(searched);
    terminal.out(`${paint(terminal, ['bold', 'underline'], `${side} on ${topic}`)}: ${found}\n`);
    byAct(statements, terminal);
    terminal.out('\n');
  }
}

export function printTimeline(
  { topic, statements, undated, searched }: TimelineAnswer,
  terminal: Terminal,
): void {
  if (statements.length + undated.length === 0) {
    terminal.out(`${topic}: ${none(searched)}\n`);
    return;
  }
  for (const [date, items] of days(statements)) {
    terminal.out(`${paint(terminal, 'bold', date)}\n\n${evidenceList(items, terminal)}\n\n`);
  }
  if (undated.length === 0) return;
  const heading = paint(terminal, 'bold', 'Articles without a date');
  const numberedOn = undated.map((item) => ({ ...item, n: statements.length + item.n }));
  terminal.out(`${heading}\n\n${evidenceList(numberedOn, terminal)}\n`);
}

function days(statements: readonly Evidence[]): Map<string, Evidence[]> {
  const byDay = new Map<string, Evidence[]>();
  for (const item of statements) {
    const day = saidOn(item) ?? '';
    byDay.set(day, [...(byDay.get(day) ?? []), item]);
  }
  return byDay;
}
