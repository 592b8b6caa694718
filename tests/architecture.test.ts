import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** Who may import whom (DESIGN, Layout): the first folder, or the file itself where it lies at the top or has rules of its own. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  errors: [],
  'take-turns': [],
  text: [],
  domain: ['text'],
  config: ['domain', 'errors'],
  parties: ['domain', 'text', 'errors', 'take-turns', 'store/ports'],
  store: ['domain', 'text', 'errors', 'take-turns'],
  providers: ['domain', 'errors', 'take-turns', 'store/ports'],
  attribution: ['parties', 'domain', 'text', 'errors', 'store/ports'],
  sources: ['domain', 'text', 'errors', 'take-turns'],
  ingest: ['domain', 'text', 'errors', 'take-turns', 'store/ports', 'sources'],
  collect: ['attribution', 'sources', 'parties', 'domain', 'text', 'errors', 'store/ports'],
  answer: ['parties', 'domain', 'text', 'errors', 'take-turns', 'store/ports'],
  follow: ['domain', 'text', 'errors', 'store/follow-store'],
  training: ['attribution', 'answer', 'parties', 'domain', 'text', 'errors', 'providers', 'store/ports'],
  app: [
    'parties',
    'show',
    'domain',
    'text',
    'errors',
    'take-turns',
    'config',
    'store',
    'providers',
    'attribution',
    'sources',
    'ingest',
    'collect',
    'answer',
    'follow',
  ],
  show: ['domain', 'text'],
  pictures: ['show', 'domain', 'text'],
  export: ['show', 'domain', 'text'],
  discord: ['show', 'domain', 'text', 'errors', 'pictures', 'export', 'type app'],
  'discord-double': [],
  web: ['discord-double', 'show', 'domain', 'text', 'errors', 'pictures', 'export', 'type app'],
  cli: [
    'show',
    'domain',
    'text',
    'errors',
    'config',
    'pictures',
    'export',
    'app',
    'type ingest',
    'type sources',
  ],
  // Where the command line starts, as main.ts does: it alone brings a face what another has.
  'cli.ts': ['errors', 'config', 'discord/invite'],
  main: ['domain', 'text', 'errors', 'config', 'app', 'discord', 'web', 'cli'],
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?tsx?$|\.mjs$/.test(name))
    .map((name) => name.replaceAll(path.sep, '/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g;
  return [...text.matchAll(pattern)].map((match) => {
    const target = path.posix.join(path.posix.dirname(file), match[2] ?? match[3] ?? '');
    return { from: file, to: target.replace(/\.m?[tj]sx?$/, ''), typeOnly: match[1] !== undefined };
  });
}

const areaOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.m?[tj]sx?$/, '');

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const area = areaOf(from);
  if (areaOf(to) === area) return true;
  return (MAY_IMPORT[from] ?? MAY_IMPORT[area] ?? []).some((rule) => {
    const [kind, place = kind] = rule.split(' ');
    if (kind === 'type' && !typeOnly) return false;
    return to === place || to.startsWith(`${place}/`);
  });
}

const MOST_LINES = 200;
const MOST_FILES = 15;

/** `src/` without the ending that a file has as TypeScript: `answer/ask`. */
const moduleOf = (file: string): string => file.replace(/(?:\.d)?\.m?[tj]sx?$/, '');

/** Groups of modules of which each reaches each (Tarjan 1972), each group and all of them in alphabetical order. */
function circlesOf(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const open: string[] = [];
  const circles: string[] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    open.push(file);
    let low = own;
    for (const next of arrows.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    lowest.set(file, low);
    if (low === own) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle.toSorted().join(' '));
    }
    return low;
  };
  for (const file of arrows.keys()) if (!order.has(file)) visit(file);
  return circles.toSorted();
}

/** The room of a module within its area: its folder there, or the file itself at the top. */
const roomOf = (file: string): string => moduleOf(file).split('/')[1] ?? '';

/** Which of the rooms of `area` import which: its folders, and the files at its top. */
function roomsWithin(
  area: string,
  imports: readonly Pick<Import, 'from' | 'to'>[],
): ReadonlyMap<string, readonly string[]> {
  const inside = imports.filter(({ from, to }) => areaOf(from) === area && areaOf(to) === area);
  const arrows = new Map<string, string[]>();
  for (const { from, to } of inside) {
    if (roomOf(from) === roomOf(to)) continue;
    arrows.set(roomOf(from), [...(arrows.get(roomOf(from)) ?? []), roomOf(to)]);
  }
  return arrows;
}

