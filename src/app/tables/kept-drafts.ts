import { z } from 'zod';
import { ActorsTable, TopicsTable } from '../../ingest/collection.ts';
import type { Store } from '../../store/ports.ts';
import type { EditedTables as Tables } from '../../collect/edits/apply-edits.ts';

/** Sides, people and topics worked out from the articles in the store, where no files list them. */
export interface KeptDrafts extends Tables {
  /** How many articles they were worked out from. */
  readonly articles: number;
}

const NOTE = 'drafts';
const Kept = z.object({ articles: z.int(), actors: ActorsTable, topics: TopicsTable });

/** Null where nothing has been worked out yet, or another version's drafts cannot be read: they are worked out anew. */
export async function readKeptDrafts(store: Pick<Store, 'note'>): Promise<KeptDrafts | null> {
  const value = await store.note(NOTE);
  if (value === null) return null;
  const kept = Kept.safeParse(JSON.parse(value));
  return kept.success ? kept.data : null;
}

export async function keepDrafts(store: Pick<Store, 'setNote'>, drafts: KeptDrafts): Promise<void> {
  await store.setNote(NOTE, JSON.stringify(drafts));
}

/** A tenth more or fewer articles, and who speaks of what is worked out anew: each time, all of them are read through. */
const GROWN = 0.1;

/** Whether the drafts are too old for so many articles. */
export function isOutgrown(drafts: KeptDrafts | null, articles: number): boolean {
  return drafts === null || Math.abs(articles - drafts.articles) >= GROWN * Math.max(1, drafts.articles);
}
