import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../src/config.ts';
import { commands, messageCommands } from '../src/discord/commands/index.ts';
import { cli } from './support/cli.ts';
import { temporaryFolder } from './support/folders.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The first cells of every table row that begin as `pattern` says. */
const rows = (pattern: RegExp): string[] => [...README.matchAll(pattern)].map((match) => match[1] ?? '');

describe('the README shows', () => {
  it('real questions with their real answers', async () => {
    const data = ['--data', temporaryFolder()];
    const shown = [...README.matchAll(/^\$ npm run --silent parley -- ask "(.+?)"(?: --limit (\d+))?$/gm)];
    expect(shown.length).toBeGreaterThan(1);
    for (const [, question = '', limit] of shown) {
      const { out } = await cli(['ask', question, ...(limit ? ['--limit', limit] : []), ...data]);
      expect(README).toContain(out.trim());
    }
  });
});

describe('the README lists what there is', () => {
  it('every command in Discord, and no other', () => {
    expect(rows(/^\| `\/(\w+)/gm)).toEqual(commands.map(({ name }) => name));
    for (const { name } of messageCommands) expect(README).toContain(name);
  });

  it('every command of the command line, and no other', async () => {
    const { out } = await cli(['--help']);
    const helped = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    const table = README.slice(
      README.indexOf('## On the command line'),
      README.indexOf('## Your own articles'),
    );
    const listed = [...table.matchAll(/^\| (`.*?`) +\|/gm)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([a-z]+)/g)].map((name) => name[1] ?? ''),
    );
    expect(listed.toSorted()).toEqual(helped.filter((name) => name !== 'help').toSorted());
  });

  it('every setting, and no other', () => {
    expect(rows(/^\| `([A-Z_]+)`/gm)).toEqual(Object.keys(settings));
  });
});
