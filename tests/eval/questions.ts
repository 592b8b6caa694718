import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { App } from '../../src/app.ts';
import type { Answer, Evidence } from '../../src/domain/answer.ts';

const Row = z.object({
  id: z.string(),
  kind: z.enum(['answer', 'unanswerable', 'speaker']),
  question: z.string(),
  gold: z.array(z.object({ article: z.string(), quote: z.string() })),
  party: z.string().optional(),
  speaker: z.string().optional(),
  /** Whose words are asked for; somebody else's must not come first. */
  asks: z.strictObject({ side: z.string().optional(), speaker: z.string().optional() }).optional(),
  /** Words that the line above the quotes must have, such as those that are replaced. */
  headline: z.string().optional(),
  /** The form of the question: what is asked for and how. */
  sort: z.string().optional(),
});
export type Row = z.infer<typeof Row>;

export function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => Row.parse(JSON.parse(line)));
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether the text has a gold quote of its article, or lies in one; white space does not count. */
export function isGold(article: string, text: string, gold: Row['gold']): boolean {
  return gold.some(
    (one) =>
      one.article === article &&
      (fold(text).includes(fold(one.quote)) || fold(one.quote).includes(fold(text))),
  );
}

export function isRight({ article, text }: Evidence, { gold }: Pick<Row, 'gold'>): boolean {
  return isGold(article, text, gold);
}

/** Whether the evidence is a statement of another side or speaker than the row asks for. */
export function isSomebodyElses(
  evidence: Evidence | undefined,
  { asks, party = asks?.side, speaker = asks?.speaker }: Pick<Row, 'asks' | 'party' | 'speaker'>,
): boolean {
  if (evidence === undefined) return false;
  if (speaker !== undefined) return evidence.speaker !== null && !evidence.speaker.endsWith(speaker);
  return party !== undefined && evidence.side !== null && evidence.side !== party;
}

/** What comes first in an answer, or nearest to one, in brief. */
export function shownFirst(answer: Answer): string {
  const [evidence] = answer.answered ? answer.evidence : answer.nearMisses;
  return evidence ? `${evidence.article}: ${fold(evidence.text).slice(0, 110)}` : 'nothing';
}

/** How many rows of a file came out how. */
export interface QuestionFigures {
  readonly answerable: number;
  readonly first: number;
  readonly inFive: number;
  readonly refusedWrongly: number;
  /** Of those, with a right quote among the closest that are shown. */
  readonly nearRight: number;
  readonly unanswerable: number;
  readonly refused: number;
  /** Answers that somebody else's words come first in. */
  readonly others: number;
  /** Rows that ask for words in the line above, and those whose line has them. */
  readonly headlines: number;
  readonly headlinesRight: number;
  /** Quotes of those that were asked for by name alone. */
  readonly quotes: number;
}

/** Asks all rows of `file` and prints what share is right, with each that is not. */
export async function evaluateQuestions(
  app: Pick<App, 'ask' | 'speaker'>,
  file: string,
  print: (line: string) => void,
): Promise<QuestionFigures> {
  const rows = readRows(file);
  const sorts = new Map<string, { asked: number; first: number }>();
  const count = {
    answerable: 0,
    first: 0,
    inFive: 0,
    refusedWrongly: 0,
    nearRight: 0,
    unanswerable: 0,
    refused: 0,
    others: 0,
    headlines: 0,
    headlinesRight: 0,
    quotes: 0,
  };
  for (const row of rows.filter(({ kind }) => kind !== 'speaker')) {
    const answer = await app.ask(row.question, { limit: 5 });
    const right = answer.evidence.map((evidence) => isRight(evidence, row));
    const note = (what: string): void => print(`  ${what}: ${row.question} [${shownFirst(answer)}]`);
    if (isSomebodyElses(answer.evidence[0], row)) {
      count.others++;
      note("somebody else's words first");
    }
    if (row.kind === 'unanswerable') {
      count.unanswerable++;
      if (answer.answered) note('answered, though nobody said that');
      else count.refused++;
      continue;
    }
    count.answerable++;
    if (right[0]) count.first++;
    if (row.sort !== undefined) {
      const { asked, first } = sorts.get(row.sort) ?? { asked: 0, first: 0 };
      sorts.set(row.sort, { asked: asked + 1, first: first + (right[0] ? 1 : 0) });
    }
    if (right.includes(true)) count.inFive++;
    if (row.headline !== undefined) {
      count.headlines++;
      if (answer.headline?.includes(row.headline)) count.headlinesRight++;
      else note(`the line above is ${JSON.stringify(answer.headline)}`);
    }
    if (!answer.answered) count.refusedWrongly++;
    if (answer.closest.some((evidence) => isRight(evidence, row))) count.nearRight++;
    if (!right[0]) note(answer.answered ? (right.includes(true) ? 'not first' : 'not in five') : 'refused');
  }
  print(
    `first evidence right ${count.first} of ${count.answerable}, within five ${count.inFive}, ` +
      `refused wrongly ${count.refusedWrongly} (a right quote among the closest for ${count.nearRight}); refused rightly ${count.refused} of ${count.unanswerable}; ` +
      `somebody else's words first ${count.others}` +
      (count.headlines > 0 ? `; line above right ${count.headlinesRight} of ${count.headlines}` : ''),
  );
  if (sorts.size > 0) {
    print(
      `  by form: ${[...sorts].map(([sort, { asked, first }]) => `${sort} ${first}/${asked}`).join(', ')}`,
    );
  }
  for (const row of rows.filter(({ kind }) => kind === 'speaker')) {
    const { speaker, statements } = await app.speaker(row.question);
    const missing = row.gold.filter(
      (one) => !statements.some((each) => isRight(each, { ...row, gold: [one] })),
    );
    const found = row.gold.length - missing.length;
    count.quotes += found;
    print(`speaker ${row.question}: ${speaker?.name ?? 'nobody'}, ${found} of ${row.gold.length} quotes`);
    for (const { article, quote } of missing) print(`  not found: ${article}: ${quote}`);
  }
  return count;
}
