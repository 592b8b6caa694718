import { saidOn, type Carriers, type Evidence } from '../../domain/answer.ts';
import { groupSameWords } from '../../domain/quote/same-words.ts';
import type { Store, StoredStatement } from '../../store/ports.ts';
import type { Stated } from '../show-statements.ts';

export interface CountCarriersDependencies {
  readonly store: Pick<Store, 'revision' | 'sources' | 'statements'>;
  readonly stated: Stated;
}

/** Gives items the count of who else has the same words; what nobody says, and what has no date, stays as it is. */
export type CountCarriers = (items: readonly Evidence[]) => Promise<readonly Evidence[]>;

/** The same words are printed within so many days. */
const DAYS = 5;
const DAY_MS = 86_400_000;

/** Creates the counting of who carries a statement: it tells what stands on one report from what several wrote down. */
export function createCountCarriers({ store, stated }: CountCarriersDependencies): CountCarriers {
  /** Of whom something was looked up since the store changed last; large stores hold thousands of statements of a side. */
  let kept = { revision: -1, outlets: 0, said: new Map<string, Promise<readonly StoredStatement[]>>() };

  async function refresh(): Promise<void> {
    const revision = await store.revision();
    if (kept.revision === revision) return;
    const outlets = new Set((await store.sources()).map(({ outlet }) => outlet)).size;
    kept = { revision, outlets, said: new Map() };
  }

  function saidBy({ speaker, side }: Evidence): Promise<readonly StoredStatement[]> {
    const key = JSON.stringify([side ?? speaker, side === null]);
    const said =
      kept.said.get(key) ?? store.statements(side === null ? { speaker: speaker ?? '' } : { side });
    kept.said.set(key, said);
    // A failed look-up is not kept.
    said.catch(() => kept.said.delete(key));
    return said;
  }

  /** What the same speaker, or the same side, said around that day elsewhere. */
  async function besides(item: Evidence, day: string): Promise<Evidence[]> {
    const { article } = item;
    const said = await saidBy(item);
    const at = Date.parse(day);
    const isNear = ({ when }: StoredStatement): boolean =>
      when !== null && Math.abs(Date.parse(when.date) - at) <= DAYS * DAY_MS;
    return stated(said.filter((one) => one.article !== article && isNear(one)));
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
    await refresh();
    // Of one outlet's articles, all stand in one.
    if (kept.outlets < 2) return items;
    return Promise.all(
      items.map(async (item) => {
        const carriers = await carriersOf(item);
        return carriers === undefined ? item : { ...item, carriers };
      }),
    );
  };
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
