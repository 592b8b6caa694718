import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applyEdits, type EditedTables } from '../../collect/edits/apply-edits.ts';
import { writeEditedActors, writeEditedTopics } from '../../collect/edits/write-edits.ts';
import type { Store } from '../../store/ports.ts';
import type { Lock } from '../stores/queue-lock.ts';
import { dropEdits, readEdits } from './kept-edits.ts';
import { writeWhole } from './write-whole.ts';

export interface ExportDependencies {
  readonly collectionDir: string;
  readonly store: Pick<Store, 'note' | 'setNote'>;
  readonly lock: Lock;
  /** The tables as the files or drafts have them by now. */
  readonly base: () => Promise<EditedTables>;
}

/** What was written. */
export interface ExportedTables {
  readonly files: readonly string[];
  readonly edits: number;
}

/**
 * Writes `actors.yaml` and `topics.yaml` with all that was edited, and forgets the edits: from then on the files have them.
 * Ended in between, the edits are laid over files that have them already, which changes nothing.
 */
export function createExportTables({ collectionDir, store, lock, base }: ExportDependencies) {
  return async (): Promise<ExportedTables> => {
    const release = await lock();
    try {
      const kept = await readEdits(store);
      const { actors, topics } = applyEdits(
        await base(),
        kept.map(({ edit }) => edit),
      );
      const files = [
        path.join(collectionDir, 'actors.yaml'),
        path.join(collectionDir, 'topics.yaml'),
      ] as const;
      await writeWhole(files[0], writeEditedActors(await textOf(files[0]), actors));
      await writeWhole(files[1], writeEditedTopics(await textOf(files[1]), topics));
      await dropEdits(store, new Set(kept.map(({ id }) => id)));
      return { files, edits: kept.length };
    } finally {
      release();
    }
  };
}

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);
