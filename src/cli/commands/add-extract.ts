import type { Command } from 'commander';
import { freezeText } from '../../domain/article.ts';
import { type Span, textAt } from '../../text/span.ts';
import type { Statement } from '../../domain/statement.ts';
import { UserError } from '../../errors.ts';
import type { CommandContext, Terminal } from '../command-context.ts';
import { plural } from '../../show/show-count.ts';
import { SPEECH } from '../../show/show-act.ts';
import { whoSpeaks } from '../../show/show-speaker.ts';
import { clean } from '../clean.ts';
import { paint, wrap } from '../print.ts';

const pairs = (spans: readonly Span[]): [number, number][] => spans.map(({ start, end }) => [start, end]);
const orNull = (spans: readonly Span[]): [number, number][] | null =>
  spans.length > 0 ? pairs(spans) : null;

export function addExtract(program: Command, { terminal, createExtractor }: CommandContext): void {
  program
    .command('extract')
    .description('the statements of text files, or of standard input, without storing anything')
    .argument('[files...]')
    .option('--json', 'print JSON, one file a line')
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const { extract, reader } = await createExtractor();
      const print = (id: string, text: string, statements: readonly Statement[]): void =>
        json
          ? terminal.out(`${toJson(id, text, statements)}\n`)
          : printStatements(id, text, statements, terminal);
      if (files.length === 0) {
        const lines: string[] = [];
        for await (const line of terminal.lines()) lines.push(line);
        const text = freezeText(lines.join('\n'));
        print('stdin', text, extract(text));
        return;
      }
      let refused = 0;
      for (const file of files) {
        try {
          const { id, text, published, skips } = await reader.read(file);
          print(id, text, extract(text, published, skips));
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          refused++;
          terminal.err(`${error.message}\n`);
        }
      }
      await reader.close();
      if (refused > 0) throw new UserError(`${refused} of ${files.length} files could not be read.`);
    });
}

function toJson(id: string, text: string, statements: readonly Statement[]): string {
  return JSON.stringify({
    id,
    statements: statements.map((statement) => ({
      content: pairs(statement.content),
      source: orNull(statement.source),
      cue: orNull(statement.cue),
      speaker: statement.speaker,
      side: statement.side,
      sides: statement.sides,
      type: statement.type,
      act: statement.act,
      topics: statement.topics,
      denied: statement.denied,
      when: statement.when,
      pieces: statement.content.map((span) => textAt(text, span)),
    })),
  });
}

/** The statements of one text: who, how, and the words. */
function printStatements(
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
