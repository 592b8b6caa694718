import type { Answer, Evidence } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { Filters, Reading } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import type { Scope, Store } from '../store/ports.ts';
import { asksForSaying, asksForSpeech } from './parties-asked.ts';
import { createCandidateReader } from './candidate-reader.ts';
import type { Directory } from '../parties/directory.ts';
import { spanToShow, toEvidence } from './show-evidence.ts';
import { checkQuestion, resolveFilters } from './resolve-filters.ts';
import { heardIn } from './heard-in.ts';
import type { Mention } from '../parties/name-patterns.ts';
import { rank, type Ranked } from './score/score.ts';
import { withUnknownNames } from './unknown-names.ts';
import { readTermsOf } from './read-question.ts';
import { retrieve, type Found, type Retriever } from './find-candidates.ts';
import { searchedIn } from './browse/searched-in.ts';
import { spread } from './choose-evidence.ts';
import { signsOf, supportOf, type Signs } from './decide-answer.ts';
import { readTerms } from '../text/words.ts';
import { createTopicsIn, labelStems } from '../parties/topics-in.ts';
import { EVIDENCE_COVERED, EVIDENCE_WITHIN, NEAR_MISS, SUPPORT, SUPPORT_BY_WORDS } from './score/weights.ts';

export interface AskDependencies extends Omit<Retriever, 'readCandidates'> {
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
}

export type Ask = (question: string, filters?: Filters, signal?: AbortSignal) => Promise<Answer>;

/** With a side or speaker as filter, it is their words that are asked for, whatever the question says. */
function withScope(reading: Reading, { side, speaker }: Scope): Reading {
  if (side === undefined && speaker === undefined) return reading;
  return {
    ...reading,
    sides: side === undefined || speaker !== undefined ? [] : [side],
    speakers: speaker === undefined ? [] : [speaker],
    unknown: [],
  };
}

/** The articles of the items, each read once. One that was removed meanwhile is missing. */
async function readArticles(store: Store, items: readonly Ranked[]): Promise<ReadonlyMap<string, Article>> {
  const ids = [...new Set(items.map(({ candidate }) => candidate.article.id))];
  const articles = await Promise.all(ids.map((id) => store.article(id)));
  return new Map(articles.flatMap((article) => (article ? [[article.id, article] as const] : [])));
}

/**
 * Evidence 1…n, its text read from the articles as they are now. Items whose article changed meanwhile are left out, and
 * one quotation found through two of its sentences is shown once.
 */
async function show(store: Store, items: readonly Ranked[], support: number): Promise<Evidence[]> {
  const articles = await readArticles(store, items);
  const best = Math.max(...items.map(({ score }) => score));
  const shown: Evidence[] = [];
  for (const { candidate, statement, topics, score } of items) {
    const article = articles.get(candidate.article.id);
    const { sentence, text } = candidate;
    if (!article || article.text.slice(sentence.start, sentence.end) !== text) continue;
    const span = spanToShow(sentence, statement, article);
    const twice = shown.some(
      (one) => one.article === article.id && one.start < span.end && span.start < one.end,
    );
    if (twice) continue;
    const chance = support * Math.exp(Math.min(0, score - best) / 4);
    shown.push(
      toEvidence(shown.length + 1, article, { span, statement, topics, score: Number(chance.toFixed(4)) }),
    );
  }
  return shown;
}

/**
 * Whether an item is worth showing behind the best.
 *
 * @param forSaying what is told of those whose words are asked for is none of them
 */
function isWorth({ score, fits, features }: Ranked, best: Ranked, forSaying: boolean): boolean {
  const below = best.score - score;
  if (forSaying && fits.asked < best.fits.asked) return false;
  if (fits.asked === 1 && fits.act === 1 && fits.topic === 1) return below <= EVIDENCE_WITHIN.whole;
  if (features.contextCoverage < EVIDENCE_COVERED * best.features.contextCoverage) return false;
  const isLesser = fits.asked < best.fits.asked || fits.act < best.fits.act || fits.topic < best.fits.topic;
  return below <= (isLesser ? EVIDENCE_WITHIN.lesser : EVIDENCE_WITHIN.equal);
}

