import type { App } from '../../app.ts';
import { exampleQuestions } from '../suggestions.ts';
import { commandLinks } from '../words/command-links.ts';
import { createReply, type Reply } from '../reply.ts';
import { isCallFor } from './define/called.ts';
import type { Command } from './define/command.ts';

/** What commands are for, a line each of a phone or two, in the order in which they are wanted. */
const LINES: readonly (readonly [commands: readonly string[], what: string])[] = [
  [['ask'], 'who said what, word for word'],
  [['speaker', 'position'], 'what somebody says, or a side'],
  [['compare', 'timeline', 'matrix'], 'sides together, by date, at a glance'],
  [['changes', 'latest', 'follow', 'following', 'unfollow'], 'who moved, and being told'],
  [['verify'], 'is a quote right? Or hold a message, Apps: **Check quotes in this message**'],
  [
    ['sources', 'source', 'sides', 'topics', 'export', 'help', 'parley forget'],
    'what I read (more by Apps: **Add to the articles**), and keep of you',
  ],
];
const FOR_MANAGERS = [['parley settings', 'parley collection'], 'where I answer, and from what'] as const;
const WRITING = 'Or mention me, reply to me, or write to me directly.';

/** What can be asked, in eight lines at most, with questions that the articles answer. */
export async function helpReply(
  app: App,
  opening: string,
  { forManagers }: { readonly forManagers: boolean },
): Promise<Reply> {
  const link = await commandLinks(app);
  const lines = (forManagers ? [...LINES, FOR_MANAGERS] : LINES).map(
    ([names, what]) => `${names.map(link).join(' ')} ${what}`,
  );
  return {
    ...createReply([opening, ...lines, WRITING].join('\n')),
    suggestions: await exampleQuestions(app),
  };
}

/** Says what Parley is for, with every command that who asks may use and examples from the collection. */
export const help: Command = {
  name: 'help',
  description: 'What you can ask here, and how',
  isFree: true,
  worksWithoutWords: true,
  options: () => [],
  visibility: () => 'private',
  calledBy: (named) =>
    named.parts.length === 0 && isCallFor(named, { names: 'help command', beside: 'use' }) ? {} : null,
  run: ({ app, server }) =>
    helpReply(app, 'Who said what in the articles I have read:', { forManagers: server?.mayManage ?? false }),
};
