import { textAt } from '../text/span.ts';
import type { Statement } from '../domain/statement.ts';
import type { Terminal } from './command.ts';
import { plural } from '../show/show-count.ts';
import { SPEECH } from '../show/show-act.ts';
import { whoSpeaks } from '../show/show-speaker.ts';
import { clean } from './clean.ts';
import { paint, wrap } from './print.ts';

/** The statements of one text: who, how, and the words. */
export function printStatements(
  id: string,
  text: string,
  statements: readonly Statement[],
  terminal: Terminal,
): void {
  terminal.out(`${paint(terminal, 'bold', clean(id))}: ${plural(statements.length, 'statement')}\n\n`);
  for (const { content, speaker, side, type, act, topics } of statements) {
    const who = whoSpeaks({ speaker, side }, []) ?? 'unknown';
    const about = topics.length > 0 ? ` · ${topics.join(', ')}` : '';
    terminal.out(`  ${paint(terminal, 'cyan', `${clean(who)} · ${SPEECH[type]}, ${act}${about}`)}\n`);
    terminal.out(`${wrap(clean(content.map((span) => textAt(text, span)).join(' […] ')), '    ')}\n\n`);
  }
}
