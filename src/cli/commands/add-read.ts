import type { Command } from 'commander';
import { subtract, textAt } from '../../text/span.ts';
import { UserError } from '../../errors.ts';
import type { ReadArticle } from '../../sources/read-article.ts';
import type { CommandContext, Terminal } from '../command-context.ts';

export function addRead(program: Command, { terminal, createReader, signal }: CommandContext): void {
  program
    .command('read')
    .description(
      'what would be read from files, folders, addresses of pages and feeds, without storing anything',
    )
    .argument('<sources...>')
    .option('--json', 'print JSON, one article a line')
    .action(async (names: string[], { json }: { json?: boolean }) => {
      const reader = await createReader();
      let [refused, count] = [0, 0];
      const refuse = (reason: string): void => {
        refused++;
        terminal.err(`${reason}\n`);
      };
      try {
        for (const name of names) {
          if (signal.aborted) throw new UserError('Stopped before the last file.');
          try {
            for await (const result of reader.readAll([name], { signal })) {
              if (result.kind === 'feed') continue;
              count++;
              if (result.kind === 'read')
                show(result.from, result.article, { json: json === true, terminal });
              else if (result.kind === 'refused') refuse(result.reason);
              else if (result.kind === 'left-out') terminal.err(`${result.reason}\n`);
            }
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
            count++;
            refuse(error.message);
          }
        }
      } finally {
        await reader.close();
      }
      if (refused > 0) throw new UserError(`${refused} of ${count} files could not be read.`);
    });
}

function show(
  from: string,
  read: ReadArticle,
  { json, terminal }: { readonly json: boolean; readonly terminal: Terminal },
): void {
  for (const note of read.notes) terminal.err(`${from}: ${note}.\n`);
  if (read.partial !== null) terminal.err(`${from} is not the whole article: ${read.partial}.\n`);
  if (json) terminal.out(`${toJson(read)}\n`);
  else print(read, terminal);
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
