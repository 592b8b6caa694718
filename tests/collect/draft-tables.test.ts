import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftFrom } from '../../src/app/tables/draft-from.ts';
import type { DraftTables } from '../../src/collect/drafted.ts';
import { ActorsTable, TopicsTable } from '../../src/ingest/collection.ts';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { createFileReader } from '../../src/sources/read-article.ts';

const MERGER = fileURLToPath(new URL('./merger', import.meta.url));
const embeddings = new PackagedEmbeddings();
const reader = createFileReader();
afterAll(() => Promise.all([embeddings.close(), reader.close()]));

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
    drafts = await draftFrom(await Promise.all(files.map((file) => reader.read(file))), embeddings);
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
    expect(new Set(found)).toEqual(new Set(['merger', 'market-share', 'job-guarantees', 'layoffs', 'talks']));
  });
});

async function draftsOf(...texts: string[]): ReturnType<typeof draftFrom> {
  const folder = mkdtempSync(path.join(tmpdir(), 'drafts-'));
  const files = texts.map((text, i) => {
    const file = path.join(folder, `${i}.txt`);
    writeFileSync(file, text);
    return file;
  });
  const drafts = await draftFrom(await Promise.all(files.map((file) => reader.read(file))), embeddings);
  rmSync(folder, { recursive: true });
  assertReadable(drafts);
  return drafts;
}

const valueOf = <T>({ value }: { readonly value: T }): T => value;

/** What is drafted is read back as a person's own files are: each name once, each side known. */
function assertReadable({ sides, actors, topics }: DraftTables): void {
  ActorsTable.parse({ sides: sides.map(valueOf), actors: actors.map(valueOf) });
  TopicsTable.parse(topics.map(valueOf));
}

it('gives each of two heads a country of their own, and to the president’s people the president’s', async () => {
  const drafts = await draftsOf(
    'Israeli Prime Minister Moshe Adler said in Washington that the deal was bad. “It is bad,” Adler said. The American side was calm. President Karl Benton said that Israel was safe. “Israel is safe,” Benton said. Ruth Holm, the president’s deputy security adviser, said that Israel would agree. “Israel will agree,” Holm said.',
    'President Karl Benton said on Tuesday that Israel and Israel’s friends were heard. Israeli Prime Minister Moshe Adler said no. Israel’s people listened, Benton said. U.S. officials said that the deal would hold. American officials said the vote was near. The White House said no more. U.S. officials said that it was late.',
  );
  const sideOf = (name: string): unknown =>
    drafts.actors.find(({ value }) => value.name === name)?.value.side;
  expect([sideOf('Moshe Adler'), sideOf('Karl Benton'), sideOf('Ruth Holm')]).toEqual(['Israel', 'US', 'US']);
});

it('takes where somebody was elected for no side, and what only describes for nobody', async () => {
  const drafts = await draftsOf(
    'Texas Sen. Mara Quist said that the bridge was safe. “It is safe,” Quist said. Quist said that she was sure. Quist warned of the cost. Quist said that nobody would pay. Quist said that it was late. Ohio Gov. Ivo Brandt said that it was not. “It is not,” Brandt said. Brandt said that he was sure. Brandt warned of delay.',
  );
  const sides = drafts.sides.map(({ value }) => value.id);
  expect(sides).not.toContain('Texas');
  const sideOf = (name: string): unknown =>
    drafts.actors.find(({ value }) => value.name === name)?.value.side;
  expect(sideOf('Mara Quist')).toBe('Quist camp');
  expect(sideOf('Ivo Brandt')).not.toBe(sideOf('Mara Quist'));
});

it('calls whoever speaks for a person by another name than theirs', async () => {
  const drafts = await draftsOf(
    'Candidate Mara Quist said on Monday that the bridge would be built. “We will build the bridge,” Quist said. Quist campaign manager Ivo Brandt said that the money was there.',
    'Ivo Brandt, the Quist campaign manager, said that the vote was close. “Nobody is ahead,” Brandt said. Mara Quist said that she would debate anybody.',
  );
  const [side] = drafts.sides.map(({ value }) => value);
  expect(side).toMatchObject({ id: 'Quist camp', label: 'Quist camp' });
  expect(side?.names).not.toContain('Quist');
});

it('lists a body once that is a country’s seat, too', async () => {
  const drafts = await draftsOf(
    'State Department spokeswoman Ruth Holm told reporters in Lausanne that diplomats from the U.S., Norland and Iran had made enough progress. “It is safe,” Holm said. State Department officials said no.',
    'The decision was made overnight, said US State Department spokeswoman Ruth Holm. “We will wait,” Holm said. U.S. officials said no. American officials said that it was near.',
    'State Department spokeswoman Ruth Holm said Monday that new sanctions would hurt. But State Department spokeswoman Ruth Holm, when asked Tuesday when that begins, could not say.',
  );
  const names = drafts.actors.map(({ value }) => value.name);
  expect(names.filter((name) => name === 'State Department')).toEqual(['State Department']);
});

it('takes a member of a parliament, named without the surname, for no side', async () => {
  const drafts = await draftsOf(
    'Norland Rep. Debbie spokesman Ivo Brandt said that the bridge was safe. “It is safe,” Brandt said. Brandt said that he was sure. Brandt said that nobody would pay. Norland Rep. Debbie was there.',
  );
  expect(drafts.sides.map(({ value }) => value.label).filter((label) => label.includes('Rep.'))).toEqual([]);
});

