import type { Store } from '../../store/ports.ts';
import { MARK, markOf, type Names } from '../../parties/name-patterns.ts';
import { spellingsOf } from '../../text/words/spelling-variants.ts';
import type { Term } from '../../text/words/words.ts';
import { rarestOf, type Sought } from './rarest-words.ts';
import { asksForLatest, isComparing, isExcepting, isOfGroup } from '../read/question-kind.ts';
import { wordsForAct } from '../../domain/said/act-of-word.ts';
import { AUXILIARIES, isAttitudeVerb, isWordForSaying } from '../read/asking-words.ts';
import type { Question } from '../read/read-question.ts';
import { capitalsTell } from '../read/unknown-names.ts';

/** One thing that a question asks after: a word, or a party by all its names. */
export interface Unit {
  readonly stem: string;
  /** As typed. */
  readonly word: string;
  /** Looks like a name: capitals inside the question, or a known party. */
  readonly name: boolean;
  /** In how many sentences of the collection it stands. */
  readonly frequency: number;
  /** How telling it is: rare words are. */
  readonly idf: number;
}

/** A question prepared for ranking. */
export interface Query {
  readonly question: string;
  /** All its words, names marked. */
  readonly terms: readonly Term[];
  /** Its content, each stem once, in order. */
  readonly units: readonly Unit[];
  readonly idfOf: ReadonlyMap<string, number>;
  /** Function words too: "to the", "the first" tell sentences apart that have the same content words. */
  readonly idfOfAll: ReadonlyMap<string, number>;
  /** What is looked for in the store's index. */
  readonly searchWords: readonly string[];
  readonly sentences: number;
}

/** So many places of words are looked through for a question. */
const MOST_PLACES = 5_000;

/** ln(1 + (N − n + ½) / (n + ½)): BM25's idf, never negative (Robertson & Zaragoza 2009; the 1 as Lucene has it). */
export function idf(sentences: number, frequency: number): number {
  const n = Math.min(frequency, sentences);
  return Math.log(1 + (sentences - n + 0.5) / (n + 0.5));
}

/**
 * Without "according to X": it says whose words are asked for, not what they are about, and would find every other
 * sentence that begins like that.
 */
function withoutFrame(terms: readonly Term[]): readonly Term[] {
  const at = terms.findIndex(
    (term, i) => term.word.toLowerCase() === 'according' && terms[i + 1]?.stem === 'to',
  );
  if (at < 0) return terms;
  const mark = terms[at + 2]?.stem === 'the' ? at + 3 : at + 2;
  if (!terms[mark]?.stem.startsWith(MARK)) return terms;
  const rest = [...terms.slice(0, at), ...terms.slice(mark + 1)];
  return rest.some((term) => term.content) ? rest : terms;
}

/** The verb of saying, the noun for what was said, or for a group of people are less what is asked about than of what. */
const SAYING_WEIGHT = 0.25;

