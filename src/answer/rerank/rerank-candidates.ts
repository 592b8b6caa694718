import type { Question } from '../read/read-question.ts';
import type { Reranker } from '../../domain/model/reranker.ts';
import { type Ranked, wordScore } from '../score/score.ts';

/** So many of the best are looked at again. */
const MOST = 30;

/** Orders candidates anew. */
export type Rerank = (
  question: Pick<Question, 'clause' | 'kind'>,
  own: readonly Ranked[],
  signal?: AbortSignal,
) => Promise<readonly Ranked[]>;

interface RerankDependencies {
  readonly reranker: Reranker;
  readonly log: { info(message: string): void; warn(message: string): void };
  /** In milliseconds. */
  readonly now?: () => number;
}

/** Mean and deviation of the numbers. */
function spreadOf(numbers: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const square = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length;
  return { mean, deviation: Math.sqrt(square) };
}

/**
 * The candidates with the reranker's number added to their score: its z-score, times the deviation of what their words count. So
 * it counts as much as all words do, on whatever scale it is, and nothing where all numbers are the same; what who speaks, act
 * and topic add stays, for a reranker knows nothing of it.
 */
function joined(ranked: readonly Ranked[], numbers: readonly number[]): Ranked[] {
  const words = spreadOf(ranked.map(({ features }) => wordScore(features)));
  const given = spreadOf(numbers);
  if (given.deviation === 0) return [...ranked];
  return ranked
    .map((one, i) => {
      const z = ((numbers[i] ?? given.mean) - given.mean) / given.deviation;
      return { ...one, score: one.score + words.deviation * z };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** How surely the words are those of whom a question asks for, or names. */
const whoseOf = ({ fits }: Ranked): number => fits.asked + fits.byNamed;

/** First comes what is as surely theirs as what came first before. */
function ledBy(former: Ranked, anew: readonly Ranked[]): readonly Ranked[] {
  const lead = anew.find((one) => whoseOf(one) >= whoseOf(former));
  if (!lead || lead === anew[0]) return anew;
  const most = anew[0]?.score ?? lead.score;
  return [{ ...lead, score: most }, ...anew.filter((one) => one !== lead)];
}

/** A sentence says "she" where the attribution knows who. */
function shownTo({ statement, candidate: { text } }: Ranked): string {
  const who = statement?.speaker ?? statement?.side ?? null;
  return who === null ? text : `${who}: ${text}`;
}

/**
 * Looks at the best candidates again. Nothing but the order is the reranker's: it takes none away and adds none. Where it fails they
 * stay as they are, and why is in the log, once until there are numbers again. The function rejects with the signal's reason
 * alone.
 */
export function createRerank({ reranker, log, now = () => performance.now() }: RerankDependencies): Rerank {
  const kept = createKeptScores(now);
  let isDown = false;

  async function numbersFor(
    question: string,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<number[]> {
    const missing = [...new Set(texts)].filter((text) => kept.get(question, text) === null);
    const scores = missing.length === 0 ? [] : await reranker.score(question, missing, signal);
    const fresh = new Map(missing.map((text, i) => [text, scores[i]]));
    return texts.map((text) => {
      const score = fresh.get(text) ?? kept.get(question, text);
      if (score === null || !Number.isFinite(score)) throw new Error('it left one out');
      kept.set(question, text, score);
      return score;
    });
  }

  return async ({ clause, kind }, own, signal) => {
    const best = own.slice(0, MOST);
    const [former] = best;
    // Of which it is asked who said them, those words are there or not.
    if (kind === 'who-said' || !former || best.length === 1) return own;
    try {
      const anew = ledBy(former, joined(best, await numbersFor(clause, best.map(shownTo), signal)));
      if (isDown) log.info(`candidates are ordered by ${reranker.name} again`);
      isDown = false;
      const least = anew.at(-1)?.score ?? 0;
      return [...anew, ...own.slice(MOST).map((one) => ({ ...one, score: Math.min(one.score, least) }))];
    } catch (error) {
      signal?.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      if (!isDown) log.warn(`candidates stay in their own order, without ${reranker.name}: ${reason}`);
      isDown = true;
      return own;
    }
  };
}

/** Long enough to turn pages and to share. */
const KEEP_MS = 10 * 60 * 1000;
/** A hundred questions. */
const MOST_KEPT = 3_000;

interface KeptScores {
  /** Null where there is none, or none any more. */
  get(question: string, text: string): number | null;
  set(question: string, text: string, score: number): void;
}

const keyOf = (question: string, text: string): string => JSON.stringify([question, text]);

/** Scores of texts for questions, kept for a while; the oldest go where there are many. `now` is in milliseconds. */
function createKeptScores(now: () => number): KeptScores {
  const kept = new Map<string, { readonly score: number; readonly untilMs: number }>();
  return {
    get(question, text) {
      const found = kept.get(keyOf(question, text));
      return found && now() < found.untilMs ? found.score : null;
    },
    set(question, text, score) {
      const key = keyOf(question, text);
      if (!kept.has(key)) {
        const [oldest] = kept.keys();
        if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      }
      kept.set(key, { score, untilMs: now() + KEEP_MS });
    },
  };
}
