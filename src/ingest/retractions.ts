import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import { addressKey } from '../sources/name-address.ts';
import type { Store } from '../store/ports.ts';
import type { TakenOut } from './drafts.ts';
import { textHash } from './hash-article.ts';

const Retraction = z.object({
  id: z.string(),
  title: z.string(),
  /** The hash of its text. */
  text: z.string(),
  url: z.string().nullable(),
  /** Who took it out, by the name they are shown with. */
  by: z.string(),
  /** ISO 8601 in UTC. */
  at: z.string(),
});

/** An article that somebody took out: it stays out, wherever its file or address is still listed. */
export type Retraction = Readonly<z.infer<typeof Retraction>>;

const NOTE = 'retractions';

/** Oldest first. */
export async function readRetractions(store: Pick<Store, 'note'>): Promise<readonly Retraction[]> {
  const value = await store.note(NOTE);
  return value === null ? [] : z.array(Retraction).parse(JSON.parse(value));
}

const keep = (store: Pick<Store, 'setNote'>, retractions: readonly Retraction[]): Promise<void> =>
  store.setNote(NOTE, JSON.stringify(retractions));

/** Keeps that an article was taken out. For who holds the lock of ingestion. */
export async function addRetraction(
  store: Pick<Store, 'note' | 'setNote'>,
  { id, title, url, hash }: Pick<Article, 'id' | 'title' | 'url' | 'hash'>,
  { by, at }: Pick<Retraction, 'by' | 'at'>,
): Promise<void> {
  const before = (await readRetractions(store)).filter((one) => one.id !== id);
  await keep(store, [...before, { id, title, url, text: textHash(hash), by, at }]);
}

type Known = Pick<Article, 'id' | 'url' | 'hash'>;

/** The same article by its text or address; by its id where either has no address. */
function isOf({ id, text, url }: Retraction, article: Known): boolean {
  if (text !== '' && text === textHash(article.hash)) return true;
  const key = url === null ? null : addressKey(url);
  if (key !== null && article.url !== null) return key === addressKey(article.url);
  return id === article.id;
}

/** Forgets that it was taken out. */
export async function dropRetraction(store: Pick<Store, 'note' | 'setNote'>, article: Known): Promise<void> {
  const before = await readRetractions(store);
  const left = before.filter((one) => !isOf(one, article));
  if (left.length < before.length) await keep(store, left);
}

/** Tells who took an article out. */
export const whoTookOut =
  (retractions: readonly Retraction[]): TakenOut =>
  (article) =>
    retractions.find((one) => isOf(one, article))?.by ?? null;
