import { applyEdits, type EditedTables } from '../../collect/edits/apply-edits.ts';
import type { KeptEdit } from '../../domain/change/table-edit.ts';
import { readCollection, type CollectionTables } from '../../ingest/collection.ts';
import type { Store } from '../../store/ports.ts';
import type { Answering } from '../answering.ts';
import { chooseTables } from './choose-tables.ts';
import { readKeptDrafts } from './kept-drafts.ts';
import { readEdits } from './kept-edits.ts';

export interface CurrentTablesDependencies {
  readonly collectionDir: string;
  /** What the collection's files listed at the start. */
  readonly listed: CollectionTables;
  readonly store: Pick<Store, 'note'>;
  readonly answerBy: (tables: EditedTables) => Promise<Answering>;
}

/** Sides, people and topics as they are now, and all that answers by them. */
export interface CurrentTables {
  readonly answering: Answering;
  /** What files list. */
  readonly listed: CollectionTables;
  /** What people edited, laid over what files list or drafts hold. */
  readonly edits: readonly KeptEdit[];
  /** How often other edits were taken up: what was made of the tables before is old. */
  readonly adopted: number;
  lay(tables: EditedTables): EditedTables;
  /** The tables without edits, as the files have them by now; `readAgain` goes on from these. */
  fromFiles(): Promise<EditedTables>;
  readAgain(): Promise<EditedTables>;
  adopt(edits: readonly KeptEdit[]): Promise<void>;
  /** Another process may have edited, or written edits into the files. */
  adoptOthers(): Promise<void>;
  useDrafts(drafts: EditedTables): Promise<void>;
}

/** Everything is made anew whenever the tables change; what is answering meanwhile ends by the old ones. */
export async function createCurrentTables({
  collectionDir,
  listed: first,
  store,
  answerBy,
}: CurrentTablesDependencies): Promise<CurrentTables> {
  let listed = first;
  let drafts: EditedTables | null = listed.missing.length > 0 ? await readKeptDrafts(store) : null;
  let edits = await readEdits(store);
  let adopted = 0;
  const lay = (tables: EditedTables): EditedTables =>
    applyEdits(
      tables,
      edits.map(({ edit }) => edit),
    );
  const make = () => answerBy(lay(chooseTables(listed, drafts)));
  let answering = await make();

  async function adopt(kept: readonly KeptEdit[]): Promise<void> {
    edits = kept;
    adopted++;
    const made = await make();
    // Others may have been adopted meanwhile.
    if (edits === kept) answering = made;
  }

  return {
    get answering() {
      return answering;
    },
    get listed() {
      return listed;
    },
    get edits() {
      return edits;
    },
    get adopted() {
      return adopted;
    },
    lay,
    fromFiles: async () => chooseTables(await readCollection(collectionDir), drafts),
    async readAgain() {
      listed = await readCollection(collectionDir);
      return chooseTables(listed, drafts);
    },
    adopt,
    async adoptOthers() {
      const kept = await readEdits(store);
      if (JSON.stringify(kept) === JSON.stringify(edits)) return;
      listed = await readCollection(collectionDir);
      await adopt(kept);
    },
    async useDrafts(made) {
      drafts = made;
      answering = await make();
    },
  };
}
