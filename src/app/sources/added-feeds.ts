import { z } from 'zod';
import type { Store } from '../../store/ports.ts';

const NOTE = 'feeds';
const Feeds = z.array(z.string());

/** The feeds that people added besides those that `sources.yaml` lists, in the order they came. */
export async function readFeeds(store: Pick<Store, 'note'>): Promise<readonly string[]> {
  const value = await store.note(NOTE);
  return value === null ? [] : Feeds.parse(JSON.parse(value));
}

/** Follows feeds from now on. */
export async function addFeeds(
  store: Pick<Store, 'note' | 'setNote'>,
  feeds: readonly string[],
): Promise<void> {
  const before = await readFeeds(store);
  const all = [...new Set([...before, ...feeds])];
  if (all.length > before.length) await store.setNote(NOTE, JSON.stringify(all));
}

/** Follows a feed no longer; false where it was none of these. */
export async function dropFeed(store: Pick<Store, 'note' | 'setNote'>, feed: string): Promise<boolean> {
  const before = await readFeeds(store);
  const left = before.filter((one) => one !== feed);
  if (left.length < before.length) await store.setNote(NOTE, JSON.stringify(left));
  return left.length < before.length;
}
