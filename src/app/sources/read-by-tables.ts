import { createHash } from 'node:crypto';
import type { Store } from '../../store/ports.ts';
import type { CurrentTables } from '../tables/current-tables.ts';

const NOTE = 'read-by-tables';

/** What the collection was last read by as a whole; drafts change with the articles and are not told apart. */
export function createReadByTables({
  store,
  tables,
}: {
  readonly store: Pick<Store, 'note' | 'setNote'>;
  readonly tables: Pick<CurrentTables, 'listed'>;
}): { keep(): Promise<void>; differs(): Promise<boolean> } {
  const now = (): string | null => {
    const { actors, topics, missing } = tables.listed;
    return missing.length > 0
      ? null
      : createHash('sha256')
          .update(JSON.stringify([actors, topics]))
          .digest('hex');
  };
  return {
    async keep() {
      const made = now();
      if (made !== null) await store.setNote(NOTE, made);
    },
    async differs() {
      const [made, kept] = [now(), await store.note(NOTE)];
      return made !== null && kept !== null && kept !== made;
    },
  };
}
