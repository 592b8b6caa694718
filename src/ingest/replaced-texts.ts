import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import type { Store } from '../store/ports.ts';
import { textHash } from './hash-article.ts';

const Replaced = z.object({
  /** The id of the article. */
  id: z.string(),
  /** The hash of the text that was replaced by a corrected version. */
  text: z.string(),
});

/** A text that somebody corrected: where its file or address still has it, it does not replace the corrected version. */
export type Replaced = Readonly<z.infer<typeof Replaced>>;

const NOTE = 'replaced-texts';

/** Oldest first. */
export async function readReplaced(store: Pick<Store, 'note'>): Promise<readonly Replaced[]> {
  const value = await store.note(NOTE);
  return value === null ? [] : z.array(Replaced).parse(JSON.parse(value));
}

/**
 * Keeps that an article gets a corrected version. For who holds the lock of ingestion, before that version is stored.
 *
 * @param before the hash of the article as it is stored
 */
export async function addReplaced(
  store: Pick<Store, 'note' | 'setNote'>,
  { id, hash }: Pick<Article, 'id' | 'hash'>,
  before: string,
): Promise<void> {
  const texts = new Set([textHash(before), textHash(hash)]);
  const others = (await readReplaced(store)).filter((one) => one.id !== id || !texts.has(one.text));
  const replaced = texts.size > 1 ? [{ id, text: textHash(before) }] : [];
  await store.setNote(NOTE, JSON.stringify([...others, ...replaced]));
}

/**
 * Tells of which article a text is the one that was corrected; null for any other, and where that article is gone or has
 * that text again.
 *
 * @param stored the hash of each stored article by its id
 */
export const whatCorrected =
  (replaced: readonly Replaced[], stored: ReadonlyMap<string, string>) =>
  ({ hash }: Pick<Article, 'hash'>): string | null => {
    const text = textHash(hash);
    const found = replaced.find(
      (one) => one.text === text && stored.has(one.id) && textHash(stored.get(one.id) ?? '') !== text,
    );
    return found?.id ?? null;
  };