function spreadable(items: readonly Ranked[], limit: number): Ranked[] {
  const wrapped = items.map((item) => ({
    item,
    article: item.candidate.article.id,
    terms: item.terms,
    score: item.score,
  }));
  return spread(wrapped, limit).map(({ item }) => item);
}

/** What is known of a question before it is decided what to show. */
export interface Prepared {
  readonly found: readonly Found[];
  readonly ranked: readonly Ranked[];
  /** Those that are not somebody else's words, in the same order. */
  readonly own: readonly Ranked[];
  readonly signs: Signs;
  /** The chance that there is an answer; 0 where nobody who is asked for speaks. */
  readonly support: number;
  /** Whether that is enough for an answer. */
  readonly isSupported: boolean;
  /** Whether it asks for something said. */
  readonly forSaying: boolean;
  readonly scope: Scope;
  readonly limit: number;
}

/** Reads a question, retrieves and ranks; throws as `createAsk` says. */
export function prepareAnswer({ directory, topics, ...dependencies }: AskDependencies) {
  const topicsIn = createTopicsIn(topics);
  const labels = labelStems(topics);
  const retriever = { ...dependencies, readCandidates: createCandidateReader(dependencies.store) };
  return async (asked: string, filters: Filters = {}, signal?: AbortSignal): Promise<Prepared> => {
    signal?.throwIfAborted();
    const question = checkQuestion(asked);
    const known = await directory();
    const { scope, limit } = resolveFilters(filters, { actors: known.actors, topics });
    const terms = readTerms(question);
    const named = known.mentionsIn(terms);
    const read = (mentions: readonly Mention[]): Reading =>
      withScope(readTermsOf(question, terms, mentions, topicsIn), scope);
    const forSpeech = asksForSpeech(terms);
    const first = read(named);
    const { query, found, isByWords } = await retrieve(
      retriever,
      question,
      known,
      scope,
      heardIn(first, known, forSpeech) ?? first,
      signal,
    );
    // How often a name stands in the articles is known only now.
    const reading = read(withUnknownNames(terms, named, query.units, known.speaks));
    const heard = heardIn(reading, known, forSpeech);
    const ranked = rank(found, heard ?? reading, scope, topicsIn);
    // What somebody else said is no support for a question about somebody's words.
    const own = ranked.filter(({ voice }) => voice !== 'other');
    const signs = signsOf(query, ranked, heard ?? reading, { topicsIn, labels });
    const weights = isByWords ? SUPPORT_BY_WORDS : SUPPORT;
    const support = heard ? supportOf(signs, weights) : 0;
    return {
      found,
      ranked,
      own,
      signs,
      support,
      isSupported: own.length > 0 && support >= weights.threshold,
      forSaying: asksForSaying(terms),
      scope,
      limit,
    };
  };
}

/**
 * Answers a question with evidence from the articles, or says that they have none.
 *
 * The function throws `UsageError` for a question or filter that cannot be used, and the signal's reason when aborted.
 */
export function createAsk(dependencies: AskDependencies): Ask {
  const { store } = dependencies;
  const prepare = prepareAnswer(dependencies);
  return async (question, filters, signal) => {
    const prepared = await prepare(question, filters, signal);
    const { ranked, own, support, isSupported, forSaying, scope, limit } = prepared;
    const result = { question, answer: null, searched: await searchedIn(store, scope) };
    const [best] = own;
    if (!best || !isSupported) {
      const near = spreadable(ranked, NEAR_MISS.most).filter(
        (one) => one.features.contextCoverage >= NEAR_MISS.covered,
      );
      return { ...result, answered: false, evidence: [], nearMisses: await show(store, near, support) };
    }
    const good = own.filter((one) => isWorth(one, best, forSaying));
    const evidence = await show(store, spreadable(good, limit), support);
    return { ...result, answered: evidence.length > 0, evidence, nearMisses: [] };
  };
}
