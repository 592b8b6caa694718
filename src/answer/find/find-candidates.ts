import { cosine } from '../../domain/model/cosine.ts';
import type { Reading } from '../../domain/question.ts';
import { isSameStamp, type Scope, type Store, type VectorIndex } from '../../store/ports.ts';
import { createQuestionHead, loadHead } from '../score/question-head.ts';
import { isAnnouncement, marksAsked } from '../score/sentence-role.ts';
import { type Features, featuresOf, readCandidate, type ReadCandidate } from '../score/score-features.ts';
import type { ReadCandidates } from './candidate-reader.ts';
import type { Names } from '../../parties/name-patterns.ts';
import type { Question } from '../read/read-question.ts';
import { prepareQuery, type Query, withoutAsked } from './prepare-query.ts';

/** How many are taken from each ranking. Their union is all that is looked at, however large the collection. */
const FROM_SENTENCES = 60;
const FROM_PASSAGES = 40;
const FROM_VECTORS = 40;
/** A narrow scope is looked at whole: the vector index knows no scopes. */
const FROM_SCOPE = 100;
/** What somebody says whose words are asked for is looked at whether it has the question's words or not, newest first. */
const FROM_PARTY = 150;
/** So many articles are looked through for somebody who speaks in them without a name. */
const FROM_ARTICLES = 6;
/** The same of who is only named. */
const FROM_NAMED = 60;

const HEAD = loadHead();
const moveQuestion = createQuestionHead(HEAD);

export interface Retriever {
  readonly store: Store;
  readonly index: Pick<VectorIndex, 'search'>;
  readonly readCandidates: ReadCandidates;
}

export interface Found extends ReadCandidate {
  readonly features: Features;
}

function narrows({ side, speaker, topic }: Scope): boolean {
  return side !== undefined || speaker !== undefined || topic !== undefined;
}

/**
 * The sentences that may answer, each with its features, in no order; `isByWords`: found without a vector. While a worker
 * thread embeds the question, its words are looked up and the candidates they bring are read.
 *
 * @param toVector gives the question's vector, or null: it is then looked for by its words alone
 * @throws the signal's reason when it is aborted
 */
export async function findCandidates(
  { store, index, readCandidates }: Retriever,
  question: Question,
  toVector: () => Promise<Float32Array | null>,
  names: Names,
  scope: Scope,
  asked: Pick<Reading, 'sides' | 'speakers' | 'sources' | 'voices' | 'topics' | 'act'>,
  signal?: AbortSignal,
): Promise<{ readonly query: Query; readonly found: readonly Found[]; readonly isByWords: boolean }> {
  signal?.throwIfAborted();
  const embedding = toVector();
  // Handled below; until then a failure must not count as unhandled.
  embedding.catch(() => undefined);
  const query = await prepareQuery(question, names, store);
  const parties = [
    ...asked.speakers.map((speaker) => ({ ...scope, speaker })),
    ...asked.sides.map((side) => ({ ...scope, side })),
  ];
  const heardIn = [...new Set(asked.voices?.values())].slice(0, FROM_ARTICLES);
  const topical = asked.topics.map((topic) => ({ ...scope, topic }));
  const [sentences, passages, inScope, ...spoken] = await Promise.all([
    store.searchSentences(query.searchWords, FROM_SENTENCES, scope),
    store.searchPassages(query.searchWords, FROM_PASSAGES, scope),
    narrows(scope) ? store.keysInScope(scope, FROM_SCOPE) : [],
    ...parties.map((party) => store.keysInScope(party, FROM_PARTY)),
    ...heardIn.map((article) => store.keysInScope({ ...scope, article }, FROM_PARTY)),
    ...parties.flatMap((party) =>
      topical.map((topic) => store.keysInScope({ ...party, ...topic }, FROM_PARTY)),
    ),
    ...(parties.length === 0 ? topical : []).map((topic) => store.keysInScope(topic, FROM_NAMED)),
    ...parties.map(async (party) =>
      (await store.searchSentences(query.searchWords, FROM_NAMED, party)).map(({ key }) => key),
    ),
  ]);
  const byWords = [
    ...new Set([
      ...sentences.map(({ key }) => key),
      ...passages.map(({ key }) => key),
      ...inScope,
      ...spoken.flat(),
    ]),
  ];
  const read = async (keys: readonly number[]) =>
    (await readCandidates(keys, scope)).map(({ candidate, vector }) => ({
      ...readCandidate(candidate, names),
      vector,
    }));
  const lexical = await read(byWords);

  const vector = await embedding;
  signal?.throwIfAborted();
  const known = new Set(byWords);
  const stamp = await store.embeddingStamp();
  const meant = vector && stamp && isSameStamp(stamp, HEAD.stamp) ? moveQuestion(vector) : vector;
  const hits = meant ? await index.search(meant, FROM_VECTORS) : [];
  const near = hits.map(({ key }) => key).filter((key) => !known.has(key));
  const first = [...lexical, ...(await read(near))];
  // What an announcement announces stands right behind it.
  const seen = new Set(first.map(({ candidate }) => candidate.key));
  const announced = first.flatMap(({ candidate }) =>
    isAnnouncement(candidate) && !seen.has(candidate.key + 1) ? [candidate.key + 1] : [],
  );
  const all = [...first, ...(await read(announced))];
  signal?.throwIfAborted();
  const closenessTo = (to: Float32Array | null): number[] =>
    all.map((one) => (to && one.vector ? cosine(to, one.vector) : 0));
  const features = featuresOf(
    withoutAsked(query, marksAsked(asked)),
    all,
    closenessTo(vector),
    closenessTo(meant),
  );
  const found = all.flatMap((one, i) => (features[i] ? [{ ...one, features: features[i] }] : []));
  return { query, found, isByWords: vector === null };
}
