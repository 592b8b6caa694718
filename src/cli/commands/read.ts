import type { Command } from 'commander';
import { subtract, textAt } from '../../text/span.ts';
import { UserError } from '../../errors.ts';
import type { ReadArticle } from '../../sources/read-article.ts';
import type { CommandContext, Terminal } from '../command.ts';

export function addRead(program: Command, { terminal, createReader, signal }: CommandContext): void {
  program
    .command('read')
    .description('what would be read from files, without storing anything')
    .argument('<files...>')
    .option('--json', 'print JSON, one file a line')
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const reader = createReader();
      let refused = 0;
      try {
        for (const file of files) {
          if (signal.aborted) throw new UserError('Stopped before the last file.');
          try {
            const read = await reader.read(file);
            for (const note of read.notes) terminal.err(`${file}: ${note}.\n`);
            if (read.partial !== null) terminal.err(`${file} is not the whole article: ${read.partial}.\n`);
            if (json) terminal.out(`${toJson(read)}\n`);
            else print(read, terminal);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            refused++;
            terminal.err(`${error.message}\n`);
          }
        }
      } finally {
        await reader.close();
      }
      if (refused > 0) throw new UserError(`${refused} of ${files.length} files could not be read.`);
    });
}

/** The text without what is marked as furniture. */
function articleOf({ text, skips }: ReadArticle): string {
  return subtract({ start: 0, end: text.length }, skips)
    .map((span) => textAt(text, span))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function toJson(read: ReadArticle): string {
  const { id, title, outlet, author, published, modified, url, language, partial, text } = read;
  const known = { id, title, outlet, author, published, modified, url, language };
  return JSON.stringify({ ...known, partial: partial !== null, text, article: articleOf(read) });
}

function print(read: ReadArticle, terminal: Terminal): void {
  const { id, title, outlet, author, published, modified, url, language } = read;
  const rows = Object.entries({ id, title, outlet, author, published, modified, url, language });
  for (const [key, value] of rows)
    if (value !== null) terminal.out(`${key.padEnd(10)}${outsideText(value)}\n`);
  terminal.out(`\n${outsideText(articleOf(read))}\n\n`);
}

/** What came from outside must not steer the terminal. */
function outsideText(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '�');
}
