import type { LanguageModel } from '../../domain/model/language-model.ts';
import type { Reranker } from '../../domain/model/reranker.ts';
import type { PromptTemplate } from '../compose/prompt-template.ts';
import { gradePrompt, readGrades } from './grade-prompt.ts';

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
