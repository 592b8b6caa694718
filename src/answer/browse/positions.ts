import {
  saidOn,
  type CompareAnswer,
  type Evidence,
  type PositionAnswer,
  type Searched,
  type TimelineAnswer,
} from '../../domain/answer.ts';
import type { Filters } from '../../domain/question.ts';
import { ACTS } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Store, StoredStatement } from '../../store/ports.ts';
import type { Directory } from '../../parties/directory.ts';
import { resolveFilters, resolveSide, resolveTopic } from '../resolve-filters.ts';
import { quality } from './statement-quality.ts';
import type { Stated } from '../show-statements.ts';

export interface PositionsDependencies {
  readonly store: Pick<Store, 'counts' | 'statements'>;
  readonly stated: Stated;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
}

/** Quotes of each side in a comparison, at most. */
const COMPARED = 5;

export interface Positions {
  /** What a side said on a topic. Throws `UsageError` for an unknown side or topic. */
  position(side: string, topic: string): Promise<PositionAnswer>;
  /** Two sides on a topic; without them, the two that said most on it. Throws `UsageError` for an unknown one. */
  compare(topic: string, sides?: readonly [string, string]): Promise<CompareAnswer>;
  /** What was said on a topic, by the day on which it was said. Throws `UsageError` for an unknown topic, side or speaker. */
  timeline(topic: string, filters?: Pick<Filters, 'side' | 'speaker'>): Promise<TimelineAnswer>;
}

export function createPositions({ store, stated, directory, topics }: PositionsDependencies): Positions {
  async function searched(): Promise<Searched> {
    const counts = await store.counts();
    return { articles: counts.articles, passages: counts.passages };
  }

  /** As evidence, the same words of one article once. */
  async function evidenceOf(
    statements: readonly StoredStatement[],
    score: (statement: StoredStatement) => number = quality,
  ): Promise<Evidence[]> {
    const evidence = await stated(statements, score);
    const first = new Map<string, Evidence>();
    for (const item of evidence) {
      const place = `${item.article} ${item.start}`;
      if (!first.has(place)) first.set(place, item);
    }
    return numbered([...first.values()]);
  }

  /** What a side said on a topic, by act, the best of each first. */
  async function ranked(topic: string, statements: readonly StoredStatement[]): Promise<Evidence[]> {
    return byAct(await evidenceOf(statements, (statement) => quality(statement, topic)));
  }

  return {
    async position(side, topic) {
      const { actors } = await directory();
      const of = { side: resolveSide(side, actors), topic: resolveTopic(topic, topics) };
      const statements = await ranked(of.topic, await store.statements(of));
      return { ...of, statements: numbered(statements), searched: await searched() };
    },

    async compare(topic, sides) {
      const id = resolveTopic(topic, topics);
      const { actors } = await directory();
      const asked = sides
        ? sides.map((side) => resolveSide(side, actors))
        : actors.sides.map((side) => side.id);
      const said = await Promise.all(
        asked.map(async (side) => ({ side, all: await store.statements({ side, topic: id }) })),
      );
      const found = await Promise.all(
        (sides ? said : loudest(said)).map(async ({ side, all }) => ({
          side,
          statements: await ranked(id, all),
        })),
      );
      const counts = found.map(({ statements }) => statements.length).filter((count) => count > 0);
      const most = Math.min(COMPARED, ...counts);
      const shown = found.map(({ side, statements }) => ({
        side,
        statements: numbered(spreadOverActs(statements, most)),
      }));
      return { topic: id, sides: shown, searched: await searched() };
    },

    async timeline(topic, filters = {}) {
      const { actors } = await directory();
      const { scope } = resolveFilters({ ...filters, topic }, { actors, topics });
      const statements = await store.statements(scope);
      const evidence = await evidenceOf(statements);
      const dated = evidence.filter((item) => saidOn(item) !== null);
      return {
        topic: scope.topic ?? topic,
        statements: numbered(dated.toSorted((a, b) => (saidOn(a) ?? '').localeCompare(saidOn(b) ?? ''))),
        undated: numbered(evidence.filter((item) => saidOn(item) === null)),
        searched: await searched(),
      };
    },
  };
}

/** The two sides with most statements, in their order where they are level. */
function loudest<T extends { readonly all: readonly unknown[] }>(said: readonly T[]): T[] {
  return said.toSorted((a, b) => b.all.length - a.all.length).slice(0, 2);
}

/** Up to `most` statements: the best of each act before a second of any; in the order they came in. */
function spreadOverActs(statements: readonly Evidence[], most: number): Evidence[] {
  const seen = new Map<Evidence['act'], number>();
  const ranks = new Map(
    statements.map((statement) => {
      const before = seen.get(statement.act) ?? 0;
      seen.set(statement.act, before + 1);
      return [statement, before];
    }),
  );
  const rank = (statement: Evidence): number => ranks.get(statement) ?? 0;
  const chosen = new Set(statements.toSorted((a, b) => rank(a) - rank(b)).slice(0, most));
  return statements.filter((statement) => chosen.has(statement));
}

function byAct(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => placeOf(a) - placeOf(b) || b.score - a.score);
}

function placeOf({ act }: Evidence): number {
  return act === null ? ACTS.length : ACTS.indexOf(act);
}

function numbered(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((item, index) => ({ ...item, n: index + 1 }));
}