const sidesOf = ({ sides, actors }: DraftTables): Record<string, string | undefined> => {
  const labels = new Map(sides.map(({ value }) => [value.id, value.label]));
  return Object.fromEntries(actors.map(({ value }) => [value.name, labels.get(value.side ?? '')]));
};

it('reads whose somebody is behind their name, in “its president”, and from an office told without a name', async () => {
  const drafts = await draftsOf(
    'Ivo Brandt of the Harbour Liberals said that the bridge was safe. “It is safe,” Brandt said. Brandt said that he was sure. The Harbour Liberals said no more.',
    'The dock workers’ association called the sum an insult. “It is four years of what Norland owes,” said its president, Ruth Holm. Holm said that she would wait. “We wait,” Holm said. The dock workers’ association said that it was late.',
    'Mayor Ana Quist said that the town could not pay. “We cannot pay,” Mayor Quist said. Quist warned of the cost. Quist said that it was late. “It is late,” Mayor Quist said. The mayor of Port Selm went home. Spain said that Port Selm was safe.',
  );
  expect(sidesOf(drafts)).toMatchObject({
    'Ivo Brandt': 'Harbour Liberals',
    'Ruth Holm': 'Dock workers association',
    'Ana Quist': 'Port Selm',
  });
});

it('takes no day for a party, a surname behind a country for a person, and Social Democrats for themselves', async () => {
  const drafts = await draftsOf(
    'On Thursday Foreign Minister Davit Moresh said that Spain would wait. Thursday the foreign minister, Davit Moresh, said no. Spanish Foreign Minister Davit Moresh said that it was late. Spain’s Moresh said that it was safe. Spain’s Moresh said no more. “It is late,” said Spain’s Moresh.',
    'Social Democrat leader Mette Holm said that she would wait. “We wait,” Holm said. Jonas Quist, the Social Democrats’ spokesman, said that it was late. Quist said no. The Social Democrats said nothing.',
  );
  expect(drafts.sides.map(({ value }) => value.label)).toEqual(
    expect.arrayContaining(['Spain', 'Social Democrats']),
  );
  expect(sidesOf(drafts)).toMatchObject({ 'Davit Moresh': 'Spain', 'Mette Holm': 'Social Democrats' });
  const names = drafts.sides.flatMap(({ value }) => [value.id, value.label, ...value.names]);
  expect(names.filter((name) => /Thursday|Moresh|^Democrats$/.test(name))).toEqual([]);
});

it('knows a place by the word for its people, and gives nobody a country that is hardly named', async () => {
  const drafts = await draftsOf(
    'Ardovian Foreign Minister Davit Moresh said that Ardovia would wait. “We wait,” Moresh said. Prime Minister Hanna Orlec said that Ardovian troops would stay. “They stay,” Orlec said. Orlec said that Ardovia was patient. A Swedish engineer watched.',
    'Ardovia said that the bridge was shut. Ardovia said no more. Moresh said that the Ardovian side was calm.',
  );
  expect(drafts.sides.map(({ value }) => value.label)).not.toContain('Sweden');
  expect(sidesOf(drafts)).toMatchObject({ 'Davit Moresh': 'Ardovia', 'Hanna Orlec': 'Ardovia' });
});

it('calls a union named with “the union” by its name', async () => {
  const drafts = await draftsOf(
    'Unite, the union that speaks for the crews, said that jobs must stay. The union said that it would vote. Its officer, Ivo Brandt, called for a fund. “We want a fund,” Brandt said. Brandt said that the union was ready. Unite said no more. Unite said that the union was calm.',
  );
  expect(sidesOf(drafts)['Ivo Brandt']).toBe(
    drafts.sides.find(({ value }) => value.names.includes('Unite'))?.value.label ?? 'Unite',
  );
});

const faresAnd = (n: number): string =>
  `Transport Minister Mara Quist said that fares would rise by ${n} kroner. Quist said that the pensions of drivers would rise by ${n} kroner. ` +
  `“The pensions can wait,” Quist said. Ivo Brandt, the leader of the Harbour Union, said that the fares were too high by ${n + 1} kroner. ` +
  `“Fares must fall,” Brandt said. Brandt said that the pensions were ${n + 2} kroner too low. Kivik said nothing, and in Kivik the union waits. Kivik needs the union.`;

it('takes no unit and no name at the beginning of a sentence for a topic, and tells two topics apart', async () => {
  const { topics } = await draftsOf(faresAnd(4), faresAnd(7), faresAnd(9));
  const words = topics.flatMap(({ value }) => value.words);
  expect(words.filter((word) => /kroner|kivik/.test(word))).toEqual([]);
  expect(topics.map(({ value }) => value.label)).toEqual(expect.arrayContaining(['Fares', 'Pensions']));
});

it('drafts topics alone where sides and people are listed', async () => {
  const known = { sides: [{ id: 'Both', label: 'Both', names: [], adjectives: [] }], actors: [] };
  const drafts = await draftFrom([await reader.read(path.join(MERGER, 'herald-bid.md'))], embeddings, known);
  expect([drafts.sides, drafts.actors]).toEqual([[], []]);
});
