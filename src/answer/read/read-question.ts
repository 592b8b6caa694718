import { otherLanguage } from '../../text/language.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Reading } from '../../domain/question.ts';
import type { Directory } from '../../parties/directory.ts';
import type { Mention } from '../../parties/name-patterns.ts';
import type { TopicsIn } from '../../parties/topics-in.ts';
import type { Store } from '../../store/ports.ts';
import { correctSpelling } from '../../text/words/correct-spelling.ts';
import { readTerms, type Term } from '../../text/words/words.ts';
import { actAsked } from '../../domain/said/act-of-word.ts';
import { askedClause } from './asked-clause.ts';
import { asksForSpeech, AUXILIARIES } from './asking-words.ts';
import { partiesAsked } from './parties-asked.ts';
import { mendCompounds } from './mend-compounds.ts';
import { asksForGroup, asksForLatest, isAboutTheBot, isExcepting, questionKind } from './question-kind.ts';
import { withSources } from './source-asked.ts';
import { capitalsTell, withUnknownNames } from './unknown-names.ts';

/** A question as it is read, once: all that comes later goes by this. */
export interface Question extends Reading {
  /** What is really asked, without greeting, thanks and the request to be told. */
  readonly clause: string;
  /** The clause's words. */
  readonly terms: readonly Term[];
  /** Whom it mentions, in its order, disjoint. */
  readonly mentions: readonly Mention[];
}

/** What was taken for a party without being a name of theirs, as people are told. */
function assumedOf(mentions: readonly Mention[]): string[] {
  const assumed = mentions.filter(({ how, party }) => how !== undefined && party.kind !== 'unknown');
  return [...new Set(assumed.map(({ party }) => party.id))];
}

/** "Besides Doe", "other than Doe": whoever is asked about, not they. */
function isExcepted(terms: readonly Term[], { start }: Mention): boolean {
  const before = terms.slice(Math.max(0, start - 2), start).map(({ word }) => word.toLowerCase());
  return (
    isExcepting(before.at(-1) ?? '') ||
    (isExcepting(before[0] ?? '') && /^(?:than|from|for)$/.test(before[1] ?? ''))
  );
}

/** Reads off a question whose words it asks for, about which topics, and for which act; its words and mentions were read before. */
export function readTermsOf(
  question: string,
  terms: readonly Term[],
  all: readonly Mention[],
  topicsIn: TopicsIn,
): Reading {
  const mentions = all.filter((mention) => !isExcepted(terms, mention));
  const except = all.filter((mention) => !mentions.includes(mention)).map(({ party }) => party.id);
  const asked = partiesAsked(terms, mentions);
  const ids = (kind: Mention['party']['kind']): string[] => [
    ...new Set(asked.filter((party) => party.kind === kind).map(({ id }) => id)),
  ];
  const named = mentions.filter(({ party }) => party.kind !== 'unknown').map(({ party }) => party.id);
  const sides = mentions.filter(({ party }) => party.kind === 'side');
  const kind = questionKind(question, terms, asked.length);
  const people = mentions.flatMap(({ party }) => (party.kind === 'actor' ? [party.id] : []));
  const both = [...new Set(sides.map(({ party }) => party.id))].slice(0, 2);
  // "What have Doe and Roe said of each other", "Doe's view compared with what Roe says": the grammar gives one of them, or none.
  const isOfTwoPeople = kind === 'two-sides' && asked.length < 2 && new Set(people).size === 2;
  return {
    question,
    kind,
    // "Compare the US and Russian positions": whichever of them the grammar gives the noun to.
    sides: kind === 'two-sides' && both.length === 2 ? both : ids('side'),
    speakers: isOfTwoPeople ? [...new Set(people)] : ids('actor'),
    sources: ids('source'),
    unknown: ids('unknown'),
    named: [...new Set(named)],
    people,
    ...(except.length > 0 ? { except } : {}),
    topics: topicsIn(terms),
    act: actAsked(terms),
    forSaying: asksForSpeech(terms),
    opensWithSpeaker: mentions.some(
      ({ start, end }) => start === 0 && /^(?:on|about)$/i.test(terms[end]?.word ?? ''),
    ),
    latest: asksForLatest(question),
    assumed: assumedOf(mentions),
  };
}

