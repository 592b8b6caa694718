import { differingSpans } from '../domain/quote/differing-words.ts';
import type { ChangesAnswer, PositionChange } from '../domain/position-change.ts';
import { plural } from '../show/show-count.ts';
import { showChange } from '../show/show-change.ts';
import type { Span } from '../text/span.ts';
import { clean } from './clean.ts';
import type { Terminal } from './command.ts';
import { evidence, paint } from './print.ts';

/** What changed, the oldest first: what it is, the quote before and the quote now, and the words that differ. */
export function printChanges({ changes, searched }: ChangesAnswer, terminal: Terminal): void {
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
