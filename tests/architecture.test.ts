import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

/** Who may import whom (DESIGN, Layout): the first folder, or the file itself where it lies at the top. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  errors: [],
  text: [],
  domain: ['text'],
  config: ['domain', 'errors'],
  parties: ['domain', 'text', 'errors', 'store/ports'],
  store: ['domain', 'text', 'errors'],
  providers: ['domain', 'errors', 'store/ports'],
  attribution: ['parties', 'domain', 'text', 'errors', 'store/ports'],
  sources: ['domain', 'text', 'errors'],
  ingest: ['domain', 'text', 'errors', 'store/ports', 'sources'],
  collect: ['attribution', 'sources', 'parties', 'domain', 'text', 'errors', 'store/ports'],
  answer: ['parties', 'domain', 'text', 'errors', 'store/ports'],
  follow: ['domain', 'text', 'errors', 'store/follow-store'],
  training: ['attribution', 'answer', 'parties', 'domain', 'text', 'errors', 'providers', 'store/ports'],
  app: [
    'parties',
    'show',
    'domain',
    'text',
    'errors',
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
    'discord/invite',
    'cli/run',
  ],
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
  return (MAY_IMPORT[area] ?? []).some((rule) => {
    const [kind, place = kind] = rule.split(' ');
    if (kind === 'type' && !typeOnly) return false;
    return to === place || to.startsWith(`${place}/`);
  });
}

describe('the architecture', () => {
  const files = sourceFiles();

  it('has a rule for every folder', () => {
    expect([...new Set(files.map(areaOf))].filter((area) => !(area in MAY_IMPORT))).toEqual([]);
  });

  it('keeps to who may import whom', () => {
    const broken = files.flatMap(importsOf).filter((each) => !isAllowed(each));
    expect(broken.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
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
