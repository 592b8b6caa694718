import { z } from 'zod';
import type { Actors } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import { ModelFailure, type LanguageModel, type Prompt } from '../domain/language-model.ts';
import type { Asked, Filters, Reading } from '../domain/question.ts';
import { ACTS } from '../domain/statement.ts';
import type { Topic } from '../domain/topic.ts';
import type { Ask } from './ask.ts';
import type { Directory } from './directory.ts';
import { readModelJson } from './model-json.ts';
import { fillPrompt, type PromptTemplate } from './prompts.ts';
import { readTermsOf } from './read-question.ts';
import { readTerms } from './terms.ts';
import { createTopicsIn } from './topics.ts';

interface Lists {
  readonly actors: Actors;
  readonly topics: readonly Topic[];
}

const MOST_CHARACTERS = 300;

/**
 * The prompt for what a question asks for.
 *
 * @param before the question before it, null for none
 */
export function understandPrompt(
  template: PromptTemplate,
  { question, before }: { readonly question: string; readonly before: string | null },
  { actors, topics }: Lists,
): Prompt {
  return fillPrompt(template, {
    sides: JSON.stringify(actors.sides.map(({ id }) => id)),
    speakers: JSON.stringify(actors.actors.map(({ name }) => name)),
    topics: JSON.stringify(topics.map(({ id }) => id)),
    acts: JSON.stringify(ACTS),
    before: JSON.stringify(before),
    question: JSON.stringify(question),
  });
}

const Understood = z.object({
  // A line for people: what a terminal would act on is no part of a question.
  question: z
    .string()
    .transform((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
    .pipe(z.string().min(1).max(MOST_CHARACTERS))
    .nullable(),
  side: z.string().nullable(),
  speaker: z.string().nullable(),
  topic: z.string().nullable(),
  act: z.enum(ACTS).nullable().catch(null),
});

/** What a model took a question for; what is in none of the lists is left out. */
interface Understanding {
  readonly question: string | null;
  readonly filters: Pick<Filters, 'side' | 'speaker' | 'topic'>;
  /** "US · offers · missiles"; empty when it found nothing. */
  readonly named: string;
}

/** Reads a model's answer. Throws for one that has not the form asked for. */
export function readUnderstanding(text: string, { actors, topics }: Lists): Understanding {
  const { question, ...chosen } = Understood.parse(readModelJson(text));
  const side = actors.sides.find(({ id }) => id === chosen.side)?.id;
  const speaker = actors.actors.find(({ name }) => name === chosen.speaker)?.name;
  const topic = topics.find(({ id }) => id === chosen.topic)?.id;
  const named = [speaker ?? side, chosen.act, topic].filter((part) => part !== undefined && part !== null);
  return { question, filters: { side, speaker, topic }, named: named.join(' · ') };
}

/** What is asked in place of a question, and how that is said; null when a model made nothing of it. */
function meantBy(
  { question, filters, named }: Understanding,
  { before, ...narrowed }: Asked,
): { readonly question: string | null; readonly filters: Filters; readonly readAs: string } | null {
  if (before === undefined) {
    // What was set by hand stands.
    const topic = narrowed.topic ?? filters.topic;
    return named === '' ? null : { question, filters: { ...narrowed, ...filters, topic }, readAs: named };
  }
  if (named === '' && question === null) return null;
  const { side, speaker } = filters.side === undefined && filters.speaker === undefined ? narrowed : filters;
  const topic = filters.topic ?? narrowed.topic;
  const readAs = question === null ? named : `${question}${named === '' ? '' : ` (${named})`}`;
  return { question, filters: { ...narrowed, side, speaker, topic }, readAs };
}

const foundNothing = ({ sides, speakers, topics, act }: Reading): boolean =>
  sides.length + speakers.length + topics.length === 0 && act === null;

export interface UnderstandDependencies {
  readonly model: LanguageModel;
  readonly template: PromptTemplate;
  readonly ask: Ask;
  readonly directory: () => Promise<Directory>;
  readonly topics: readonly Topic[];
  readonly log: { warn(message: string): void };
}

/**
 * Asks a question that code could not read, and found no answer to, once more as a model reads it: with the side, speaker
 * and topic that it names, and completed from the question before it; `readAs` says so. The answer as it was when there is
 * nothing to gain, or the model fails.
 */
export function createUnderstand({ model, template, ask, directory, topics, log }: UnderstandDependencies) {
  return async (answer: Answer, asked: Asked, signal?: AbortSignal): Promise<Answer> => {
    const { before } = asked;
    const isSetByHand = before === undefined && (asked.side !== undefined || asked.speaker !== undefined);
    if (answer.answered || isSetByHand) return answer;
    const { actors, mentionsIn } = await directory();
    const terms = readTerms(answer.question);
    const reading = readTermsOf(answer.question, terms, mentionsIn(terms), createTopicsIn(topics));
    if (!foundNothing(reading)) return answer;
    const lists = { actors, topics };
    try {
      const prompt = understandPrompt(template, { question: answer.question, before: before ?? null }, lists);
      const understood = await model.complete(prompt, (text) => readUnderstanding(text, lists), signal);
      const meant = meantBy(understood, asked);
      if (meant === null) return answer;
      const again = await ask(meant.question ?? answer.question, meant.filters, signal);
      return again.answered ? { ...again, question: answer.question, readAs: meant.readAs } : answer;
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      log.warn(`${model.name} did not read the question: ${error.message}`);
      return answer;
    }
  };
}
