import type { Arrival, Destination, Follow, NewFollow } from '../../../src/domain/follow.ts';
import type { NewArrival } from '../../../src/store/arrivals-of.ts';
import type { FollowStore } from '../../../src/store/follow-store.ts';

/** Somebody who is told at once in a channel what the side North says. */
export const FOLLOW: NewFollow = {
  subject: 'side',
  target: 'North',
  act: null,
  person: 'ann',
  kind: 'channel',
  place: 'c1',
  pace: 'at once',
  quiet: null,
  due: null,
};

/** What came in and who follows it, in memory: the plain reading of what the SQLite store must do. */
export function createMemoryFollows(): FollowStore & {
  keepArrivals: (arrivals: readonly NewArrival[]) => void;
} {
  const digests = new Set<string>();
  const arrived: Arrival[] = [];
  let destinations: Destination[] = [];
  let follows: Follow[] = [];
  const asked = new Map<string, number>();
  let [lastDestination, lastFollow] = [0, 0];
  const change = (id: number, changed: (destination: Destination) => Partial<Destination>): void => {
    destinations = destinations.map((one) => (one.id === id ? { ...one, ...changed(one) } : one));
  };

  return {
    keepArrivals: (arrivals) => {
      for (const { digest, ...arrival } of arrivals) {
        if (digests.has(digest)) continue;
        digests.add(digest);
        arrived.push({ ...arrival, id: arrived.length + 1 });
      }
    },
    arrivals: async (after, most) => arrived.filter(({ id }) => id > after).slice(0, most),
    lastArrival: async () => arrived.length,
    async addFollow({ subject, target, act, person, kind, place, pace, quiet, due }) {
      const isPlace = (one: Destination): boolean =>
        one.kind === kind && one.place === place && one.pace === pace;
      if (!destinations.some(isPlace))
        destinations.push({
          id: ++lastDestination,
          kind,
          place,
          pace,
          quiet,
          due,
          cursor: arrived.length,
          pending: null,
        });
      const destination = destinations.find(isPlace)?.id ?? 0;
      change(destination, (one) => ({ quiet: quiet ?? one.quiet }));
      const same = follows.find(
        (one) =>
          one.destination === destination &&
          one.subject === subject &&
          one.target === target &&
          one.act === act,
      );
      if (same) return same;
      const follow = { id: ++lastFollow, destination, subject, target, act, person, since: arrived.length };
      follows.push(follow);
      return follow;
    },
    follows: async ({ person, place } = {}) =>
      follows.flatMap((follow) => {
        const at = destinations.find(({ id }) => id === follow.destination);
        if (!at || (person !== undefined && follow.person !== person)) return [];
        if (place !== undefined && at.place !== place) return [];
        const { kind, place: where, pace, quiet } = at;
        return [{ ...follow, kind, place: where, pace, quiet }];
      }),
    async removeFollow(id) {
      const left = follows.filter((one) => one.id !== id);
      const isRemoved = left.length < follows.length;
      follows = left;
      destinations = destinations.filter((one) => follows.some(({ destination }) => destination === one.id));
      return isRemoved;
    },
    destinations: async () => destinations,
    async removeDestination(id) {
      destinations = destinations.filter((one) => one.id !== id);
      follows = follows.filter(({ destination }) => destination !== id);
    },
    async claimBatch(id, upTo) {
      change(id, () => ({ pending: upTo }));
    },
    async finishBatch(id, due) {
      change(id, ({ pending }) => (pending === null ? {} : { cursor: pending, pending: null, due }));
    },
    async passOver(ids, upTo) {
      for (const id of ids)
        change(id, ({ cursor, pending }) => (pending === null ? { cursor: Math.max(cursor, upTo) } : {}));
    },
    lastAsked: async (person) => asked.get(person) ?? null,
    async setLastAsked(person, arrival) {
      asked.set(person, arrival);
    },
    async forgetAsked(words) {
      for (const person of asked.keys()) if (person.includes(words)) asked.delete(person);
    },
  };
}
