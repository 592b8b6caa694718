import { saidOn, type Carriers, type Evidence } from '../../domain/answer.ts';
import { groupSameWords } from '../../domain/quote/same-words.ts';
import type { Store, StoredStatement } from '../../store/ports.ts';
import type { Stated } from '../show-statements.ts';

export interface CountCarriersDependencies {
  readonly store: Pick<Store, 'sources' | 'statements'>;
  readonly stated: Stated;
}

/** Gives items the count of who else has the same words; what nobody says, and what has no date, stays as it is. */
export type CountCarriers = (items: readonly Evidence[]) => Promise<readonly Evidence[]>;

/** The same words are printed within so many days. */
const DAYS = 5;
const DAY_MS = 86_400_000;
/** More are not counted: a quote that so many carry needs no count. */
const MOST_COMPARED = 24;

/** Creates the counting of who carries a statement: it tells what stands on one report from what several wrote down. */
export function createCountCarriers({ store, stated }: CountCarriersDependencies): CountCarriers {
  let hasOutlets = false;

  /** Whether there are articles of two outlets. Once there are, there are. */
  async function knowsOutlets(): Promise<boolean> {
    hasOutlets ||= new Set((await store.sources()).map(({ outlet }) => outlet)).size > 1;
    return hasOutlets;
  }

  /** What the same speaker, or the same side, said elsewhere in articles of those days. */
  async function besides(item: Evidence, day: string): Promise<Evidence[]> {
    const { article, side, speaker } = item;
    const days = { since: dayFrom(day, -DAYS), until: dayFrom(day, DAYS) };
    const of = side === null ? { speaker: speaker ?? '' } : { side };
    const said = await store.statements({ ...of, ...days });
    // The same words are on the same topics, and about as long.
    const isLike = ({ topics }: StoredStatement): boolean =>
      topics.length === 0 || item.topics.length === 0 || topics.some((id) => item.topics.includes(id));
    const length = item.end - item.start;
    const farOf = ({ content }: StoredStatement): number =>
      Math.abs(Math.log(content.reduce((sum, { start, end }) => sum + end - start, 0) / length));
    const like = said.filter((one) => one.article !== article && isLike(one));
    return stated(like.toSorted((a, b) => farOf(a) - farOf(b)).slice(0, MOST_COMPARED));
  }

  async function carriersOf(item: Evidence): Promise<Carriers | undefined> {
    const day = saidOn(item);
    const isSaid = item.type !== 'narration' && (item.speaker !== null || item.side !== null);
    if (!isSaid || day === null) return undefined;
    const same = (await besides(item, day)).filter((other) => groupSameWords([item, other]).length === 1);
    return countOf([item, ...same]);
  }

  return async (items) => {
    if (items.length === 0) return items;
    // Of one outlet's articles, all stand in one.
    if (!(await knowsOutlets())) return items;
    return Promise.all(
      items.map(async (item) => {
        const carriers = await carriersOf(item);
        return carriers === undefined ? item : { ...item, carriers };
      }),
    );
  };
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function countOf(all: readonly Evidence[]): Carriers {
  const reports = new Map<string, string>();
  for (const { article, copyOf, outlet } of all) {
    const report = copyOf ?? article;
    if (!reports.has(report)) reports.set(report, outlet ?? report);
  }
  const articles = new Set(all.map(({ article }) => article));
  return { outlets: new Set(reports.values()).size, copies: articles.size - reports.size };
}
