import { z } from 'zod';
import type { App } from '../../app.ts';
import { exampleQuestions } from '../suggestions.ts';
import { commandLinks } from '../words/command-links.ts';
import { createReply, type Reply } from '../reply.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';
import { HELP_WORDS } from '../words/help-words.ts';

type Line = readonly [commands: readonly string[], what: string];

/** What commands are for, a line each of a phone or two: what is wanted first. */
const FIRST: readonly Line[] = [
  [['ask'], HELP_WORDS.askLine],
  [['speaker', 'position'], HELP_WORDS.speakerLine],
  [['compare', 'timeline', 'matrix'], HELP_WORDS.compareLine],
];
const CHECKING: Line = [['verify'], HELP_WORDS.verifyLine];
/** What more there is, behind a button: a phone shows no more at once. */
const FURTHER: readonly Line[] = [
  [['changes', 'latest', 'follow', 'following', 'unfollow'], HELP_WORDS.followLine],
  [['sources', 'source', 'sides', 'topics', 'export'], HELP_WORDS.articlesLine],
  [['help', 'parley forget'], HELP_WORDS.aboutYouLine],
];
const FOR_MANAGERS: Line = [['parley settings', 'parley collection'], HELP_WORDS.settingsLine];
const APPS = HELP_WORDS.otherWays;

/** What can be asked first, with questions that the articles answer, and what more there is behind a button. */
export async function helpReply(
  app: App,
  opening: string,
  { isWelcome }: { readonly isWelcome: boolean },
): Promise<Reply> {
  const lines = await written(app, [...FIRST, isWelcome ? FOR_MANAGERS : CHECKING]);
  const further = { label: HELP_WORDS.moreCommands, command: 'help', options: { more: 'true' } };
  return {
    ...createReply([opening, ...lines].join('\n')),
    suggestions: [...(await exampleQuestions(app)), further],
  };
}

async function furtherReply(app: App, { forManagers }: { readonly forManagers: boolean }): Promise<Reply> {
  const lines = await written(app, forManagers ? [...FURTHER, FOR_MANAGERS] : FURTHER);
  return createReply([HELP_WORDS.moreHeading, ...lines, APPS].join('\n'));
}

async function written(app: App, lines: readonly Line[]): Promise<string[]> {
  const link = await commandLinks(app);
  return lines.map(([names, what]) => `${names.map(link).join(' ')} ${what}`);
}

/** Nobody types it: it is what a button asks for. */
const Options = z.object({ more: z.string().optional() });

/** Says what Parley is for, with every command that who asks may use and examples from the collection. */
export const help: Command = {
  name: 'help',
  description: HELP_WORDS.helpDescription,
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  calledBy: (named) =>
    named.parts.length === 0 && isCallFor(named, { names: 'help command', beside: 'use' }) ? {} : null,
  run: ({ app, options, server }) =>
    Options.parse(options).more === undefined
      ? helpReply(app, HELP_WORDS.helpHeading, { isWelcome: false })
      : furtherReply(app, { forManagers: server?.mayManage ?? false }),
};