/** Looks up how rare the question's words are. */
export async function prepareQuery(
  { clause, terms: words, mentions, ...reading }: Question,
  names: Names,
  store: Pick<Store, 'sentenceFrequencies' | 'counts'>,
): Promise<Query> {
  const known = mentions.filter(({ party }) => party.kind !== 'unknown');
  const terms = withoutFrame(names.mark(words, known));
  const isForWords = reading.kind !== 'fact' && reading.kind !== 'who-is';
  const asks = reading.sides.length + reading.speakers.length > 0;
  // "Reject" asks for rejections, whatever words they are made in.
  const ofAct = asks && reading.act !== null ? wordsForAct(words, reading.act) : new Set<string>();
  const isActOfParty = ({ stem }: Term): boolean => ofAct.has(stem);
  const excepted = new Set(reading.except?.map((id) => markOf({ kind: 'actor', id, side: null })));
  const isForGroup = reading.group !== undefined;
  const weightOf = ({ stem }: Term): number =>
    (isForWords && isWordForSaying(stem)) || (isForGroup && isOfGroup(stem)) ? SAYING_WEIGHT : 1;
  const content = terms.filter((term) => term.content);
  const kept = (content.length > 0 ? content : terms).filter(
    (term) =>
      !isActOfParty(term) &&
      !(excepted.size > 0 && (isExcepting(term.word) || excepted.has(term.stem))) &&
      !(reading.latest && asksForLatest(term.word)) &&
      !(reading.kind === 'two-sides' && isComparing(term.word)),
  );
  const distinct = [...new Map(kept.map((term) => [term.stem, term])).values()];
  const spellings = distinct.map((term) =>
    term.stem.startsWith(MARK) ? names.namesOf(term.stem) : spellingsOf(term.word.toLowerCase()),
  );
  const others = [...new Map(terms.map((term) => [term.stem, term])).values()].filter(
    ({ stem }) => !distinct.some((term) => term.stem === stem),
  );
  const searched = spellings.flat();
  const parts = searched.map((word) => word.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean));
  const [frequencies, partFrequencies, { sentences }] = await Promise.all([
    store.sentenceFrequencies([...searched, ...others.map(({ word }) => word)]),
    store.sentenceFrequencies(parts.flat()),
    store.counts(),
  ]);
  let part = 0;
  const sought = searched.flatMap((word, i): Sought[] => {
    const places = (parts[i] ?? []).reduce((sum) => sum + (partFrequencies[part++] ?? 0), 0);
    return (frequencies[i] ?? 0) > 0 ? [{ word, places }] : [];
  });
  const tells = capitalsTell(terms);
  const isCapital = (term: Term): boolean => tells && term !== terms[0] && /^\p{Lu}/u.test(term.word);
  let at = 0;
  const units = distinct.map((term, i): Unit => {
    const frequency = (spellings[i] ?? []).reduce((sum) => sum + (frequencies[at++] ?? 0), 0);
    const party = term.stem.startsWith(MARK);
    return {
      stem: term.stem,
      word: term.word,
      name: party || isCapital(term),
      frequency,
      idf: weightOf(term) * idf(sentences, frequency),
    };
  });
  const idfOf = units.map((unit) => [unit.stem, unit.idf] as const);
  const idfOfOthers = others.map(
    ({ stem }, i) => [stem, idf(sentences, frequencies[searched.length + i] ?? 0)] as const,
  );
  const functionWords = others.flatMap((term, i): Sought[] => {
    const places = term.content ? 0 : (frequencies[searched.length + i] ?? 0);
    return places > 0 ? [{ word: term.word, places }] : [];
  });
  return {
    question: clause,
    terms,
    units,
    idfOf: new Map(idfOf),
    idfOfAll: new Map([...idfOf, ...idfOfOthers]),
    // Whose words they are may be told by no more than their function words.
    searchWords: rarestOf(reading.kind === 'who-said' ? [...sought, ...functionWords] : sought, MOST_PLACES),
    sentences,
  };
}

/**
 * The query without those whose words are asked for: who speaks is known from the attribution, whether the sentence
 * names them or says "he".
 *
 * @param marks of those asked for
 */
export function withoutAsked(query: Query, marks: readonly string[]): Query {
  const isLeft = (stem: string): boolean => !marks.includes(stem);
  const units = query.units.filter(({ stem }) => isLeft(stem));
  if (units.length === query.units.length) return query;
  return {
    ...query,
    units,
    terms: query.terms.filter(({ stem }) => isLeft(stem)),
    idfOf: new Map([...query.idfOf].filter(([stem]) => isLeft(stem))),
    idfOfAll: new Map([...query.idfOfAll].filter(([stem]) => isLeft(stem))),
  };
}

/** The verb of saying is less what the question is about than what it says something of. */
const ATTITUDE_WEIGHT = 0.4;
/** "What did Doe grumble about": whatever verb it is that whoever is asked does about something, it is one of saying. */
function verbOfSaying(terms: readonly Term[], asked: readonly string[]): string | null {
  const at = terms.findIndex(({ stem }) => asked.includes(stem)) + 1;
  const isAsked = AUXILIARIES.has(terms[at - 2]?.word.toLowerCase() ?? '');
  const isAbout = /^(?:about|on|over|of)$/i.test(terms[at + 1]?.word ?? '');
  return isAsked && isAbout ? (terms[at]?.stem ?? null) : null;
}

/**
 * The units that an answer must be about. Where somebody's words are asked for, their name is not, the verb of saying
 * hardly: "What did Sherman say about cyber attacks?" is about cyber attacks.
 */
export function subjectUnits(query: Query, asked: readonly string[]): readonly Unit[] {
  if (asked.length === 0) return query.units;
  const others = query.units.filter(({ stem }) => !asked.includes(stem));
  const verb = verbOfSaying(query.terms, asked);
  const isOfSaying = ({ stem }: Unit): boolean => stem === verb || isAttitudeVerb(stem);
  // "What did Sherman write?" is about whatever she wrote.
  if (others.every(isOfSaying)) return [];
  return others.flatMap((unit) => {
    if (!isOfSaying(unit)) return [unit];
    return unit.frequency > 0 ? [{ ...unit, idf: ATTITUDE_WEIGHT * unit.idf }] : [];
  });
}
