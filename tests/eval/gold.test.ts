import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/ingest/collection.ts';
import { splitFrontMatter } from '../../src/ingest/front-matter.ts';
import { readRows } from './questions.ts';

const HERE = import.meta.dirname;

/** The text of an article of a collection; null where there is none. */
function textOf(collectionDir: string, id: string): string | null {
  const file = join(collectionDir, 'articles', `${id}.md`);
  return existsSync(file) ? (splitFrontMatter(readFileSync(file, 'utf8'), file)?.text ?? null) : null;
}

describe.each(['strike', 'trade'])('the questions about the collection %s', (name) => {
  const dir = join(HERE, 'collections', name);
  const rows = readRows(join(dir, 'questions.jsonl'));

  it('have gold that stands in its article, character for character', () => {
    const astray = rows.flatMap(({ gold }) =>
      gold.filter(({ article, quote }) => !textOf(dir, article)?.includes(quote)),
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(astray).toEqual([]);
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
