import { cosine } from '../../domain/model/cosine.ts';
import type { Reading } from '../../domain/question.ts';
import { isSameStamp, type Scope, type Store, type VectorIndex } from '../../store/ports.ts';
import type { ReadCandidates } from './candidate-reader.ts';
import type { Names } from '../../parties/name-patterns.ts';
import type { Question } from '../read/read-question.ts';
import { isAnnouncement } from './is-announcement.ts';
import { prepareQuery } from './prepare-query.ts';
import type { Query } from './query.ts';
import { createQuestionHead, loadHead } from './question-head.ts';
import { readCandidate, type ReadCandidate } from './read-candidate.ts';

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
  /** Cosine with the question; 0 without a vector. */
  readonly closeness: number;
  /** The same with the question moved by the learned head. */
  readonly meaning: number;
}

function narrows({ side, speaker, topic }: Scope): boolean {
  return side !== undefined || speaker !== undefined || topic !== undefined;
}

/** A question, and what of it is looked for where. */
interface Sought {
  readonly question: Question;
  /** Whose words it asks for of those who say anything, on which topics. */
  readonly asked: Pick<Reading, 'sides' | 'speakers' | 'voices' | 'topics'>;
  readonly scope: Scope;
  readonly names: Names;
  /** Gives the question's vector, or null: it is then looked for by its words alone. */
  readonly toVector: () => Promise<Float32Array | null>;
}

/**
 * The sentences that may answer, in no order; `isByWords`: found without a vector. While a worker thread embeds the
 * question, its words are looked up and the candidates they bring are read.
 *
 * @throws the signal's reason when it is aborted
 */
export async function findCandidates(
  { store, index, readCandidates }: Retriever,
  { question, asked, scope, names, toVector }: Sought,
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
  const closenessTo = (to: Float32Array | null, one: (typeof all)[number]): number =>
    to && one.vector ? cosine(to, one.vector) : 0;
  const found = all.map((one) => ({
    ...one,
    closeness: closenessTo(vector, one),
    meaning: closenessTo(meant, one),
  }));
  return { query, found, isByWords: vector === null };
}
