import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Answers = z.array(z.object({ answer_start: z.number(), text: z.string() }));
const Paragraph = z.object({
  context: z.string(),
  qas: z.array(z.object({ question: z.string(), answers: Answers })),
});
const Squad = z.object({ data: z.array(z.object({ paragraphs: z.array(Paragraph) })) });

/** A question with where its answers start in its article's text. */
export interface SquadQuestion {
  readonly question: string;
  readonly article: string;
  readonly answerStarts: readonly number[];
}

/** Writes each article of a file in SQuAD's form as a text file, a line a paragraph; returns paths by id, and questions. */
export function writeSquad(
  file: string,
  folder: string,
): { articles: Map<string, string>; questions: SquadQuestion[] } {
  const articles = new Map<string, string>();
  const questions: SquadQuestion[] = [];
  Squad.parse(JSON.parse(readFileSync(file, 'utf8'))).data.forEach(({ paragraphs }, number) => {
    const article = `squad-${String(number).padStart(2, '0')}`;
    let offset = 0;
    for (const { context, qas } of paragraphs) {
      for (const { question, answers } of qas) {
        questions.push({
          question,
          article,
          answerStarts: answers.map((answer) => offset + answer.answer_start),
        });
      }
      offset += context.length + 1;
    }
    const path = join(folder, `${article}.txt`);
    writeFileSync(path, paragraphs.map(({ context }) => context).join('\n'));
    articles.set(article, path);
  });
  return { articles, questions };
}
