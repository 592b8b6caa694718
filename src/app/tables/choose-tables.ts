import type { Actors } from '../../domain/actor.ts';
import type { DraftTables } from '../../collect/drafted.ts';
import type { CollectionTables } from '../../ingest/collection.ts';
import type { EditedTables as Tables } from '../../collect/edits/apply-edits.ts';

/** Whether the collection lacks that file. */
export const isMissing = ({ missing }: CollectionTables, file: string): boolean =>
  missing.some((name) => name.endsWith(file));

/** What files list, and what is drafted in place of a file that is not there. */
export function chooseTables(listed: CollectionTables, drafts: Tables | null): Tables {
  return {
    actors: drafts && isMissing(listed, 'actors.yaml') ? drafts.actors : listed.actors,
    topics: drafts && isMissing(listed, 'topics.yaml') ? drafts.topics : listed.topics,
  };
}

/** The drafts without what speaks for them. */
export function valuesOf({ sides, actors, topics }: DraftTables): Tables {
  return {
    actors: { sides: sides.map(({ value }) => value), actors: actors.map(({ value }) => value) },
    topics: topics.map(({ value }) => value),
  };
}

const MOST_NAMED = 8;

/** Says what was worked out, and of whom the side is not known. */
export function draftedSentence(missing: readonly string[], { actors }: Actors): string {
  const open = actors.filter(({ kind, side }) => kind === 'person' && side === null).map(({ name }) => name);
  const more = open.length > MOST_NAMED ? ` and ${open.length - MOST_NAMED} more` : '';
  const named = open.length > 0 ? ` Without a side: ${open.slice(0, MOST_NAMED).join(', ')}${more}.` : '';
  const files = missing.join(' and ');
  return (
    `${files} ${missing.length === 1 ? 'is' : 'are'} not there: worked out from the articles instead; ` +
    `"parley new" writes them, to be edited.${named}`
  );
}
