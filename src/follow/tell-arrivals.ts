import { saidOn, type Evidence } from '../domain/answer.ts';
import { isFollowed, type Arrival, type Destination, type FollowRow } from '../domain/follow.ts';
import { isProcedural } from '../domain/is-procedural.ts';
import type { FollowStore } from '../store/follow-store.ts';
import { isQuiet, nextDue } from './when-told.ts';
import { groupBy } from '../domain/group-by.ts';

/** What a place is told in one message. */
export interface Batch {
  readonly destination: Destination;
  /** The same for the same batch, also after a restart; at most 25 characters, as Discord has it. */
  readonly nonce: string;
  /** Whether it may have been sent before, by a process that ended. */
  readonly isAgain: boolean;
  /** In the order in which it was said. */
  readonly quotes: readonly Evidence[];
  /** The same for what says nothing but how the talks go on. */
  readonly procedural: readonly Evidence[];
}

/** What became of a batch: told, not now (it is tried again), or never, since the place is gone or closed to us. */
export type Told = 'told' | 'later' | { readonly gone: string };

/** Who brings batches to where they are to be told. Never rejects. */
export interface Teller {
  tell(batch: Batch): Promise<Told>;
  /** Tells who followed that nothing comes there any more, and why. */
  endOf(follows: readonly FollowRow[], reason: string): Promise<void>;
}

export interface TellDependencies {
  readonly store: FollowStore;
  /** The arrivals as evidence; those whose words are no longer in their article are left out. */
  readonly show: (arrivals: readonly Arrival[]) => Promise<readonly Evidence[]>;
  readonly now: () => Date;
}

/** Statements in a message, so that none is cut to a scrap; more come in the next. */
const MOST_A_BATCH = 5;
const READ_AT_ONCE = 2_000;
/** Messages that are sent at a time. */
const SENT_AT_ONCE = 8;

/**
 * Tells every place what arrived for its follows since it was last told: in the order of arrival, each statement once. What
 * is being told is kept before it is sent, so that a process that ends in between leaves a batch which the next one sends
 * again with the same nonce.
 *
 * @returns how many messages were sent, and whether something is left that could not be sent now
 */
export function createTellArrivals({ store, show, now }: TellDependencies) {
  return async (teller: Teller, signal: AbortSignal): Promise<{ sent: number; isLeft: boolean }> => {
    let sent = 0;
    let isLeft = false;
    const last = await store.lastArrival();
    const follows = groupBy(await store.follows(), ({ destination }) => destination);
    const destinations = await store.destinations();
    const started = now();
    const ready = destinations.filter(
      ({ due, quiet, pending }) =>
        pending !== null || (!isQuiet(started, quiet) && (due === null || due <= started.toISOString())),
    );
    const atOnce = new Map(
      destinations
        .filter(({ pace }) => pace === 'at once')
        .map(({ id, kind, place }) => [`${kind} ${place}`, follows.get(id) ?? []] as const),
    );

    const waiting = ready.filter(({ cursor, pending }) => pending !== null || cursor < last);
    const byTarget = groupByTarget(
      await readArrivals(store, Math.min(last, ...waiting.map(({ cursor }) => cursor)), last),
    );

    /** What is a place's between two arrivals: in digests nothing that it was told at once. */
    const ofPlace = ({ id, kind, place, pace }: Destination, after: number, upTo: number): Arrival[] => {
      const own = follows.get(id) ?? [];
      const before = pace === 'at once' ? [] : (atOnce.get(`${kind} ${place}`) ?? []);
      const about = new Set(own.flatMap(({ subject, target }) => byTarget.get(`${subject} ${target}`) ?? []));
      return [...about]
        .filter(
          (arrival) =>
            arrival.id > after &&
            arrival.id <= upTo &&
            own.some((follow) => isFollowed(follow, arrival)) &&
            !before.some((follow) => isFollowed(follow, arrival)),
        )
        .toSorted((x, y) => x.id - y.id);
    };

    async function send(
      destination: Destination,
      upTo: number,
      arrivals: readonly Arrival[],
      isAgain: boolean,
    ) {
      const items = inOrderSaid(await show(arrivals));
      const quotes = items.filter((item) => !isProcedural(item));
      const procedural = items.filter((item) => isProcedural(item));
      const nonce = `parley-${destination.id}-${upTo}`;
      const told =
        items.length === 0 ? 'told' : await teller.tell({ destination, nonce, isAgain, quotes, procedural });
      if (told === 'told') {
        if (items.length > 0) sent++;
        return true;
      }
      if (told === 'later') isLeft = true;
      else {
        const lost = await store.follows({ place: destination.place });
        await store.removeDestination(destination.id);
        await teller.endOf(
          lost.filter((follow) => follow.destination === destination.id),
          told.gone,
        );
      }
      return false;
    }

    /** Tells a place all that it is to be told up to `last`, message after message. */
    async function tellPlace(destination: Destination): Promise<void> {
      const { id, pace } = destination;
      let { cursor, pending } = destination;
      while (!signal.aborted && (pending !== null || cursor < last)) {
        const isAgain = pending !== null;
        const end = pending ?? last;
        const arrivals = ofPlace(destination, cursor, end);
        const chunk = isAgain ? arrivals : arrivals.slice(0, MOST_A_BATCH);
        const upTo: number = chunk.length < arrivals.length ? (chunk.at(-1)?.id ?? end) : end;
        if (!isAgain) await store.claimBatch(id, upTo);
        if (!(await send({ ...destination, cursor }, upTo, chunk, isAgain))) return;
        const isLast = upTo >= last;
        await store.finishBatch(id, isLast || pace === 'at once' ? nextDue(pace, started) : destination.due);
        [cursor, pending] = [upTo, null];
      }
    }

    const nothing: number[] = [];
    const queue: Destination[] = [];
    for (const destination of ready) {
      const { id, pending, pace, cursor } = destination;
      const isNone = pending === null && ofPlace(destination, cursor, last).length === 0;
      if (!isNone) queue.push(destination);
      else if (pace === 'at once') nothing.push(id);
      else {
        await store.claimBatch(id, last);
        await store.finishBatch(id, nextDue(pace, started));
      }
    }
    await store.passOver(nothing, last);
    await Promise.all(
      Array.from({ length: SENT_AT_ONCE }, async () => {
        for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) await tellPlace(next);
      }),
    );
    return { sent, isLeft };
  };
}

/** Arrivals after the first and up to the last. */
async function readArrivals(
  store: Pick<FollowStore, 'arrivals'>,
  after: number,
  last: number,
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (let from = after; from < last; from = arrivals.at(-1)?.id ?? last) {
    const more = await store.arrivals(from, READ_AT_ONCE);
    arrivals.push(...more.filter(({ id }) => id <= last));
    if (more.length < READ_AT_ONCE) break;
  }
  return arrivals;
}

function groupByTarget(arrivals: readonly Arrival[]): ReadonlyMap<string, readonly Arrival[]> {
  const keyed = arrivals.flatMap((arrival) => [
    ...(arrival.speaker === null ? [] : [{ key: `speaker ${arrival.speaker}`, arrival }]),
    ...arrival.sides.map((side) => ({ key: `side ${side}`, arrival })),
    ...arrival.topics.map((topic) => ({ key: `topic ${topic}`, arrival })),
  ]);
  const groups = groupBy(keyed, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ arrival }) => arrival)]));
}

function inOrderSaid(items: readonly Evidence[]): Evidence[] {
  return items
    .toSorted((a, b) => (saidOn(a) ?? '').localeCompare(saidOn(b) ?? ''))
    .map((item, i) => ({ ...item, n: i + 1 }));
}
