import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/ingest/collection.ts';
import { temporaryFolder } from '../support/folders.ts';

const TOPIC = '- id: missiles\n  label: Missiles\n  description: Missiles.\n  words: [missile]\n';
const ACTORS =
  'sides:\n  - id: US\n    label: United States\nactors:\n  - name: Wendy Sherman\n    side: US\n';

async function collection(actors: string, topics: string): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-'));
  await writeFile(path.join(dir, 'actors.yaml'), actors);
  await writeFile(path.join(dir, 'topics.yaml'), topics);
  return dir;
}

describe('readCollection', () => {
  it('reads the collection that comes with Parley', async () => {
    const { actors, topics } = await readCollection('seeds');
    expect(actors.sides.map(({ id }) => id)).toContain('Russia');
    expect(topics.map(({ id }) => id)).toContain('security-guarantees');
  });

  it('fills in what may be left out', async () => {
    const { actors } = await readCollection(await collection(ACTORS, TOPIC));
    expect(actors.actors).toEqual([
      { name: 'Wendy Sherman', side: 'US', role: null, kind: 'person', pronoun: null, aliases: [] },
    ]);
  });

  it.each([
    [
      'actors.yaml',
      ACTORS.replace('side: US', 'side: USA'),
      TOPIC,
      'actors.yaml, line 6: "actors.0.side": wanted the id of one of the sides (US) or null; found "USA".',
    ],
    [
      'actors.yaml',
      `${ACTORS}  - name: Wendy Sherman\n`,
      TOPIC,
      'actors.yaml, line 7: "actors.1.name": wanted a name that is not taken above; found "Wendy Sherman".',
    ],
    [
      'topics.yaml',
      ACTORS,
      TOPIC.replace('[missile]', 'missile'),
      'topics.yaml, line 4: "0.words": wanted a list; found "missile".',
    ],
    [
      'topics.yaml',
      ACTORS,
      TOPIC.replace('id: missiles', 'id: The Missiles'),
      'topics.yaml, line 1: "0.id": wanted small letters, digits and "-"; found "The Missiles".',
    ],
    [
      'topics.yaml',
      ACTORS,
      `${TOPIC}- id: [x\n`,
      'topics.yaml, line 6: YAML was wanted, but Flow sequence in block collection must be sufficiently indented and end with a ]. Correct that line.',
    ],
  ])('names file, line and what was wanted (%s)', async (_file, actors, topics, message) => {
    const dir = await collection(actors, topics);
    await expect(readCollection(dir)).rejects.toThrow(`${dir}/${message}`);
  });

  it('takes files that are missing for none yet, and names them', async () => {
    const dir = temporaryFolder();
    expect(await readCollection(dir)).toEqual({
      actors: { sides: [], actors: [] },
      topics: [],
      missing: [`${dir}/actors.yaml`, `${dir}/topics.yaml`],
    });
    await writeFile(path.join(dir, 'topics.yaml'), TOPIC);
    expect((await readCollection(dir)).topics).toHaveLength(1);
  });

  it('says what is wrong where it cannot be read at all', async () => {
    await expect(readCollection('/nowhere')).rejects.toThrow(
      'The collection /nowhere is not there: name a folder like seeds/ with COLLECTION_DIR or --collection.',
    );
    const dir = temporaryFolder();
    await mkdir(path.join(dir, 'actors.yaml'));
    await expect(readCollection(dir)).rejects.toThrow(
      `${dir}/actors.yaml cannot be read (EISDIR): mend that, or remove it.`,
    );
  });
});
