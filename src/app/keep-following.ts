import { resolveFilters } from '../answer/resolve-filters.ts';
import type { Stated } from '../answer/show-statements.ts';
import type { Evidence } from '../domain/answer.ts';
import type { Arrival, FollowRow, NewFollow } from '../domain/follow.ts';
import type { Topic } from '../domain/topic.ts';
import { UserError } from '../errors.ts';
import { nextDue, readQuietHours } from '../follow/when-told.ts';
import { createTellArrivals, type Teller } from '../follow/tell-arrivals.ts';
import type { Directory } from '../parties/directory.ts';
import type { Store } from '../store/ports.ts';

/** What somebody wants to be told, as people write it. */
type FollowInput = Omit<NewFollow, 'due'>;

export interface Follows {
  /**
   * Follows a speaker, side or topic from now on; the same again stays one. Throws `UserError` for a name or quiet hours
   * that cannot be used.
   */
  follow(input: FollowInput): Promise<FollowRow>;
  /** What a person follows, or what is told in a place; by id. */
  follows(of?: { readonly person?: string; readonly place?: string }): Promise<readonly FollowRow[]>;
  /** Whether there was such a follow. */
  unfollow(id: number): Promise<boolean>;
  /** Tells every place what arrived since for its follows; see `createTellArrivals`. */
  tellArrivals(teller: Teller, signal: AbortSignal): Promise<{ sent: number; isLeft: boolean }>;
  /** The newest statement when a person last asked what changed, and keeps that they ask now; null for the first time. */
  askedAgain(person: string): Promise<number | null>;
}

export interface FollowsDependencies {
  readonly store: Store;
  readonly stated: Stated;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
  readonly now: () => Date;
}

export function createFollows({ store, stated, directory, topics, now }: FollowsDependencies): Follows {
  /** Arrivals whose words are where they were. */
  async function show(arrivals: readonly Arrival[]): Promise<readonly Evidence[]> {
    const articles = [...new Set(arrivals.map(({ article }) => article))];
    const statements = await Promise.all(articles.map((article) => store.statements({ article })));
    const places = new Set(arrivals.map(({ article, start }) => `${article} ${start}`));
    const found = new Map(
      statements.flat().flatMap((statement) => {
        const place = `${statement.article} ${Math.min(...statement.content.map(({ start }) => start))}`;
        return places.has(place) && !statement.denied ? [[place, statement] as const] : [];
      }),
    );
    return stated([...found.values()]);
  }

  return {
    async follow(input) {
      if (input.quiet !== null && readQuietHours(input.quiet) === null)
        throw new UserError(
          `Quiet hours are written like 22-7, or 22-7 Europe/Berlin; found ${JSON.stringify(input.quiet)}.`,
        );
      const { actors } = await directory();
      const { scope } = resolveFilters({ [input.subject]: input.target }, { actors, topics });
      const target = scope[input.subject] ?? input.target;
      const { id } = await store.addFollow({ ...input, target, due: nextDue(input.pace, now()) });
      const row = (await store.follows({ place: input.place })).find((one) => one.id === id);
      if (!row) throw new Error('the follow that was kept is not there');
      return row;
    },
    follows: (of) => store.follows(of),
    unfollow: (id) => store.removeFollow(id),
    tellArrivals: createTellArrivals({ store, show, now }),
    async askedAgain(person) {
      const before = await store.lastAsked(person);
      await store.setLastAsked(person, await store.lastArrival());
      return before;
    },
  };
}
