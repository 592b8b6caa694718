import { styleText } from 'node:util';
import type { Answer, Evidence, SourceRow, SpeakerAnswer, SpeakerRow } from '../domain/answer.ts';
import { missingMarks } from '../text/marks/quotation-marks.ts';
import { groupSameWords, type OtherWording } from '../domain/quote/same-words.ts';
import { plural } from '../show/show-count.ts';
import { SPEECH, showAct } from '../show/show-act.ts';
import { whoSpeaks } from '../show/show-speaker.ts';
import { clean } from './clean.ts';
import type { Terminal } from './command-context.ts';

type Style = Parameters<typeof styleText>[0];

export function paint({ colours }: Terminal, style: Style, text: string): string {
  return colours ? styleText(style, text, { validateStream: false }) : text;
}

const LINE_CHARS = 100;

/** `text` in lines of at most so many characters, each after `indent`. */
export function wrap(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > LINE_CHARS - indent.length) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((each) => indent + each).join('\n');
}

function citation({ article, title, place, outlet, published, start, end }: Evidence): string {
  const where = [clean(title), place && clean(place), outlet && clean(outlet), published]
    .filter(Boolean)
    .join(', ');
  return `${where} [${clean(article)} ${start}–${end}]`;
}

export function evidence(item: Evidence, terminal: Terminal): string {
  const words = clean(item.text);
  const quoted = item.type === 'direct' ? inMarks(words) : words;
  const who = whoSpeaks(item, []);
  const kind = [SPEECH[item.type], showAct(item.act)].filter((part) => part !== null).join(', ');
  const head = who === null ? kind : `${clean(who)} · ${kind}`;
  return [
    `${paint(terminal, 'bold', `[${item.n}]`)} ${paint(terminal, 'cyan', head)}`,
    wrap(quoted, '    '),
    paint(terminal, 'dim', `    — ${citation(item)}`),
  ].join('\n');
}

/** Items below each other, the same words of several articles as one with what the others have instead. */
export function evidenceList(items: readonly Evidence[], terminal: Terminal): string {
  return groupSameWords(items)
    .map(({ first, others }) =>
      [evidence(first, terminal), ...others.map((other) => otherWording(other, terminal))].join('\n'),
    )
    .join('\n\n');
}

function otherWording({ evidence: item, differences }: OtherWording, terminal: Terminal): string {
  const words = differences.map(({ given, source }) => `${shown(given)} for ${shown(source)}`);
  const told = words.length === 0 ? shown(item.text) : words.join('; ');
  const head = paint(terminal, 'dim', `    also [${item.n}] ${SPEECH[item.type]}: ${citation(item)}`);
  return `${head}\n${wrap(told, '      ')}`;
}

const shown = (words: string): string => JSON.stringify(clean(words));

/** In quotation marks, where the article's own are not part of the span and the reporter's words are not in it. */
function inMarks(words: string): string {
  const marks = missingMarks(words);
  return marks === null ? words : marks.open + words + marks.close;
}

/** An answer as a person reads it. */
export function printAnswer(answer: Answer, terminal: Terminal): void {
  const { articles, passages } = answer.searched;
  if (answer.answered) {
    if (answer.readAs !== null)
      terminal.out(`${paint(terminal, 'dim', `Read as: ${clean(answer.readAs)}`)}\n\n`);
    if (answer.headline !== null) terminal.out(`${paint(terminal, 'bold', clean(answer.headline))}\n\n`);
    if (answer.answer !== null) terminal.out(`${wrap(clean(answer.answer), '')}\n\n`);
    terminal.out(`${evidenceList(answer.evidence, terminal)}\n`);
    return;
  }
  const searched = `searched ${plural(articles, 'article')}, ${plural(passages, 'passage')}`;
  terminal.out(`${paint(terminal, 'yellow', clean(answer.headline ?? 'Nothing found.'))} (${searched})\n`);
  if (answer.closest.length === 0) return;
  const misses = evidenceList(answer.closest, terminal);
  terminal.out(`\nClosest I found, no answer:\n\n${misses}\n`);
}

/** Who somebody is, and what they said, newest first; the counts are of `all`, of which the answer may show some. */
export function printSpeaker(
  { speaker, statements, suggestions }: SpeakerAnswer,
  {
    name,
    role,
    all,
  }: { readonly name: string; readonly role: string | null; readonly all: readonly Evidence[] },
  terminal: Terminal,
): void {
  if (!speaker) {
    const nearest = suggestions.length > 0 ? ` Nearest: ${suggestions.map(clean).join(', ')}.` : '';
    terminal.out(`Nobody called ${shown(name)} speaks in these articles.${nearest}\n`);
    return;
  }
  const who = [role, speaker.side].filter((part) => part !== null).map(clean);
  const about = who.length > 0 ? ` (${who.join(', ')})` : '';
  const heading = `${clean(speaker.name)}${about}: ${plural(all.length, 'statement')}`;
  const some = statements.length < all.length ? `, the newest ${statements.length} shown` : '';
  terminal.out(`${paint(terminal, 'bold', heading)}${some}\n`);
  if (statements.length === 0) return;
  const byTopic = new Map<string, number>();
  for (const { topics } of all) {
    for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
  }
  const counts = [...byTopic].toSorted((a, b) => b[1] - a[1]).map(([topic, times]) => `${topic} ${times}`);
  terminal.out(`${counts.join(' · ')}\n\n${evidenceList(statements, terminal)}\n`);
}

/** A table with its columns aligned, below the first row as heading. */
export function table(rows: readonly (readonly string[])[], terminal: Terminal): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  rows.forEach((row, n) => {
    const line = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    terminal.out(`${n === 0 ? paint(terminal, 'bold', line) : line}\n`);
  });
}

export function printSources(rows: readonly SourceRow[], terminal: Terminal): void {
  const body = rows.map((row) => [
    clean(row.id),
    row.published ?? 'undated',
    clean(row.outlet ?? '–'),
    String(row.statements),
    clean(row.title),
  ]);
  table([['ARTICLE', 'DATE', 'OUTLET', 'STATEMENTS', 'TITLE'], ...body], terminal);
}

export function printSpeakers(rows: readonly SpeakerRow[], terminal: Terminal): void {
  const body = rows.map((row) => [
    clean(row.name),
    row.side ?? '–',
    String(row.statements),
    String(row.articles),
    clean(row.role ?? ''),
  ]);
  table([['SPEAKER', 'SIDE', 'STATEMENTS', 'ARTICLES', 'ROLE'], ...body], terminal);
}
