import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { settings } from '../src/config/settings.ts';
import { inviteLink } from '../src/discord/invite.ts';
import { commands, messageCommands } from '../src/discord/commands/index.ts';
import { NUMBER_WORDS } from '../src/text/read-quantities.ts';
import { createReaderRoutes } from '../src/web/reader/reader-routes.tsx';
import { cli } from './support/cli.ts';
import { createFakeApp } from './support/fake-app.ts';
import { temporaryFolder } from './support/folders.ts';

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const README = read('README.md');
const [DISCORD = '', COMMAND_LINE = ''] = read('docs/commands.md').split('## On the command line');

/** Each option that is named there, once. */
const optionsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/--[a-z]+/g)].map(([option]) => option))].toSorted();

/** A permission's name; people call the channel's "View Channels". */
const flat = (name: string): string => name.replaceAll(' ', '').toLowerCase().replace(/s$/, '');

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

  it('every option of the command line beside its command, and no other', async () => {
    const rows = [...COMMAND_LINE.matchAll(/^\| (`.*?`) +\|(.*)\|$/gm)].flatMap(([, cell = '', does = '']) =>
      [...cell.matchAll(/`([a-z]+)([^`]*)`/g)].map(([, name = '', rest = '']) => ({
        name,
        told: rest + does,
      })),
    );
    for (const { name, told } of rows) {
      const { out } = await cli([name, '--help']);
      const lines = out.split('\n').flatMap((line) => /^ {2}(--[a-z]+)/.exec(line)?.[1] ?? []);
      expect(optionsIn(told), name).toEqual(optionsIn(lines.filter((line) => line !== '--json').join(' ')));
    }
  });

  it('the permissions that the invite link asks for, by name, and how many everywhere', () => {
    const asked = new URL(inviteLink('1')).searchParams.get('permissions') ?? '';
    const flags = new PermissionsBitField(BigInt(asked)).toArray();
    const [, many = '', list = ''] =
      /and (\w+) permissions: ([^.(]*)[^.]*\./.exec(
        DISCORD.replaceAll('\n', ' ').replace(' (for pictures)', ''),
      ) ?? [];
    expect(list.split(', ').map(flat).toSorted()).toEqual(flags.map(flat).toSorted());
    for (const file of ['README.md', 'docs/app-directory.md'])
      expect(read(file), file).toContain(`${many} permissions`);
    expect(NUMBER_WORDS.get(many)).toBe(flags.length);
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
