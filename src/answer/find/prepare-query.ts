import type { Store } from '../../store/ports.ts';
import { MARK, markOf, type Names } from '../../parties/name-patterns.ts';
import { spellingsOf } from '../../text/words/spelling-variants.ts';
import type { Term } from '../../text/words/words.ts';
import type { Query, Unit } from './query.ts';
import { rarestOf, type Sought } from './rarest-words.ts';
import { asksForLatest, isComparing, isExcepting, isOfGroup } from '../read/question-kind.ts';
import { wordsForAct } from '../../domain/said/act-of-word.ts';
import { isWordForSaying } from '../read/asking-words.ts';
import type { Question } from '../read/read-question.ts';
import { capitalsTell } from '../read/unknown-names.ts';

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
