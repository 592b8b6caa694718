import anyAscii from 'any-ascii';
import type { Named, NamedPart } from '../../domain/question.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Directory } from '../../parties/directory.ts';
import { createTopicMentions, createTopicsIn, type TopicMention } from '../../parties/topics-in.ts';
import type { Store } from '../../store/ports.ts';
import { otherLanguage } from '../../text/language.ts';
import { readTerms, withoutDots } from '../../text/words/words.ts';
import { findTimeNamed } from './time-asked.ts';
import { createReadQuestion, type Question } from './read-question.ts';

export interface ReadNamesDependencies {
  readonly store: Pick<Store, 'sentenceFrequencies'>;
  readonly directory: () => Promise<Pick<Directory, 'actors' | 'mentionsIn' | 'speaks' | 'saidBy'>>;
  readonly topics: readonly Topic[];
}

export type ReadNames = (text: string) => Promise<Named>;

/** What a thing is said of: a party behind these is what it is about, where it can be. */
const ABOUT = /^(?:on|about|regarding|concerning|over)$/i;

/** Reads what a text names, as `ask` reads a question; another script is read by its sounds. */
export function createReadNames({ store, directory, topics }: ReadNamesDependencies): ReadNames {
  const readQuestion = createReadQuestion({ store, topicsIn: createTopicsIn(topics) });
  const topicMentions = createTopicMentions(topics);
  const topicsByWord = wordsOfLabels(topics);
  return async (text) => {
    const known = await directory();
    const typed = await readQuestion(text, known);
    const language = typed.kind === 'not-english' ? otherLanguage(text, () => false) : null;
    const read = language === null ? typed : await readQuestion(anyAscii(text), known);
    return { ...namedIn(read), kind: typed.kind, language };
  };

  function namedIn(question: Question): Omit<Named, 'kind' | 'language'> {
    const { terms, mentions } = question;
    const clause = withoutDots(question.clause);
    const words = Array.from(clause.matchAll(/[\p{L}\p{N}]+/gu));
    const startOf = (i: number): number => words[i]?.index ?? clause.length;
    const endOf = (i: number): number => startOf(i - 1) + (words[i - 1]?.[0].length ?? 0);
    const named = topicMentions(terms);
    const isAlone = words.length === mentions.reduce((sum, { start, end }) => sum + end - start, 0);
    // "On NATO", where but one topic has the word: what it is about.
    const byWord = mentions.flatMap(({ start, end, party }): TopicMention[] => {
      const id = topicsByWord.get(terms[start]?.plain ?? '');
      const isMeant = isAlone ? mentions.length === 1 : ABOUT.test(terms[start - 1]?.word ?? '');
      return id !== undefined && party.kind === 'side' && end - start === 1 && isMeant
        ? [{ id, start, end }]
        : [];
    });
    const spans = [...named, ...byWord.filter((one) => !named.some((other) => other.start === one.start))];
    // "NATO enlargement" is asked of whoever it is asked of, not of NATO.
    const isInTopic = (start: number, end: number): boolean =>
      named.some((one) => one.end - one.start > 1 && one.start <= start && end <= one.end) ||
      byWord.some((one) => one.start === start);
    const parties = mentions.filter(({ start, end }) => !isInTopic(start, end));
    const parts = [
      ...parties.flatMap(({ party, start, end }): NamedPart[] =>
        party.kind === 'unknown'
          ? []
          : [
              {
                kind: party.kind === 'actor' ? 'speaker' : 'side',
                id: party.id,
                start: startOf(start),
                end: endOf(end),
              },
            ],
      ),
      ...spans.map(({ id, start, end }): NamedPart => ({
        kind: 'topic',
        id,
        start: startOf(start),
        end: endOf(end),
      })),
    ].toSorted((a, b) => a.start - b.start);
    const first = (kind: NamedPart['kind'], asked: readonly string[]): string | undefined => {
      const ids = parts.filter((part) => part.kind === kind).map(({ id }) => id);
      return ids.find((id) => asked.includes(id)) ?? ids[0];
    };
    const taken = [...mentions, ...spans];
    const rest = terms.filter(
      ({ content }, i) => content && !taken.some(({ start, end }) => start <= i && i < end),
    );
    const time = findTimeNamed(clause);
    return {
      clause,
      parts,
      ...(time === null ? {} : { time }),
      side: first('side', question.sides),
      speaker: first('speaker', question.speakers),
      topic: first('topic', question.topics),
      unknown: question.unknown,
      rest: rest.map(({ word }) => word.toLowerCase()),
    };
  }
}

/** The topic of each word, by stem, that the label of one topic alone has. */
function wordsOfLabels(topics: readonly Topic[]): ReadonlyMap<string, string> {
  const byStem = new Map<string, Set<string>>();
  for (const { id, label } of topics)
    for (const { plain } of readTerms(label)) byStem.set(plain, (byStem.get(plain) ?? new Set()).add(id));
  return new Map(
    [...byStem].flatMap(([stem, ids]) => (ids.size === 1 ? [...ids].map((id) => [stem, id] as const) : [])),
  );
}
