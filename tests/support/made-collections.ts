import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { createCollections, type Collections } from '../../src/app/collections.ts';
import { readConfig } from '../../src/config.ts';

/** What one server's articles are about; no word of it is in the other's. */
export interface Made {
  readonly side: string;
  readonly side2: string;
  readonly topic: string;
  readonly first: string;
  readonly last: string;
  readonly person2: string;
  readonly outlet: string;
  readonly title: string;
  readonly thing: string;
  readonly host: string;
}
export const FIELDS = [
  'side',
  'side2',
  'topic',
  'first',
  'last',
  'person2',
  'outlet',
  'title',
  'thing',
  'host',
] as const;

const word = fc.stringMatching(/^[bdfgklmnprtvz][aeiou][bdfgklmnprtvz][aeiou][bdfgklmnprtvz][aeiou]x$/);
export const twoMade = fc
  .uniqueArray(word, { minLength: 2 * FIELDS.length, maxLength: 2 * FIELDS.length })
  .map((words): readonly [Made, Made] => [made(words.slice(FIELDS.length)), made(words)]);

function made(words: readonly string[]): Made {
  const at = (field: (typeof FIELDS)[number]): string => words[FIELDS.indexOf(field)] ?? '';
  const name = (field: (typeof FIELDS)[number]): string =>
    at(field).replace(/^./, (letter) => letter.toUpperCase());
  return {
    side: name('side'),
    side2: name('side2'),
    topic: at('topic'),
    first: name('first'),
    last: name('last'),
    person2: name('person2'),
    outlet: name('outlet'),
    title: name('title'),
    thing: at('thing'),
    host: at('host'),
  };
}

export const quotes = (of: Made, n: number): string =>
  [
    `---\nid: story-${n}\ntitle: ${of.title} talks go on\noutlet: The ${of.outlet}\nurl: https://${of.host}.example/${n}\npublished: 2031-05-0${n}\n---`,
    `“We offer ${n} more ${of.thing} for the ${of.topic},” said ${of.first} ${of.last} of ${of.side}.`,
    '',
    `${of.person2} of ${of.side2} rejected the offer on the ${of.topic}, saying that ${of.side2} demands ${n + 4} ${of.thing}.`,
    '',
  ].join('\n');

/** The collections of servers in a new folder, beside a shared one without articles; both are to be closed and removed. */
export async function openCollections(): Promise<{
  readonly dir: string;
  readonly collections: Collections;
}> {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-made-'));
  await mkdir(path.join(dir, 'shared'));
  const collections = await createCollections(
    readConfig({ DATA_DIR: dir, COLLECTION_DIR: path.join(dir, 'shared') }),
    { info: () => undefined, warn: () => undefined },
  );
  return { dir, collections };
}

export async function fill(collections: Collections, dir: string, of: Made): Promise<string> {
  const key = await collections.make();
  const folder = path.join(dir, 'collections', key);
  const actors = {
    sides: [of.side, of.side2].map((id) => ({ id, label: id, names: [id] })),
    actors: [
      { name: `${of.first} ${of.last}`, side: of.side },
      { name: of.person2, side: of.side2 },
    ],
  };
  const topics = [{ id: of.topic, label: of.topic, words: [of.topic] }];
  await writeFile(path.join(folder, 'actors.yaml'), JSON.stringify(actors));
  await writeFile(path.join(folder, 'topics.yaml'), JSON.stringify(topics));
  for (const n of [1, 2]) await writeFile(path.join(folder, 'articles', `story-${n}.md`), quotes(of, n));
  await collections.use(key, (app) => app.ingest([]));
  return key;
}

/** The words of what came out that stand in the other's alone, those asked with apart. */
export function crossed(out: string, asked: string, other: Made): readonly string[] {
  const [given, said] = [out.toLowerCase(), asked.toLowerCase()];
  return FIELDS.map((field) => other[field].toLowerCase()).filter(
    (one) => given.includes(one) && !said.includes(one),
  );
}
