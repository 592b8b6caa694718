import type { Answer } from '../domain/answer.ts';
import type { Filters, Reading } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import type { Directory } from '../parties/directory.ts';
import { createTopicsIn, labelStems } from '../parties/topics-in.ts';
import type { Scope } from '../store/ports.ts';
import { aboutAnswer } from './about-answer.ts';
import { chooseEvidence, chooseNearest } from './choose-evidence.ts';
import { decideAnswer, type Decision } from './decide-answer.ts';
import { createCandidateReader } from './find/candidate-reader.ts';
import { findCandidates, type Retriever } from './find/find-candidates.ts';
import { headlineOf, refusalOf } from './headline.ts';
import { heardIn } from './read/heard-in.ts';
import { createReadQuestion, type Question } from './read/read-question.ts';
import { wordsAsked } from './read/words-asked.ts';
import type { Rerank } from './rerank/rerank-candidates.ts';
import { checkQuestion, resolveFilters } from './resolve-filters.ts';
import { nearestWords } from './score/nearest-words.ts';
import { withFeatures } from './score/score-features.ts';
import { rank, type Ranked } from './score/score.ts';
import { type Signs, signsOf } from './score/support-signs.ts';
import { showEvidence } from './show-evidence.ts';

export interface AskDependencies extends Omit<Retriever, 'readCandidates'> {
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
  /** Null where no vector can be had: the question is then answered by its words alone. */
  readonly embedQuestion: (text: string, signal?: AbortSignal) => Promise<Float32Array | null>;
  /** Orders anew what is nobody else's words; null: as ranked. Whether there is an answer is decided before. */
  readonly rerank?: Rerank | null;
}

export type Ask = (question: string, filters?: Filters, signal?: AbortSignal) => Promise<Answer>;

/** With a side or speaker as filter, it is their words that are asked for, whatever the question says. */
function withScope(question: Question, { side, speaker, topic }: Scope): Question {
  const topics = topic === undefined ? question.topics : [topic];
  if (side === undefined && speaker === undefined) return { ...question, topics };
  return {
    ...question,
    topics,
    kind: question.kind === 'fact' ? 'said' : question.kind,
    sides: side === undefined || speaker !== undefined ? [] : [side],
    speakers: speaker === undefined ? [] : [speaker],
    unknown: [],
  };
}

/** A question read, before it is looked for: once for each text, whatever it is narrowed to. */
export interface Read {
  readonly question: Question;
  readonly known: Directory;
  /** The question's vector, made once it is asked for; null where none can be had. */
  readonly vector: () => Promise<Float32Array | null>;
}

/** What is known of a question before it is decided what to show. */
export interface Prepared {
  readonly question: Question;
  /** The question without those who say nothing; null where it asks for nobody else. */
  readonly heard: Reading | null;
  readonly ranked: readonly Ranked[];
  /** Those that are not somebody else's words, in the same order. */
  readonly own: readonly Ranked[];
  readonly signs: Signs;
  readonly decision: Decision;
  readonly scope: Scope;
  readonly limit: number;
}

/** The steps from a question to its answer, for those who ask it in more than one way; they throw as `createAsk` says. */
export function createSteps({ directory, topics, rerank = null, ...dependencies }: AskDependencies) {
  const { store, embedQuestion } = dependencies;
  const topicsIn = createTopicsIn(topics);
  const labels = labelStems(topics);
  const retriever = { ...dependencies, readCandidates: createCandidateReader(store) };
  const readQuestion = createReadQuestion({ store, topicsIn });

  async function read(asked: string, signal?: AbortSignal): Promise<Read> {
    signal?.throwIfAborted();
    const checked = checkQuestion(asked);
    const known = await directory();
    const question = await readQuestion(checked, known);
    let vector: Promise<Float32Array | null> | null = null;
    return { question, known, vector: () => (vector ??= embedQuestion(question.clause, signal)) };
  }

  /** The question as filters narrow it. */
  function narrow({ question, known: { actors } }: Read, filters: Filters) {
    const { scope, limit } = resolveFilters(filters, { actors, topics });
    return { question: withScope(question, scope), scope, limit };
  }

  /** Finds candidates and scores them. */
  async function prepare(asked: Read, filters: Filters, signal?: AbortSignal): Promise<Prepared> {
    const { known, vector } = asked;
    const { question, scope, limit } = narrow(asked, filters);
    const heard = heardIn(question, known);
    const reading = heard ?? question;
    const { query, found, isByWords } = await findCandidates(
      retriever,
      { question, asked: reading, scope, names: known.names, toVector: vector },
      signal,
    );
    const ranked = rank(withFeatures(found, query, reading), reading, scope, topicsIn);
    // What somebody else said is no support for a question about somebody's words.
    const ofAsked = ranked.filter(({ voice }) => voice !== 'other');
    const words = question.kind === 'who-said' ? wordsAsked(question.clause) : null;
    const nearest = words && nearestWords(ofAsked, words);
    const own = nearest?.items ?? ofAsked;
    const signs = signsOf(query, ranked, reading, { topicsIn, labels });
    const decision = decideAnswer({ question, heard, own, nearest, signs, isByWords });
    return { question, heard, ranked, own, signs, decision, scope, limit };
  }

  async function answer(asked: string, prepared: Prepared, signal?: AbortSignal): Promise<Answer> {
    const { question, heard, ranked, own, signs, limit, decision } = prepared;
    const { shows, reason, support, isSaid } = decision;
    const base = await aboutAnswer(asked, prepared, store);
    if (shows === 'answer') {
      const reading = heard ?? question;
      const best = rerank ? await rerank(question, own, signal) : own;
      const evidence = await showEvidence(store, chooseEvidence(best, reading, limit), support);
      const headline = headlineOf(evidence, reading, { isSaid, covered: signs.covered });
      if (evidence.length > 0)
        return { ...base, headline, answered: true, reason: null, evidence, closest: [], nearMisses: [] };
    }
    const near = shows === 'nothing' ? [] : chooseNearest(ranked, reason === 'unknown-name');
    const closest = await showEvidence(store, near, support);
    const headline = refusalOf(reason, question, await directory());
    return { ...base, headline, answered: false, reason, evidence: [], closest, nearMisses: closest };
  }

  return { read, narrow, prepare, answer };
}

/** A question's candidates, scored, and whether they support it; throws as `createAsk` says. */
export function prepareAnswer(dependencies: AskDependencies) {
  const { read, prepare } = createSteps(dependencies);
  return async (asked: string, filters: Filters = {}, signal?: AbortSignal): Promise<Prepared> =>
    prepare(await read(asked, signal), filters, signal);
}

/**
 * Answers a question with evidence from the articles, or says that they have none.
 *
 * The function throws `UsageError` for a question or filter that cannot be used, and the signal's reason when aborted.
 */
export function createAsk(dependencies: AskDependencies): Ask {
  const { read, prepare, answer } = createSteps(dependencies);
  return async (asked, filters = {}, signal) =>
    answer(asked, await prepare(await read(asked, signal), filters, signal), signal);
}
