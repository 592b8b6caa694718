import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../src/config.ts';
import { commands, messageCommands } from '../src/discord/commands/index.ts';
import { createReaderRoutes } from '../src/web/reader/routes.tsx';
import { cli } from './support/cli.ts';
import { createFakeApp } from './support/fake-app.ts';
import { temporaryFolder } from './support/folders.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The first cells of every table row that begin as `pattern` says. */
const rows = (pattern: RegExp): string[] => [...README.matchAll(pattern)].map((match) => match[1] ?? '');

const section = (from: string, to: string): string => README.slice(README.indexOf(from), README.indexOf(to));

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
    const discord = section('## In Discord', '## Pages');
    const listed = [...discord.matchAll(/^\| `\/(\w+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(commands.map(({ name }) => name));
    for (const { name } of messageCommands) expect(README).toContain(name);
  });

  it('every command of the command line, and no other', async () => {
    const { out } = await cli(['--help']);
    const helped = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    const table = section('## On the command line', '## Your own articles');
    const listed = [...table.matchAll(/^\| (`.*?`) +\|/gm)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([a-z]+)/g)].map((name) => name[1] ?? ''),
    );
    expect(listed.toSorted()).toEqual(helped.filter((name) => name !== 'help').toSorted());
  });

  it('every page, and no other', () => {
    const table = section('## Pages', '### Pictures');
    const listed = [...table.matchAll(/^\| (`\/.*?) +\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\/[^?`]*)/g)].map(([, path = '']) => path.replace(/[A-Z]+/g, ':')),
    );
    const routes = createReaderRoutes({ app: createFakeApp(), tryable: false }).routes;
    const pages = routes.map(({ path }) => path.replace(/:\w+/g, ':'));
    expect([...new Set(listed)].toSorted()).toEqual(
      [...new Set([...pages.filter((path) => !path.endsWith('.svg')), '/preview'])].toSorted(),
    );
  });

  it('every setting, and no other', () => {
    expect(rows(/^\| `([A-Z_]+)`/gm)).toEqual(Object.keys(settings));
  });
});