/** Folders below `root` with more files of the given kind than one finds one's way in. */
function fullFolders(root: string, pattern: RegExp): string[] {
  const counts = new Map<string, number>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !pattern.test(entry.name)) continue;
    const folder = path.relative(root, entry.parentPath).replaceAll(path.sep, '/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) => (count > MOST_FILES ? [folder] : [])).toSorted();
}

/** The files at the top: the design card's, and the usual ones around a project. */
const TOP_FILES = [
  '.dockerignore',
  '.env.example',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.oxlintrc.json',
  '.prettierignore',
  '.prettierrc.json',
  'CHANGELOG.md',
  'Dockerfile',
  'LICENSE',
  'NOTICE',
  'README.md',
  'compose.yaml',
  'package-lock.json',
  'package.json',
  'tsconfig.build.json',
  'tsconfig.json',
];

describe('the architecture', () => {
  const files = sourceFiles();

  it('has a rule for every folder', () => {
    expect([...new Set(files.map(areaOf))].filter((area) => !(area in MAY_IMPORT))).toEqual([]);
  });

  it('keeps to who may import whom', () => {
    const broken = files.flatMap(importsOf).filter((each) => !isAllowed(each));
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no circle of files, by types neither', () => {
    const modules = new Set(files.map(moduleOf));
    const arrows = new Map(
      files.map((file) => [
        moduleOf(file),
        importsOf(file).flatMap(({ to }) => (modules.has(to) ? [to] : [])),
      ]),
    );
    expect(circlesOf(arrows)).toEqual([]);
  });

  it('has no circle of rooms in answer', () => {
    expect(circlesOf(roomsWithin('answer', files.flatMap(importsOf)))).toEqual([]);
  });

  it('sees a circle of rooms that is none of files', () => {
    const imports = [
      { from: 'answer/ask.ts', to: 'answer/find/a' },
      { from: 'answer/find/a.ts', to: 'answer/score/b' },
      { from: 'answer/score/c.ts', to: 'answer/find/d' },
      { from: 'answer/score/c.ts', to: 'text/e' },
    ];
    expect(circlesOf(roomsWithin('answer', imports))).toEqual(['find score']);
  });

  it('sees a circle by types, over several files', () => {
    const arrows = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e']],
      ['e', []],
    ]);
    expect(circlesOf(arrows)).toEqual(['a b c']);
  });

  it('gives each name to one file', () => {
    const names = files
      .filter((file) => !file.endsWith('.d.ts'))
      .map((file) => path.posix.basename(moduleOf(file)))
      .filter((name) => name !== 'index');
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has no long file', () => {
    const long = files.filter(
      (file) => readFileSync(path.join(SRC, file), 'utf8').trimEnd().split('\n').length > MOST_LINES,
    );
    expect(long).toEqual([]);
  });

  it('has no folder of more files than one finds one’s way in', () => {
    expect(fullFolders(SRC, /./)).toEqual([]);
    expect(fullFolders(path.join(SRC, '../tests'), /\.ts$/)).toEqual([]);
  });

  it('has nothing at its top that the design does not name', () => {
    const there = readdirSync(path.join(SRC, '..'), { withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^\.(?:env|git)$|\.log$/.test(entry.name))
      .map((entry) => entry.name);
    expect(there.filter((name) => !TOP_FILES.includes(name))).toEqual([]);
  });

  it('reads the environment in main.ts and cli.ts only', () => {
    const readers = files.filter((file) =>
      readFileSync(path.join(SRC, file), 'utf8').includes('process.env'),
    );
    expect(readers.toSorted()).toEqual(['cli.ts', 'main.ts']);
  });

  it('has no rooms without a subject', () => {
    const rooms = new Set(files.flatMap((file) => file.split('/').slice(0, -1)));
    for (const name of ['utils', 'helpers', 'common', 'types', 'services', 'managers']) {
      expect(rooms.has(name), name).toBe(false);
    }
  });

  it('imports LangChain’s HNSWLib in one file', () => {
    const importers = files.filter((file) =>
      /vectorstores\/hnswlib/.test(readFileSync(path.join(SRC, file), 'utf8')),
    );
    expect(importers.length).toBeLessThanOrEqual(1);
  });
});
