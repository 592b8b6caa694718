import type { Span } from '../text/span.ts';
import type { Act } from './statement.ts';

/** What narrows a question. Sides, speakers and topics are given as people write them and resolved by `answer/`. */
export interface Filters {
  readonly side?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
  /** `YYYY-MM-DD`, inclusive. Articles without a date are out when either is given. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** How many evidence items at most, from 1; `Infinity` for all. */
  readonly limit?: number | undefined;
}

/** What a question is asked with. */
export interface Asked extends Filters {
  /**
   * The question before it in a conversation: what it leaves out may stand there. The side, speaker and topic are then
   * what code took over from the conversation: a guess, and what a model reads stands before it.
   */
  readonly before?: string | undefined;
}

/** What kind of question it is: what was said, a fact, who said it, two sides, yes or no, who somebody is, or none for articles. */
const QUESTION_KINDS = [
  'said',
  'fact',
  'who-said',
  'two-sides',
  'yes-no',
  'who-is',
  'about-the-bot',
  'not-english',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What code reads off a question: canonical names and ids. */
export interface Reading {
  readonly question: string;
  readonly kind: QuestionKind;
  /** Side ids whose words are asked for. */
  readonly sides: readonly string[];
  /** Canonical speaker names whose words are asked for. */
  readonly speakers: readonly string[];
  /** Words for those whose words are asked for who have no name in the articles: "the port authority". */
  readonly sources?: readonly string[];
  /** Keys of the statements that these and speakers without a name of their own make, with their articles. */
  readonly voices?: ReadonlyMap<number, string>;
  /** Names and descriptions of whose words are asked for that nobody in the articles has. */
  readonly unknown: readonly string[];
  /** Side ids and speaker names that are named, whether or not their words are asked for. */
  readonly named: readonly string[];
  /** Those of them who are actors, by name. */
  readonly people: readonly string[];
  /** Those who are named as not asked about: "who, other than Doe, …". */
  readonly except?: readonly string[];
  /** Who may be meant where it is asked who is in a group, or leads it. */
  readonly group?: readonly string[];
  readonly topics: readonly string[];
  readonly act: Act | null;
  /** Whether it asks for what was said, so that what is told of somebody is no answer. */
  readonly forSaying: boolean;
  /** Whether it is no more than a name and what it is about: "Doe on trade". */
  readonly opensWithSpeaker?: boolean;
  /** Whether the newest is asked for. */
  readonly latest: boolean;
  /** What was repaired or assumed, as people are told: a misspelt name, somebody's office. */
  readonly assumed: readonly string[];
}

/** Where a text names a side, a speaker or a topic: `[start, end)` of its clause, in UTF-16 code units. */
export interface NamedPart {
  readonly kind: 'side' | 'speaker' | 'topic';
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What a text names and asks for, before anything is looked up: what a conversation goes by. */
export interface Named {
  readonly kind: QuestionKind;
  /** The ISO 639-1 code of its language where that is not English. */
  readonly language: string | null;
  /** What is really asked, without greeting, thanks and the request to be told. */
  readonly clause: string;
  /** In the order of the clause; a country that is a side and a topic is there twice. */
  readonly parts: readonly NamedPart[];
  /** The first side, speaker and topic that it names, those before the others whose words it asks for. */
  readonly side?: string | undefined;
  readonly speaker?: string | undefined;
  readonly topic?: string | undefined;
  /** Where it tells a time: "in October". */
  readonly time?: Span | undefined;
  /** Names that nobody in the articles has. */
  readonly unknown: readonly string[];
  /** Its words that carry weight and name nothing, lower case. */
  readonly rest: readonly string[];
}
