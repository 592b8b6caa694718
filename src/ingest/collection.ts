import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Actors } from '../domain/actor.ts';
import type { Topic } from '../domain/topic.ts';
import { UserError } from '../errors.ts';
import { parseYaml } from '../sources/parse-yaml.ts';

const name = z.string('wanted text').trim().min(1, 'wanted text, found none');
const names = z.array(name, 'wanted a list').default([]);

/** `actors.yaml`. */
export const ActorsTable = z
  .strictObject({
    sides: z.array(
      z.strictObject({ id: name, label: name, names, adjectives: names }),
      'wanted a list of sides',
    ),
    actors: z.array(
      z.strictObject({
        name,
        side: name.nullable().default(null),
        role: name.nullable().default(null),
        kind: z.enum(['person', 'body'], 'wanted "person" or "body"').default('person'),
        pronoun: z.enum(['he', 'she', 'they'], 'wanted "he", "she" or "they"').nullable().default(null),
        aliases: names,
      }),
      'wanted a list of actors',
    ),
  })
  .superRefine(({ sides, actors }, context) => {
    const ids = sides.map((side) => side.id);
    reportTwice(context, ids, (index) => ['sides', index, 'id']);
    const people = actors.map((actor) => actor.name);
    reportTwice(context, people, (index) => ['actors', index, 'name']);
    actors.forEach((actor, index) => {
      if (actor.side === null || ids.includes(actor.side)) return;
      const message = `wanted the id of one of the sides (${ids.join(', ')}) or null`;
      context.addIssue({ code: 'custom', path: ['actors', index, 'side'], message });
    });
  });

/** `topics.yaml`. */
export const TopicsTable = z
  .array(
    z
      .strictObject({
        id: z.string('wanted text').regex(/^[a-z0-9][a-z0-9-]*$/, 'wanted small letters, digits and "-"'),
        label: name,
        /** For people: nothing is read off it. */
        description: z.string().optional(),
        words: z.array(name, 'wanted a list').min(1, 'wanted at least one word'),
      })
      .transform(({ id, label, words }) => ({ id, label, words })),
    'wanted a list of topics',
  )
  .superRefine((topics, context) => {
    const ids = topics.map((topic) => topic.id);
    reportTwice(context, ids, (index) => [index, 'id']);
  });

function reportTwice(
  context: z.RefinementCtx,
  values: readonly string[],
  pathOf: (index: number) => PropertyKey[],
): void {
  values.forEach((value, index) => {
    if (values.indexOf(value) === index) return;
    context.addIssue({
      code: 'custom',
      path: pathOf(index),
      message: 'wanted a name that is not taken above',
    });
  });
}

/** What belongs to a collection besides its articles. */
export interface CollectionTables {
  readonly actors: Actors;
  readonly topics: readonly Topic[];
  /** The files of these that are not there. */
  readonly missing: readonly string[];
}

/** Where a collection keeps its articles. */
export function articlesFolder(collectionDir: string): string {
  return path.join(collectionDir, 'articles');
}

/**
 * Reads `actors.yaml` and `topics.yaml` of the collection folder; one that is not there means that there are none yet.
 *
 * @throws UserError naming file, line and what was wanted; for a folder that is not there
 */
export async function readCollection(collectionDir: string): Promise<CollectionTables> {
  await assertFolder(collectionDir);
  const [actors, topics] = await Promise.all([
    readTable(collectionDir, 'actors.yaml', ActorsTable),
    readTable(collectionDir, 'topics.yaml', TopicsTable),
  ]);
  const missing = [actors ? [] : ['actors.yaml'], topics ? [] : ['topics.yaml']].flat();
  return {
    actors: actors ?? { sides: [], actors: [] },
    topics: topics ?? [],
    missing: missing.map((file) => path.join(collectionDir, file)),
  };
}

async function assertFolder(dir: string): Promise<void> {
  const found = await stat(dir).catch(() => null);
  if (found?.isDirectory()) return;
  throw new UserError(
    `The collection ${dir} ${found ? 'is no folder' : 'is not there'}: name a folder like seeds/ with COLLECTION_DIR or --collection.`,
  );
}

/** A YAML file of the collection folder, checked; null where there is no such file. Throws `UserError` as `readCollection`. */
export async function readTable<T extends z.ZodType>(
  dir: string,
  fileName: string,
  schema: T,
): Promise<z.output<T> | null> {
  const file = path.join(dir, fileName);
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (reason === 'ENOENT') return null;
    throw new UserError(`${file} cannot be read (${reason}): mend that, or remove it.`);
  }
  return parseYaml(source, schema, file);
}
