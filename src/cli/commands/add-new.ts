import type { Command } from 'commander';
import type { NewCollection } from '../../app/tables/new-collection.ts';
import { plural } from '../../show/show-count.ts';
import { clean } from '../clean.ts';
import type { CommandContext, Terminal } from '../command-context.ts';

export function addNew(program: Command, { terminal, config, signal }: CommandContext): void {
  program
    .command('new')
    .description('a new collection: drafts actors.yaml and topics.yaml from the articles that it reads')
    .argument('<folder>', 'what becomes the collection')
    .argument(
      '[sources...]',
      'files and folders, which are copied; addresses of pages and feeds, which are kept as read',
    )
    .option('--again', 'add what is new to tables that are there; every edit stays')
    .option('--json', 'print JSON')
    .action(async (folder: string, sources: string[], options: { again?: boolean; json?: boolean }) => {
      // What it needs takes a second to load.
      const { newCollection } = await import('../../app/tables/new-collection.ts');
      const made = await newCollection(folder, sources, config(), {
        again: options.again ?? false,
        signal,
        onNote: (sentence) => terminal.err(`${clean(sentence)}\n`),
      });
      if (options.json) terminal.out(`${toJson(made)}\n`);
      else print(made, terminal);
    });
}

/** The people of whom no article tells for whom they speak. */
const withoutSide = ({ drafts }: NewCollection): string[] =>
  drafts.actors.flatMap(({ value }) => (value.kind === 'person' && value.side === null ? [value.name] : []));

/** Each proposal as one object, with what speaks for it. */
const rows = (proposals: readonly { readonly value: object; readonly why: string }[]): unknown[] =>
  proposals.map(({ value, why }) => ({ ...value, why }));

function toJson(made: NewCollection): string {
  const { folder, articles, written, drafts } = made;
  return JSON.stringify({
    folder,
    articles,
    sides: rows(drafts.sides),
    actors: rows(drafts.actors),
    topics: rows(drafts.topics),
    withoutSide: withoutSide(made),
    written,
  });
}

function print(made: NewCollection, terminal: Terminal): void {
  const { drafts, articles, folder, written } = made;
  const line = (text: string): void => terminal.out(`${clean(text)}\n`);
  line(`Read ${plural(articles, 'article')} in ${folder}.`);
  for (const { value, why } of drafts.sides) line(`side   ${value.label} (${value.id}): ${why}`);
  for (const { value, why } of drafts.topics) line(`topic  ${value.label} (${value.id}): ${why}`);
  const people = drafts.actors.filter(({ value }) => value.kind === 'person');
  const open = withoutSide(made);
  line(
    `${people.length} ${people.length === 1 ? 'person' : 'people'}${open.length > 0 ? `, without a side: ${open.join(', ')}` : ''}`,
  );
  if (written.length > 0) line(`Written: ${written.join(', ')}. Edit them as you like.`);
  else line('Nothing new was found.');
}
