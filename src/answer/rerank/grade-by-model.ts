import type { LanguageModel, Prompt } from '../../domain/model/language-model.ts';
import type { Reranker } from '../../domain/model/reranker.ts';
import { fillPrompt, type PromptTemplate } from '../model/prompt-template.ts';
import { z } from 'zod';
import { readModelJson } from '../model/model-json.ts';

/** A language model as reranker: it is asked for a grade for each text, and nothing else that it writes is kept. */
export function createGrader({
  model,
  template,
}: {
  readonly model: LanguageModel;
  readonly template: PromptTemplate;
}): Reranker {
  return {
    name: model.name,
    score: (question, texts, signal) =>
      model.complete(
        gradePrompt(template, question, texts),
        (text) => readGrades(text, texts.length),
        signal,
      ),
    close: async () => undefined,
  };
}

/** The prompt for grades. Everything from outside is JSON, a line each: it can neither end its line nor the fence. */
export function gradePrompt(template: PromptTemplate, question: string, texts: readonly string[]): Prompt {
  const lines = texts.map((text, i) => JSON.stringify({ n: i + 1, text: text.replace(/\s+/g, ' ') }));
  return fillPrompt(template, {
    fence: '```',
    sentences: lines.join('\n'),
    question: JSON.stringify(question),
  });
}

// Small models write numbers as strings.
const Grade = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,2}$/)
      .transform(Number),
  ])
  .pipe(z.number().min(0).max(10));
const Grades = z.object({ grades: z.record(z.string(), z.unknown()) });

/** Reads a model's answer: a grade from 0 to 10 for each of the first `count` numbers. Throws where one has none. */
export function readGrades(text: string, count: number): number[] {
  const { grades } = Grades.parse(readModelJson(text));
  return Array.from({ length: count }, (_, i) => Grade.parse(grades[String(i + 1)]));
}
