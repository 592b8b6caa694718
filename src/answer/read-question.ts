import type { Actors } from '../domain/actor.ts';
import type { Reading } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import { actAsked } from './act-asked.ts';
import { partiesAsked } from './parties-asked.ts';
import { createNames, type Mention } from '../parties/name-patterns.ts';
import { createMentionsIn } from '../parties/mentions-in.ts';
import { createFindRoles } from '../parties/find-roles.ts';
import { readTerms, type Term } from '../text/words.ts';
import { createTopicsIn, type TopicsIn } from '../parties/topics-in.ts';

/** What is known of the collection when a question is read. */
export interface Known {
  readonly actors: Actors;
  readonly topics: readonly Topic[];
}

/** As `readQuestion`, of a question whose words and mentions were read before. */
export function readTermsOf(
  question: string,
  terms: readonly Term[],
  mentions: readonly Mention[],
  topicsIn: TopicsIn,
): Reading {
  const asked = partiesAsked(terms, mentions);
  const ids = (kind: Mention['party']['kind']): string[] => [
    ...new Set(asked.filter((party) => party.kind === kind).map(({ id }) => id)),
  ];
  return {
    question,
    sides: ids('side'),
    speakers: ids('actor'),
    unknown: ids('unknown'),
    topics: topicsIn(terms),
    act: actAsked(terms),
  };
}

/** Reads off a question whose words it asks for, about which topics, and for which act. */
export function readQuestion(question: string, { actors, topics }: Known): Reading {
  const terms = readTerms(question);
  const names = createNames(actors);
  const mentionsIn = createMentionsIn(
    actors.actors,
    names,
    createFindRoles(actors.actors, [], new Set(), names),
  );
  return readTermsOf(question, terms, mentionsIn(terms), createTopicsIn(topics));
}
