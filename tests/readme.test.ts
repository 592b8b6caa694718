import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settings } from '../src/config/settings.ts';
import { commands, messageCommands } from '../src/discord/commands/index.ts';
import { createReaderRoutes } from '../src/web/reader/reader-routes.tsx';
import { cli } from './support/cli.ts';
import { createFakeApp } from './support/fake-app.ts';
import { temporaryFolder } from './support/folders.ts';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const README = read('README.md');
const [DISCORD = '', COMMAND_LINE = ''] = read('docs/commands.md').split('## On the command line');

/** Every document of the project, with what it links to inside of it. */
const documents = [
  'README.md',
  '.github/CONTRIBUTING.md',
  ...readdirSync(new URL('../docs', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

it('the README has 120 lines at most', () => {
  expect(README.split('\n').length).toBeLessThanOrEqual(121);
});

it.each(documents)('%s links to what is there', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)|(?:src|srcset)="([^"]+)"/g)];
  for (const [, link, picture] of links) {
    const target = new URL(link ?? picture ?? '', new URL(`../${file}`, import.meta.url));
    expect(existsSync(target), `${file}: ${target.pathname}`).toBe(true);
  }
});

describe('docs/design.md', () => {
  it('has a line for every room, and no other', () => {
    const listed = [...read('docs/design.md').matchAll(/^\| (`src.*?`) +\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`src\/([\w-]+)`/g)].map(([, name = '']) => name),
    );
    const entries = readdirSync(new URL('../src', import.meta.url), { withFileTypes: true });
    const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(listed.toSorted()).toEqual(rooms.toSorted());
  });
});

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

describe('the documents list what there is', () => {
  it('every command in Discord, and no other', () => {
    const listed = [...DISCORD.matchAll(/^\| `\/(\w+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(commands.map(({ name }) => name));
    for (const { name } of messageCommands) expect(DISCORD).toContain(name);
  });

  it('every command of the command line, and no other', async () => {
    const { out } = await cli(['--help']);
    const helped = [...out.matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    const listed = [...COMMAND_LINE.matchAll(/^\| (`.*?`) +\|/gm)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/`([a-z]+)/g)].map((name) => name[1] ?? ''),
    );
    expect(listed.toSorted()).toEqual(helped.filter((name) => name !== 'help').toSorted());
  });

  it('every page, and no other', () => {
    const listed = [...read('docs/pages.md').matchAll(/^\| (`\/.*?) +\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\/[^?`]*)/g)].map(([, path = '']) => path.replace(/[A-Z]+/g, ':')),
    );
    const routes = createReaderRoutes({ app: createFakeApp(), tryable: false }).routes;
    const pages = routes.map(({ path }) => path.replace(/:\w+/g, ':'));
    expect([...new Set(listed)].toSorted()).toEqual(
      [...new Set([...pages.filter((path) => !path.endsWith('.svg')), '/preview'])].toSorted(),
    );
  });

  it('every setting, and no other', () => {
    const listed = [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(settings));
  });
});
