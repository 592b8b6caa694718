import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { App } from '../../src/app.ts';
import type { Evidence } from '../../src/domain/answer.ts';
import { isRight, isSomebodyElses, shownFirst } from './questions.ts';

const Group = z.strictObject({
  id: z.string(),
  /** `seeds`, or a folder of `collections/`. */
  collection: z.string(),
  /** The plain question first, then the same need put in other words. */
  forms: z.array(z.string()).min(2),
  gold: z.array(z.object({ article: z.string(), quote: z.string() })).min(1),
  asks: z.strictObject({ side: z.string().optional(), speaker: z.string().optional() }).optional(),
});

export type Group = z.infer<typeof Group>;

/** One need a line, each put in many forms. */
export function readGroups(file: string): Group[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => Group.parse(JSON.parse(line)));
}

/** Whether two pieces of evidence overlap: a sentence, and a statement within it. */
function isSame(one: Evidence | undefined, other: Evidence | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.article === other.article && one.start < other.end && other.start < one.end;
}

/** How many forms of a need came out how; `plain`: plain questions that a right quote comes first for. */
interface FormFigures {
  readonly forms: number;
  readonly right: number;
  /** The very quote of the plain question, which is right. */
  readonly same: number;
  readonly plain: number;
  readonly refusedWrongly: number;
  /** Answers that somebody else's words come first in. */
  readonly others: number;
}

/** Asks every form of every group, and prints for how many the right quote, and the same one as for the plain question, comes first. */
export async function evaluateForms(
  app: Pick<App, 'ask'>,
  groups: readonly Group[],
  print: (line: string) => void,
): Promise<FormFigures> {
  const count = { forms: 0, right: 0, same: 0, plain: 0, refusedWrongly: 0, others: 0 };
  for (const group of groups) {
    const [plain, ...others] = await Promise.all(
      group.forms.map(async (form) => ({ form, answer: await app.ask(form, { limit: 5 }) })),
    );
    const expected = plain?.answer.evidence[0];
    const isPlainRight = expected !== undefined && isRight(expected, group);
    if (isPlainRight) count.plain++;
    else if (plain)
      print(
        `  plain question ${expected ? 'wrong' : 'refused'}: ${plain.form} [${shownFirst(plain.answer)}]`,
      );
    for (const { form, answer } of others) {
      const [first] = answer.evidence;
      const right = first !== undefined && isRight(first, group);
      count.forms++;
      if (right) count.right++;
      if (isPlainRight && isSame(first, expected)) count.same++;
      if (first === undefined) count.refusedWrongly++;
      if (isSomebodyElses(first, group)) count.others++;
      if (!right) print(`  ${first ? 'wrong' : 'refused'}: ${form} [${shownFirst(answer)}]`);
    }
  }
  print(
    `paraphrases ${count.forms}: a right quote first for ${count.right}, the very quote of the plain question for ` +
      `${count.same}; refused ${count.refusedWrongly}; somebody else's words first ${count.others}; plain questions right ` +
      `${count.plain} of ${groups.length}`,
  );
  return count;
}
