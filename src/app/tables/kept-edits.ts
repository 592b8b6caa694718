import { z } from 'zod';
import type { KeptEdit, TableEdit } from '../../domain/change/table-edit.ts';
import type { Store } from '../../store/ports.ts';

const name = z.string().min(1);
const names = z.array(name).readonly();
const Edit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename-side'), side: name, label: name }),
  z.object({ kind: z.literal('new-side'), side: name, label: name, names }),
  z.object({ kind: z.literal('rename-person'), person: name, name }),
  z.object({ kind: z.literal('merge-people'), person: name, into: name, side: name.nullable() }),
  z.object({ kind: z.literal('give-side'), person: name, side: name.nullable() }),
  z.object({ kind: z.literal('rename-topic'), topic: name, label: name }),
  z.object({ kind: z.literal('new-topic'), topic: name, label: name, words: names }),
  z.object({ kind: z.literal('change-words'), topic: name, add: names, remove: names }),
]) satisfies z.ZodType<TableEdit>;

const Kept = z.object({
  next: z.int(),
  edits: z.array(
    z.object({
      id: z.int(),
      edit: Edit,
      by: z.object({ id: z.string(), name: z.string() }),
      at: z.string(),
    }),
  ),
});

const NOTE = 'table-edits';

type Notes = Pick<Store, 'note' | 'setNote'>;

async function read(store: Pick<Store, 'note'>): Promise<z.infer<typeof Kept>> {
  const value = await store.note(NOTE);
  return value === null ? { next: 1, edits: [] } : Kept.parse(JSON.parse(value));
}

/** In the order they were made. */
export async function readEdits(store: Pick<Store, 'note'>): Promise<readonly KeptEdit[]> {
  return (await read(store)).edits;
}

/** Keeps an edit; gives its id, higher than all before. */
export async function addEdit(store: Notes, edit: Omit<KeptEdit, 'id'>): Promise<number> {
  const { next, edits } = await read(store);
  await store.setNote(NOTE, JSON.stringify({ next: next + 1, edits: [...edits, { ...edit, id: next }] }));
  return next;
}

/** Keeps all but some. */
export async function dropEdits(store: Notes, ids: ReadonlySet<number>): Promise<void> {
  const { next, edits } = await read(store);
  await store.setNote(NOTE, JSON.stringify({ next, edits: edits.filter(({ id }) => !ids.has(id)) }));
}