/** The terms with their slips of spelling mended, but for names and what stands in the articles as it is. */
function corrected(
  terms: readonly Term[],
  mentions: readonly Mention[],
  isWord: (word: string) => boolean,
): readonly Term[] {
  return terms.map((term, i) => {
    const lower = term.word.toLowerCase();
    // What stands behind an auxiliary without "the" is somebody's name: "did angela say".
    const isSubject = AUXILIARIES.has(terms[i - 1]?.word.toLowerCase() ?? '');
    const isName =
      isSubject || mentions.some(({ start, end }) => start <= i && i < end) || term.word !== lower;
    const meant = isName || isWord(lower) ? lower : correctSpelling(lower);
    return meant === lower ? term : (readTerms(meant)[0] ?? term);
  });
}

/** Everybody of the sides that are named, or of any side, but for who is set apart. */
function groupAsked({ named, except = [] }: Reading, actors: readonly Actor[]): string[] {
  const ofSide = actors.filter(
    ({ kind, side }) => kind === 'person' && side !== null && (named.length === 0 || named.includes(side)),
  );
  return ofSide.map(({ name }) => name).filter((name) => !except.includes(name));
}

export interface ReadQuestionDependencies {
  readonly store: Pick<Store, 'sentenceFrequencies'>;
  readonly topicsIn: TopicsIn;
}

/** Reads questions: how often their words stand in the articles is looked up first, since that tells names and misprints. */
export function createReadQuestion({ store, topicsIn }: ReadQuestionDependencies) {
  return async (
    question: string,
    {
      actors: { actors },
      mentionsIn,
      speaks,
      saidBy,
    }: Pick<Directory, 'actors' | 'mentionsIn' | 'speaks' | 'saidBy'>,
  ): Promise<Question> => {
    const clause = askedClause(question);
    const frequencies = new Map<string, number>();
    const frequencyOf = (word: string): number => frequencies.get(word.toLowerCase()) ?? 0;
    const count = async (terms: readonly Term[]): Promise<void> => {
      const words = [...new Set(terms.map(({ word }) => word))].filter(
        (word) => !frequencies.has(word.toLowerCase()),
      );
      const counts = words.length > 0 ? await store.sentenceFrequencies(words) : [];
      words.forEach((word, i) => frequencies.set(word.toLowerCase(), counts[i] ?? 0));
    };
    const asTyped = readTerms(clause);
    await count(asTyped);
    const typed = await mendCompounds(asTyped, frequencyOf, store.sentenceFrequencies);
    await count(typed);
    const isWord = (word: string): boolean => frequencyOf(word) > 0;
    const terms = corrected(typed, mentionsIn(typed, isWord), isWord);
    const known = mentionsIn(terms, isWord);
    const tells = capitalsTell(terms);
    const units = terms.map((term, i) => ({
      stem: term.stem,
      name: tells && i > 0 && term.content && /^\p{Lu}/u.test(term.word),
      frequency: frequencyOf(term.word),
    }));
    const mentions = withUnknownNames(terms, withSources(terms, known, saidBy), units, speaks);
    const reading = readTermsOf(clause, terms, mentions, topicsIn);
    const inNames = new Set(
      known.flatMap(({ start, end }) => terms.slice(start, end).map(({ word }) => word.toLowerCase())),
    );
    const isOther = otherLanguage(question, (word) => frequencyOf(word) > 0 || inNames.has(word)) !== null;
    const kind = isOther
      ? 'not-english'
      : isAboutTheBot(clause) && mentions.length === 0
        ? 'about-the-bot'
        : reading.kind;
    const isForGroup = kind === 'who-is' && reading.people.length === 0 && asksForGroup(clause, terms);
    const group = isForGroup ? { group: groupAsked(reading, actors) } : {};
    return { ...reading, ...group, kind, question, clause, terms, mentions };
  };
}
