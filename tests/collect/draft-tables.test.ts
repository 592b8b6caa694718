import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftFrom } from '../../src/app/tables/draft-from.ts';
import type { DraftTables } from '../../src/collect/drafted.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { readArticle } from '../../src/sources/read-article.ts';

const MERGER = fileURLToPath(new URL('./merger', import.meta.url));
const embeddings = new PackagedEmbeddings();
afterAll(() => embeddings.close());

/** For whom those speak who say anything in the articles on a merger, as a reader would say. */
const SPEAKS_FOR = {
  'Ingrid Solheim': 'Norvale Foods',
  'Henrik Aas': 'Norvale Foods',
  'Peter Lanning': 'Brightwater Dairies',
  'Carol Whitlock': 'Brightwater Dairies',
  'Amara Diallo': 'Competition Authority',
  'Tomas Reyes': 'Union',
  'Leila Haddad': 'Union',
};

describe('tables drafted from six articles on a merger', () => {
  let drafts: DraftTables;
  beforeAll(async () => {
    const files = readdirSync(MERGER).map((name) => path.join(MERGER, name));
    drafts = await draftFrom(await Promise.all(files.map(readArticle)), embeddings);
  });

  it('have the right side for all seven people, each once, and no other', () => {
    const labels = new Map(drafts.sides.map(({ value }) => [value.id, value.label]));
    const people = drafts.actors.filter(({ value }) => value.kind === 'person').map(({ value }) => value);
    expect(Object.fromEntries(people.map(({ name, side }) => [name, labels.get(side ?? '')]))).toEqual(
      SPEAKS_FOR,
    );
    expect(labels.size).toBe(4);
  });

  it('call the sides what the articles call them, and say how often they speak', () => {
    const norvale = drafts.sides.find(({ value }) => value.label === 'Norvale Foods');
    expect(norvale?.value.names).toEqual(['Norvale']);
    expect(norvale?.why).toMatch(
      /^\d+ statements, by Ingrid Solheim, Henrik Aas, \d+ of them by nobody named$/,
    );
    const union = drafts.sides.find(({ value }) => value.id === 'Union');
    expect(union?.value).toMatchObject({ names: ['union'], adjectives: ['union'] });
  });

  it('have roles and bodies', () => {
    const solheim = drafts.actors.find(({ value }) => value.name === 'Ingrid Solheim');
    expect(solheim?.value).toMatchObject({ role: 'Norvale Foods chief executive', pronoun: 'she' });
    const bodies = drafts.actors.filter(({ value }) => value.kind === 'body').map(({ value }) => value.name);
    expect(bodies.toSorted()).toEqual(['Brightwater Dairies', 'Competition Authority', 'Norvale Foods']);
  });

  it('have the topics that several sides speak of', () => {
    const found = ['merger', 'market share', 'job guarantees', 'layoffs', 'offer'].map(
      (word) => drafts.topics.find(({ value }) => value.words.includes(word))?.value.id,
    );
    expect(new Set(found)).toEqual(new Set(['merger', 'milk', 'job-guarantees', 'layoffs', 'talks']));
  });
});

it('calls whoever speaks for a person by another name than theirs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'camp-'));
  const texts = [
    'Candidate Mara Quist said on Monday that the bridge would be built. “We will build the bridge,” Quist said. Quist campaign manager Ivo Brandt said that the money was there.',
    'Ivo Brandt, the Quist campaign manager, said that the vote was close. “Nobody is ahead,” Brandt said. Mara Quist said that she would debate anybody.',
  ];
  const files = texts.map((text, i) => {
    const file = path.join(folder, `${i}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const drafts = await draftFrom(await Promise.all(files.map(readArticle)), embeddings);
  rmSync(folder, { recursive: true });
  const [side] = drafts.sides.map(({ value }) => value);
  expect(side).toMatchObject({ id: 'Quist camp', label: 'Quist camp' });
  expect(side?.names).not.toContain('Quist');
});

it('drafts topics alone where sides and people are listed', async () => {
  const known = { sides: [{ id: 'Both', label: 'Both', names: [], adjectives: [] }], actors: [] };
  const drafts = await draftFrom([await readArticle(path.join(MERGER, 'herald-bid.md'))], embeddings, known);
  expect([drafts.sides, drafts.actors]).toEqual([[], []]);
});
