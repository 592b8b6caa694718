import { applyEdits, type EditedTables } from '../../collect/edits/apply-edits.ts';
import { hasTouched, touchedWords } from '../../collect/edits/touched-words.ts';
import type { KeptEdit, TableEdit } from '../../domain/change/table-edit.ts';
import { UserError } from '../../errors.ts';
import { ActorsTable, TopicsTable } from '../../ingest/collection.ts';
import type { Store } from '../../store/ports.ts';
import type { Lock } from '../stores/queue-lock.ts';
import { openStater, restate } from '../sources/restate.ts';
import { addEdit, dropEdits, readEdits } from './kept-edits.ts';

/** What an edit or its undoing led to. */
export interface EditOutcome {
  readonly edit: KeptEdit;
  /** How many articles are read again by it, in the background. */
  readonly articles: number;
  /** Settles when they are; what goes wrong is in the log, and mended at the next start. */
  readonly done: Promise<void>;
}

export interface EditDependencies {
  readonly store: Pick<
    Store,
    'note' | 'setNote' | 'sources' | 'article' | 'corrections' | 'replaceStatements'
  >;
  readonly lock: Lock;
  /** The tables as files or drafts have them. */
  readonly base: () => Promise<EditedTables>;
  /** Answers by the base with these edits from now on. */
  readonly adopt: (edits: readonly KeptEdit[]) => Promise<void>;
  readonly log: { warn(message: string): void };
  readonly now: () => Date;
  /** Ends reading again. */
  readonly signal: AbortSignal;
}

const editsOf = (kept: readonly KeptEdit[]): TableEdit[] => kept.map(({ edit }) => edit);

/** Edits of sides, people and topics, laid over what the files list: kept in the store, shown at once, and taken back. */
export function createEditing({ store, lock, base, adopt, log, now, signal }: EditDependencies) {
  /** Whether edits are adopted is said before the articles are read again. */
  async function change(
    by: (kept: readonly KeptEdit[]) => Promise<KeptEdit>,
    asked?: AbortSignal,
  ): Promise<EditOutcome> {
    const release = await lock(asked ? AbortSignal.any([signal, asked]) : signal);
    try {
      asked?.throwIfAborted();
      const before = applyEdits(await base(), editsOf(await readEdits(store)));
      const edit = await by(await readEdits(store));
      const kept = await readEdits(store);
      const after = applyEdits(await base(), editsOf(kept));
      await adopt(kept);
      const ids = await touchedArticles(before, after);
      const done = readAgain(ids, after).catch((error: unknown) => {
        if (!signal.aborted) log.warn(`articles were not read again: ${String(error)}`);
      });
      return { edit, articles: ids.length, done };
    } finally {
      release();
    }
  }

  async function touchedArticles(before: EditedTables, after: EditedTables): Promise<string[]> {
    const touched = touchedWords(before, after);
    const ids: string[] = [];
    if (touched.size === 0) return ids;
    for (const { id } of await store.sources()) {
      const article = await store.article(id).catch(() => null);
      if (article && hasTouched(article.text, touched)) ids.push(id);
    }
    return ids;
  }

  async function readAgain(ids: readonly string[], { actors, topics }: EditedTables): Promise<void> {
    if (ids.length === 0) return;
    const state = await openStater(actors, topics);
    for (const id of ids) {
      signal.throwIfAborted();
      const release = await lock(signal);
      try {
        await restate([id], state, store);
      } finally {
        release();
      }
    }
  }

  return {
    edits: () => readEdits(store),
    /**
     * Throws `UserError` for an edit that changes nothing, or after which the tables could not be used. What `asked` stops
     * before its turn is not done.
     */
    edit: (edit: TableEdit, by: KeptEdit['by'], asked?: AbortSignal): Promise<EditOutcome> =>
      change(async (kept) => {
        const before = applyEdits(await base(), editsOf(kept));
        const after = applyEdits(before, [edit]);
        if (JSON.stringify(after) === JSON.stringify(before))
          throw new UserError('That would change nothing: it is so already, or what it names is not there.');
        assertUsable(after);
        const made = { edit, by, at: now().toISOString() };
        return { ...made, id: await addEdit(store, made) };
      }, asked),
    /** `by` is the id of who takes it back, who must have made it; null for who may take back any. */
    undo: (id: number, by: string | null, asked?: AbortSignal): Promise<EditOutcome> =>
      change(async (kept) => {
        const found = kept.find((one) => one.id === id && (by === null || one.by.id === by));
        if (!found)
          throw new UserError(
            `There is no edit ${id} that you could take back: it was taken back already, or is in the files by now.`,
          );
        assertUsable(applyEdits(await base(), editsOf(kept.filter((one) => one !== found))));
        await dropEdits(store, new Set([id]));
        return found;
      }, asked),
  };
}

function assertUsable({ actors, topics }: EditedTables): void {
  const faults = [ActorsTable.safeParse(actors), TopicsTable.safeParse(topics)].flatMap(
    ({ error }) => error?.issues ?? [],
  );
  const [fault] = faults;
  if (fault) throw new UserError(`That cannot be: ${fault.path.map(String).join(' ')}: ${fault.message}.`);
}
