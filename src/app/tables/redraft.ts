import type { Store } from '../../store/ports.ts';
import type { EditedTables as Tables } from '../../collect/edits/apply-edits.ts';
import { chooseTables, draftedSentence, isMissing, valuesOf } from './choose-tables.ts';
import type { CurrentTables } from './current-tables.ts';
import { draftFrom, type Embeds } from './draft-from.ts';
import { isOutgrown, keepDrafts, readKeptDrafts } from './kept-drafts.ts';
import { openStater, restate } from '../sources/restate.ts';

export interface RedraftDependencies {
  readonly store: Store;
  readonly embeddings: Embeds;
  readonly tables: Pick<CurrentTables, 'listed' | 'lay'>;
  /** Held while statements are written. Resolves to its release. */
  readonly lock: (signal?: AbortSignal) => Promise<() => void>;
  readonly log: { warn(message: string): void };
}

/**
 * Where no files list them, works sides and topics out from all stored articles, when there are many more than before, and
 * reads the articles again by them; says so.
 */
export function createRedraft({ store, embeddings, tables, lock, log }: RedraftDependencies) {
  return async (signal?: AbortSignal): Promise<Tables | null> => {
    const ids = (await store.sources()).map(({ id }) => id);
    if (ids.length === 0 || !isOutgrown(await readKeptDrafts(store), ids.length)) return null;
    const release = await lock(signal);
    try {
      const articles = (await Promise.all(ids.map((id) => store.article(id)))).filter((one) => one !== null);
      const files = tables.listed;
      const known = isMissing(files, 'actors.yaml') ? null : files.actors;
      const drafts = valuesOf(await draftFrom(articles, embeddings, known, signal));
      const { actors, topics } = tables.lay(chooseTables(files, drafts));
      await restate(ids, await openStater(actors, topics), store);
      // Kept last: what was interrupted is done once more.
      await keepDrafts(store, { articles: ids.length, ...drafts });
      log.warn(draftedSentence(files.missing, actors));
      return drafts;
    } finally {
      release();
    }
  };
}
