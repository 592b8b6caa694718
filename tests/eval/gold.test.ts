import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/ingest/collection.ts';
import { splitFrontMatter } from '../../src/sources/split-front-matter.ts';
import { readGroups } from './forms.ts';
import { readPositionGold } from './position-gold.ts';
import { readRows } from './questions.ts';

const HERE = import.meta.dirname;
const SEEDS = join(HERE, '../../seeds');
const groups = readGroups(join(HERE, 'forms.jsonl'));

const dirOf = (collection: string): string =>
  collection === 'seeds' ? SEEDS : join(HERE, 'collections', collection);

/** The text of an article of a collection; null where there is none. */
function textOf(collectionDir: string, id: string): string | null {
  const file = join(collectionDir, 'articles', `${id}.md`);
  return existsSync(file) ? (splitFrontMatter(readFileSync(file, 'utf8'), file)?.text ?? null) : null;
}

interface Gold {
  readonly article: string;
  readonly quote: string;
}
const astray = (dir: string, gold: readonly Gold[]): Gold[] =>
  gold.filter(({ article, quote }) => !textOf(dir, article)?.includes(quote));

const STRANGERS = 'strangers-questions.jsonl';

describe.each([
  ['strike', 'questions.jsonl'],
  ['trade', 'questions.jsonl'],
  ['seeds', join('../tests/eval', STRANGERS)],
  ['dam', STRANGERS],
  ['railway', STRANGERS],
])('the questions about the collection %s (%s)', (name, file) => {
  const dir = dirOf(name);
  const rows = readRows(join(dir, file));

  it('have gold that stands in its article, character for character', () => {
    expect(rows.length).toBeGreaterThan(35);
    expect(rows.flatMap(({ gold }) => astray(dir, gold))).toEqual([]);
  });

  it('have gold where they can be answered, and only there', () => {
    expect(rows.filter(({ kind, gold }) => (kind === 'unanswerable') !== (gold.length === 0))).toEqual([]);
  });

  it('ask for sides that there are', async () => {
    const { actors } = await readCollection(dir);
    const sides = actors.sides.map(({ id }) => id);
    const asked = rows.flatMap(({ asks }) => asks?.side ?? []);
    expect(asked.filter((side) => !sides.includes(side))).toEqual([]);
  });
});

describe.each(['seeds', 'strike', 'trade'])('the forms of questions about %s', (name) => {
  const own = groups.filter(({ collection }) => collection === name);

  it('are a hundred and more, no two the same', () => {
    const forms = own.flatMap((group) => group.forms);
    expect(forms.length).toBeGreaterThanOrEqual(100);
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('have gold that stands in its article, character for character', () => {
    expect(own.flatMap(({ gold }) => astray(dirOf(name), gold))).toEqual([]);
  });
});

describe.each(['tracker', 'climate', 'herring', 'bridge', 'railway', 'dam'])(
  'what was written down of who moves when (%s)',
  (name) => {
    const dir = dirOf(name);
    const gold = readPositionGold(join(dir, 'gold.json'));

    it('stands in its articles, character for character', () => {
      const quotes = gold.flatMap(({ said }) =>
        said.flatMap(({ article, also, quote, changes }) => [
          ...[article, ...also].map((id) => ({ article: id, quote })),
          ...changes.flatMap((change) => change.quotes.map((other) => ({ article, quote: other }))),
        ]),
      );
      expect(quotes.length).toBeGreaterThan(25);
      expect(astray(dir, quotes)).toEqual([]);
    });

    it('is in the order of saying, each change after what it changes', () => {
      for (const { said } of gold) {
        expect(said.map(({ on }) => on)).toEqual(said.map(({ on }) => on).toSorted());
        for (const [i, { changes }] of said.entries())
          for (const { from } of changes) expect(from ?? -1).toBeLessThan(i);
      }
    });
  },
);
