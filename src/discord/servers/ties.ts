import { z } from 'zod';

/** A channel's or server's id; anything else would be shown as text. */
export const ID = /^\d{17,20}$/;

/** What a channel is tied to that reads the shared collection in a server that has its own. */
export const SHARED = 'shared';

/** The most collections of one server. */
export const MOST_COLLECTIONS = 10;
/** The most channels that read another than their server. */
export const MOST_TIED = 50;
export const NAME_CHARS = 60;

const key = z.string().regex(/^[0-9a-f]{32}$/);

/** Which collections a server has, and where it reads which. */
export const TIES = {
  collections: z
    .array(z.object({ key, name: z.string().min(1).max(NAME_CHARS) }))
    .max(MOST_COLLECTIONS)
    .default([]),
  /** The key of the one that it reads; null: the shared one. */
  collection: key.nullable().default(null),
  /** Channels that read another than the server does, each with the key of it or `shared`. */
  tied: z
    .array(z.object({ channel: z.string().regex(ID), to: z.union([key, z.literal(SHARED)]) }))
    .max(MOST_TIED)
    .default([]),
};

const Ties = z.object(TIES);
export type Ties = Readonly<z.infer<typeof Ties>>;

/** Whether a collection of a server is read anywhere in it. */
export function isReadIn({ collection, tied }: Ties, wanted: string): boolean {
  return collection === wanted || tied.some(({ to }) => to === wanted);
}

/** The key of the collection that is read in a place, a thread as its channel; null: the shared one. */
export function collectionAt(
  { channelId, parentId }: { readonly channelId: string | null; readonly parentId: string | null },
  { collections, collection, tied }: Ties,
): string | null {
  const tie =
    tied.find(({ channel }) => channel === channelId) ?? tied.find(({ channel }) => channel === parentId);
  const to = tie === undefined ? collection : tie.to;
  // A server reads none but its own.
  return to !== SHARED && collections.some((one) => one.key === to) ? to : null;
}
