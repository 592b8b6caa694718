import type { Article } from '../../domain/article.ts';
import { saidOn, type Carriers, type Evidence } from '../../domain/answer.ts';
import { groupSameWords } from '../../domain/quote/same-words.ts';
import type { Store } from '../../store/ports.ts';
import { findRarest } from '../find/rarest-words.ts';
import { readTerms } from '../../text/words/words.ts';

export interface CountCarriersDependencies {
  readonly store: Pick<
    Store,
    'article' | 'sources' | 'revision' | 'searchSentences' | 'sentenceFrequencies' | 'candidates'
  >;
}

/** Gives items the count of who else has the same words; what nobody says, and what has no date, stays as it is. */
export type CountCarriers = (items: readonly Evidence[]) => Promise<readonly Evidence[]>;

/** The same words are printed within so many days. */
const DAYS = 5;
const DAY_MS = 86_400_000;
/** More are not counted: a quote that so many carry needs no count. */
const MOST_COMPARED = 24;
/** The rarest words of a quote find the others that have it; looked through in so many places. */
const MOST_WORDS = 12;
const MOST_PLACES = 5_000;

/** Creates the counting of who carries a statement: it tells what stands on one report from what several wrote down. */
export function createCountCarriers({ store }: CountCarriersDependencies): CountCarriers {
  let known: { readonly revision: number; readonly hasOutlets: boolean } | null = null;

  /** Whether there are articles of two outlets; once there were, an article that goes changes nothing worth all of them being read. */
  async function knowsOutlets(): Promise<boolean> {
    const revision = await store.revision();
    if (!known || (!known.hasOutlets && known.revision !== revision)) {
      const outlets = new Set((await store.sources()).map(({ outlet }) => outlet));
      known = { revision, hasOutlets: outlets.size > 1 };
    }
    return known.hasOutlets;
  }

  /** Sentences most like the item in which the same speaker, or the same side, is quoted elsewhere in those days. */
  async function besides(item: Evidence, day: string): Promise<Evidence[]> {
    const { side, speaker } = item;
    const scope = {
      ...(side === null ? { speaker: speaker ?? '' } : { side }),
      since: dayFrom(day, -DAYS),
      until: dayFrom(day, DAYS),
    };
    const words = readTerms(item.text).flatMap(({ word, content }) => (content ? [word.toLowerCase()] : []));
    const rarest = await findRarest(store, [...new Set(words)], MOST_PLACES);
    const hits = await store.searchSentences(rarest.slice(0, MOST_WORDS), MOST_COMPARED, scope);
    const found = await store.candidates(
      hits.map(({ key }) => key),
      scope,
    );
    return found.flatMap(({ article: { id }, text, statements }) =>
      statements.map((said) => ({ ...item, article: id, text, speaker: said.speaker, side: said.side })),
    );
  }

  async function carriersOf(item: Evidence): Promise<Carriers | undefined> {
    const day = saidOn(item);
    const isSaid = item.type !== 'narration' && (item.speaker !== null || item.side !== null);
    if (!isSaid || day === null) return undefined;
    const same = (await besides(item, day)).filter((other) => groupSameWords([item, other]).length === 1);
    const articles = new Set([item, ...same].map(({ article }) => article));
    return countOf(await Promise.all([...articles].map((id) => store.article(id))));
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

/** Articles that were removed meanwhile are none. */
function countOf(found: readonly (Article | null)[]): Carriers {
  const articles = found.filter((article) => article !== null);
  const reports = new Map<string, string>();
  for (const { id, copyOf, outlet } of articles) {
    const report = copyOf ?? id;
    if (!reports.has(report)) reports.set(report, outlet ?? report);
  }
  return { outlets: new Set(reports.values()).size, copies: articles.length - reports.size };
}
