import { encodeSegment } from './quote/quote-link.ts';
import type { Act } from './statement.ts';

/** What is followed: the words of a speaker, of a side, or on a topic. */
export const FOLLOW_SUBJECTS = ['speaker', 'side', 'topic'] as const;
export type FollowSubject = (typeof FOLLOW_SUBJECTS)[number];

/** How often one is told. */
export const PACES = ['at once', 'daily', 'weekly'] as const;
export type Pace = (typeof PACES)[number];

/** Where one is told: in a channel, or in direct messages to a person. */
export const PLACE_KINDS = ['channel', 'person'] as const;
type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where and how often something is told; several follows of one place and pace share it, so that nothing is told twice. */
export interface Destination {
  readonly id: number;
  readonly kind: PlaceKind;
  /** The channel's id, or the person's. */
  readonly place: string;
  readonly pace: Pace;
  /** Hours in which nothing is told, as `readQuietHours` reads them; null for none. */
  readonly quiet: string | null;
  /** All arrivals up to this one are told or were none of its follows'. */
  readonly cursor: number;
  /** The last arrival of the batch that is being told; null where none is. Set before it is sent. */
  readonly pending: number | null;
  /** When the next digest is due, ISO; null for who is told at once. */
  readonly due: string | null;
}

/** What somebody wants to be told. */
export interface Follow {
  readonly id: number;
  readonly destination: number;
  readonly subject: FollowSubject;
  /** A speaker's name, a side's or a topic's id. */
  readonly target: string;
  /** Only this act; null for all. */
  readonly act: Act | null;
  /** Who follows. */
  readonly person: string;
  /** Only what arrived after this. */
  readonly since: number;
}

/** A follow before it is kept. */
export interface NewFollow
  extends
    Pick<Follow, 'subject' | 'target' | 'act' | 'person'>,
    Pick<Destination, 'kind' | 'place' | 'pace' | 'quiet' | 'due'> {}

/** A follow with where it is told. */
export interface FollowRow extends Follow, Pick<Destination, 'kind' | 'place' | 'pace' | 'quiet'> {
  /** The address of the same as a feed; absent where the pages are not reached. */
  readonly feed?: string | undefined;
}

/** A statement that came in and was not there before in these words. */
export interface Arrival {
  /** Ascending in the order in which they came in. */
  readonly id: number;
  readonly article: string;
  /** Where its content begins in the article's text, in UTF-16 code units. */
  readonly start: number;
  readonly speaker: string | null;
  readonly sides: readonly string[];
  readonly act: Act;
  readonly topics: readonly string[];
}

/** The path at which what is followed is a feed. */
export function feedPath({ subject, target, act }: Pick<Follow, 'subject' | 'target' | 'act'>): string {
  const acted = act === null ? '' : `&act=${act}`;
  return `/feed/rss?${subject}=${encodeSegment(target)}${acted}`;
}

/** Whether an arrival is what a follow asks for. */
export function isFollowed({ subject, target, act, since }: Follow, arrival: Arrival): boolean {
  if (arrival.id <= since || (act !== null && act !== arrival.act)) return false;
  if (subject === 'speaker') return arrival.speaker === target;
  return (subject === 'side' ? arrival.sides : arrival.topics).includes(target);
}
