import { z } from 'zod';
import type { Actors } from '../domain/actor.ts';
import type { Answer } from '../domain/answer.ts';
import { ModelFailure, type LanguageModel, type Prompt } from '../domain/language-model.ts';
import type { Filters, Reading } from '../domain/question.ts';
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

/** The prompt for what a question asks for. */
export function understandPrompt(
  template: PromptTemplate,
  question: string,
  { actors, topics }: Lists,
): Prompt {
  return fillPrompt(template, {
    sides: JSON.stringify(actors.sides.map(({ id }) => id)),
    speakers: JSON.stringify(actors.actors.map(({ name }) => name)),
    topics: JSON.stringify(topics.map(({ id }) => id)),
    acts: JSON.stringify(ACTS),
    question: JSON.stringify(question),
  });
}

const Understood = z.object({
  question: z.string().trim().min(1).max(MOST_CHARACTERS).nullable(),
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
  readonly readAs: string;
}

/** Reads a model's answer. Throws for one that has not the form asked for. */
export function readUnderstanding(text: string, { actors, topics }: Lists): Understanding {
  const { question, ...named } = Understood.parse(readModelJson(text));
  const side = actors.sides.find(({ id }) => id === named.side)?.id;
  const speaker = actors.actors.find(({ name }) => name === named.speaker)?.name;
  const topic = topics.find(({ id }) => id === named.topic)?.id;
  const readAs = [speaker ?? side, named.act, topic].filter((part) => part !== undefined && part !== null);
  return { question, filters: { side, speaker, topic }, readAs: readAs.join(' · ') };
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
 * and topic that it names, `readAs` saying so. The answer as it was when there is nothing to gain, or the model fails.
 */
export function createUnderstand({ model, template, ask, directory, topics, log }: UnderstandDependencies) {
  return async (answer: Answer, filters: Filters, signal?: AbortSignal): Promise<Answer> => {
    if (answer.answered || filters.side !== undefined || filters.speaker !== undefined) return answer;
    const { actors, mentionsIn } = await directory();
    const terms = readTerms(answer.question);
    const reading = readTermsOf(answer.question, terms, mentionsIn(terms), createTopicsIn(topics));
    if (!foundNothing(reading)) return answer;
    const lists = { actors, topics };
    try {
      const prompt = understandPrompt(template, answer.question, lists);
      const understood = await model.complete(prompt, (text) => readUnderstanding(text, lists), signal);
      if (understood.readAs === '') return answer;
      const { side, speaker, topic } = understood.filters;
      // What was set by hand stands.
      const narrowed = { ...filters, side, speaker, topic: filters.topic ?? topic };
      const again = await ask(understood.question ?? answer.question, narrowed, signal);
      return again.answered ? { ...again, question: answer.question, readAs: understood.readAs } : answer;
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      log.warn(`${model.name} did not read the question: ${error.message}`);
      return answer;
    }
  };
}
