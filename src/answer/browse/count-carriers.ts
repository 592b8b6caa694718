import type { Article } from '../../domain/article.ts';
import { saidOn, type Carriers, type Evidence } from '../../domain/answer.ts';
import { findSameWords } from '../../domain/quote/same-words.ts';
import type { Store } from '../../store/ports.ts';
import { OLD_MS, WAIT_MS } from '../../parties/keep-current.ts';
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

/** So many statements' counts are kept. */
const MOST_KEPT = 5_000;

/** What was counted of one statement, and when. */
interface Counted {
  readonly carriers: Carriers | undefined;
  readonly revision: number;
  readonly madeMs: number;
}

/** Creates the counting of who carries a statement: it tells what stands on one report from what several wrote down. */
export function createCountCarriers(
  { store }: CountCarriersDependencies,
  now: () => number = () => performance.now(),
): CountCarriers {
  const kept = new Map<string, Counted>();
  /** What counting all that was shown took last. */
  let tookMs = 0;
  /** How many were counted so far. */
  let counted = 0;
  let known: { readonly revision: number; readonly hasOutlets: boolean } | null = null;

  /** Whether there are articles of two outlets; once there were, an article that goes changes nothing worth all of them being read. */
  async function knowsOutlets(revision: number): Promise<boolean> {
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
    const same = findSameWords(item, await besides(item, day));
    const articles = new Set([item, ...same].map(({ article }) => article));
    return countOf(await Promise.all([...articles].map((id) => store.article(id))));
  }

  /** While articles come in, of many of which the same is printed, a count of a moment ago is told, as who speaks is. */
  async function countOnce(item: Evidence, revision: number): Promise<Carriers | undefined> {
    const key = keyOf(item);
    const before = kept.get(key);
    const isNew = before !== undefined && tookMs > WAIT_MS && now() - before.madeMs < OLD_MS;
    if (before && (before.revision === revision || isNew)) return before.carriers;
    const madeMs = now();
    counted++;
    const carriers = await carriersOf(item);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, { carriers, revision, madeMs });
    return carriers;
  }

  return async (items) => {
    if (items.length === 0) return items;
    const revision = await store.revision();
    // Of one outlet's articles, all stand in one.
    if (!(await knowsOutlets(revision))) return items;
    const [startMs, before] = [now(), counted];
    const counts = await Promise.all(items.map((item) => countOnce(item, revision)));
    // What is kept takes no time, and tells nothing of what counting takes.
    if (counted > before) tookMs = now() - startMs;
    return items.map((item, i) => {
      const carriers = counts[i];
      return carriers === undefined ? item : { ...item, carriers };
    });
  };
}

const keyOf = ({ article, start, end, speaker }: Evidence): string => `${article} ${start} ${end} ${speaker}`;

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
