import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { splitSentences } from '../../text/split-sentences.ts';
import type { Sentence } from '../../domain/article.ts';

const Answers = z.array(z.object({ answer_start: z.number().int() })).nonempty();
const Paragraph = z.object({
  context: z.string(),
  qas: z.array(z.object({ question: z.string(), answers: Answers })),
});
const Squad = z.object({ data: z.array(z.object({ paragraphs: z.array(Paragraph) })) });

export interface AskedArticle {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Questions that people wrote, with the sentences that hold their answers, by index. */
  readonly questions: readonly { readonly question: string; readonly gold: readonly number[] }[];
}

/** The articles of a file in SQuAD's form (Rajpurkar et al. 2016), a line a paragraph. */
export function readSquad(file: string): AskedArticle[] {
  return Squad.parse(JSON.parse(readFileSync(file, 'utf8'))).data.map(({ paragraphs }, number) => {
    const text = paragraphs.map(({ context }) => context).join('\n');
    const sentences = splitSentences(text);
    let offset = 0;
    const questions = paragraphs.flatMap(({ context, qas }) => {
      const from = offset;
      offset += context.length + 1;
      return qas.map(({ question, answers }) => ({
        question,
        gold: sentences
          .filter(({ start, end }) =>
            answers.some((answer) => start <= from + answer.answer_start && from + answer.answer_start < end),
          )
          .map(({ index }) => index),
      }));
    });
    return { id: `asked-${number}`, text, sentences, questions };
  });
}
