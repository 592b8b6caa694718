import type {
  ChangesAnswer,
  CurrentStatement,
  LatestAnswer,
  PositionChange,
} from '../../../domain/position-change.ts';
import type { Filters } from '../../../domain/question.ts';
import type { Topic } from '../../../domain/topic.ts';
import type { Directory } from '../../../parties/directory.ts';
import type { Store } from '../../../store/ports.ts';
import { resolveFilters, resolveSide, resolveTopic } from '../../resolve-filters.ts';
import type { Stated } from '../../show-statements.ts';
import { createTakeTurns } from '../../../take-turns.ts';
import { findChanges } from './find-changes.ts';
import type { Position } from './read-position.ts';
import { createReadPositions } from './read-positions.ts';
import { ACTS } from '../../../domain/statement.ts';

/** Arrivals that are looked at for what is new. */
const MOST_NEW = 100_000;
/** All changes are no quick answer: fewer turns, and it is done sooner. */
const TURN_MS = 40;

interface ChangesDependencies {
  readonly store: Pick<Store, 'arrivals' | 'counts' | 'statements'>;
  readonly stated: Stated;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
}

/** What one side said on one topic, in the order of saying, and what changed in it. */
export interface SaidOverTime {
  readonly side: string;
  readonly topic: string;
  readonly positions: readonly Position[];
  readonly changes: readonly PositionChange[];
}

export interface Changes {
  /** What sides said on topics, as of a day: ids; without any, all of them. */
  readonly said: (of: {
    readonly sides: readonly string[];
    readonly topics: readonly string[];
    readonly until?: string | undefined;
  }) => Promise<SaidOverTime[]>;
  /**
   * What changed in what the sides say on the topics, the oldest first; `since` and `until` are days of saying, `after` is
   * an arrival: only what came in after it. Throws `UsageError` for a filter that cannot be used.
   */
  changes(
    filters?: Pick<Filters, 'side' | 'topic' | 'since' | 'until'> & { readonly after?: number | undefined },
  ): Promise<ChangesAnswer>;
  /** What a side says on a topic as of a day (without one: now). Throws `UsageError` for an unknown one. */
  latest(side: string, topic: string, filters?: Pick<Filters, 'until'>): Promise<LatestAnswer>;
}

/** Positions of sides on topics over time, read from what is stored. */
export function createChanges({ store, stated, directory, topics }: ChangesDependencies): Changes {
  const readPositions = createReadPositions(topics);

  async function searched() {
    const { articles, passages } = await store.counts();
    return { articles, passages };
  }

  /** Whether anything of an article came in after that arrival. */
  async function createIsNew(after: number): Promise<(article: string) => boolean> {
    const articles = new Set((await store.arrivals(after, MOST_NEW)).map(({ article }) => article));
    return (article) => articles.has(article);
  }

  const said: Changes['said'] = async ({ sides, topics: about, until }) => {
    const { actors } = await directory();
    const [onlySide, onlyTopic] = [
      sides.length === 1 ? sides[0] : undefined,
      about.length === 1 ? about[0] : undefined,
    ];
    const evidence = await stated(await store.statements({ side: onlySide, topic: onlyTopic }));
    const of = actors.sides.flatMap(({ id: side }) =>
      sides.length === 0 || sides.includes(side)
        ? topics.flatMap(({ id: topic }) =>
            about.length === 0 || about.includes(topic) ? [{ side, topic }] : [],
          )
        : [],
    );
    const takeTurns = createTakeTurns(TURN_MS);
    const chains: SaidOverTime[] = [];
    for (const { side, topic } of of) {
      const positions = readPositions(evidence, { side, topic, actors }).filter(({ on }) =>
        isWithin(on, { until }),
      );
      chains.push({ side, topic, positions, changes: findChanges(positions, { side, topic }) });
      // Of many articles all that was said is much to read: others get their turn.
      await takeTurns();
    }
    return chains;
  };

  return {
    said,

    async changes({ after, ...filters } = {}) {
      const { actors } = await directory();
      const { scope } = resolveFilters(filters, { actors, topics });
      const all = await said({
        sides: scope.side === undefined ? [] : [scope.side],
        topics: scope.topic === undefined ? [] : [scope.topic],
      });
      const changes = all.flatMap((one) => one.changes);
      const isNew = after === undefined ? () => true : await createIsNew(after);
      return {
        changes: numbered(
          changes.filter(({ when, to }) => isWithin(when, scope) && isNew(to.article)).toSorted(byDay),
        ),
        searched: await searched(),
      };
    },

    async latest(side, topic, { until } = {}) {
      const { actors } = await directory();
      const { scope } = resolveFilters({ until }, { actors, topics });
      const of = { side: resolveSide(side, actors), topic: resolveTopic(topic, topics) };
      const [found] = await said({ sides: [of.side], topics: [of.topic], until: scope.until });
      return {
        ...of,
        now: findCurrent(found?.positions ?? []),
        changes: numbered(found?.changes ?? []),
        searched: await searched(),
      };
    },
  };
}

function isWithin(
  day: string,
  { since, until }: { readonly since?: string | undefined; readonly until?: string | undefined },
): boolean {
  return (since === undefined || day >= since) && (until === undefined || day <= until);
}

function byDay(a: PositionChange, b: PositionChange): number {
  return a.when.localeCompare(b.when);
}

/** Two quotes a change, numbered as they are shown. */
function numbered(changes: readonly PositionChange[]): PositionChange[] {
  let n = 0;
  return changes.map((change) => {
    const from = change.from && { ...change.from, n: ++n };
    return { ...change, from, to: { ...change.to, n: ++n } };
  });
}

/**
 * The latest of each act, the newest first, but what states no number behind what takes a stand; of one day and act the
 * first, which is what the article leads with.
 */
function findCurrent(positions: readonly Position[]): CurrentStatement[] {
  const telling = positions.filter(({ isTelling }) => isTelling);
  const current = ACTS.flatMap((act) => {
    const same = telling.filter(({ evidence }) => evidence.act === act);
    const day = same.at(-1)?.on;
    const last = same.find(({ on }) => on === day);
    if (day === undefined || last === undefined) return [];
    const before = same.findLast(({ on, evidence }) => on < day && evidence.text !== last.evidence.text);
    const isAside = last.quantities.length === 0 && (act === 'states' || !last.isOnTopic);
    return [{ on: day, isAside, act, evidence: last.evidence, replaces: before?.evidence ?? null }];
  });
  return current
    .toSorted((a, b) => Number(a.isAside) - Number(b.isAside) || b.on.localeCompare(a.on))
    .map(({ act, evidence, replaces }) => ({ act, evidence, replaces }));
}
