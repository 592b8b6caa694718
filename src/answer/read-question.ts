import type { Actors } from '../domain/actor.ts';
import type { Reading } from '../domain/question.ts';
import type { Topic } from '../domain/topic.ts';
import { actAsked } from './act-asked.ts';
import { partiesAsked } from './asked.ts';
import { createNames, type Names } from './names.ts';
import { readTerms } from './terms.ts';
import { createTopicsIn, type TopicsIn } from './topics.ts';

/** What is known of the collection when a question is read. */
export interface Known {
  readonly actors: Actors;
  readonly topics: readonly Topic[];
}

/** As `readQuestion`, with names that were prepared once for many questions. */
export function readWithNames(question: string, names: Names, topicsIn: TopicsIn): Reading {
  const terms = readTerms(question);
  const asked = partiesAsked(terms, names.mentions(terms));
  return {
    question,
    sides: asked.filter(({ kind }) => kind === 'side').map(({ id }) => id),
    speakers: asked.filter(({ kind }) => kind === 'actor').map(({ id }) => id),
    topics: topicsIn(terms),
    act: actAsked(terms),
  };
}

/** Reads off a question whose words it asks for, about which topics, and for which act. */
export function readQuestion(question: string, { actors, topics }: Known): Reading {
  return readWithNames(question, createNames(actors), createTopicsIn(topics));
}
