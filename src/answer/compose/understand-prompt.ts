import { z } from 'zod';
import type { Actors } from '../../domain/actor.ts';
import type { Prompt } from '../../domain/model/language-model.ts';
import type { Filters } from '../../domain/question.ts';
import { ACTS, type Act } from '../../domain/statement.ts';
import type { Topic } from '../../domain/topic.ts';
import { readModelJson } from '../model/model-json.ts';
import { fillPrompt, type PromptTemplate } from '../model/prompt-template.ts';

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
    // Without a letter it cannot be asked.
    .pipe(z.string().regex(/\p{L}/u).max(MOST_CHARACTERS))
    .nullable(),
  side: z.string().nullable(),
  speaker: z.string().nullable(),
  topic: z.string().nullable(),
  act: z.enum(ACTS).nullable().catch(null),
});

/** What a model took a question for; what is in none of the lists is left out. */
export interface Understanding {
  readonly question: string | null;
  readonly filters: Pick<Filters, 'side' | 'speaker' | 'topic'>;
  readonly act: Act | null;
}

/** "US · offers · missiles"; empty when it found nothing. */
export function namedBy({ filters, act }: Omit<Understanding, 'question'>): string {
  const { side, speaker, topic } = filters;
  return [speaker ?? side, act, topic].filter((part) => part !== undefined && part !== null).join(' · ');
}

/** Reads a model's answer. Throws for one that has not the form asked for. */
export function readUnderstanding(text: string, { actors, topics }: Lists): Understanding {
  const { question, ...chosen } = Understood.parse(readModelJson(text));
  const side = actors.sides.find(({ id }) => id === chosen.side)?.id;
  const speaker = actors.actors.find(({ name }) => name === chosen.speaker)?.name;
  const topic = topics.find(({ id }) => id === chosen.topic)?.id;
  return { question, filters: { side, speaker, topic }, act: chosen.act };
}
