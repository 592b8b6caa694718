import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StatementsOfTexts } from '../../src/app/models/extractor.ts';
import { textAt } from '../../src/text/span.ts';
import type { Statement } from '../../src/domain/statement.ts';

/** One line of `statements.dev.jsonl` or `own-statements.jsonl`. */
export const GoldStatement = z.object({
  id: z.string(),
  article: z.string(),
  speaker: z.string().nullable(),
  party: z.string().nullable(),
  type: z.string(),
  act: z.string(),
  topics: z.array(z.string()),
  /** Words that the statement's content contains, white space folded. */
  quote: z.string(),
});
export type GoldStatement = z.infer<typeof GoldStatement>;

/** What is right about the statement found for a row; `found` null when there is none. */
interface StatementVerdict {
  readonly row: GoldStatement;
  readonly found: Statement | null;
  readonly speaker: boolean;
  readonly side: boolean;
  readonly type: boolean;
  readonly act: boolean;
  /** One topic in common. */
  readonly topics: boolean;
}

export interface StatementFigures {
  readonly rows: number;
  readonly found: number;
  /** Of those found. */
  readonly speaker: number;
  readonly side: number;
  readonly speakerAndSide: number;
  readonly type: number;
  readonly act: number;
  readonly topics: number;
  /** Of the topics given to statements found, how many are in the gold, and of the gold's how many are given. */
  readonly topicPrecision: number;
  readonly topicRecall: number;
  readonly verdicts: readonly StatementVerdict[];
}

/** Statements of an article, with the text that their spans are in. */
export interface ArticleStatements {
  readonly text: string;
  readonly statements: readonly Statement[];
}

const fold = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Whether the content contains the words; parts of a content that the tag cuts in two are read on end. */
export function says(text: string, { content }: Statement, quote: string): boolean {
  return fold(content.map((span) => textAt(text, span)).join(' ')).includes(fold(quote));
}

const length = ({ content }: Statement): number =>
  content.reduce((sum, { start, end }) => sum + end - start, 0);
const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;

/** Compares the shortest statement that contains each row's quote with the row. */
export function scoreStatements(
  rows: readonly GoldStatement[],
  byArticle: ReadonlyMap<string, ArticleStatements>,
): StatementFigures {
  let given = 0;
  let wanted = 0;
  let common = 0;
  const verdicts = rows.map((row): StatementVerdict => {
    const article = byArticle.get(row.article);
    const [found = null] = (article?.statements ?? [])
      .filter((statement) => says(article?.text ?? '', statement, row.quote))
      .toSorted((a, b) => length(a) - length(b));
    const shared = row.topics.filter((topic) => found?.topics.includes(topic)).length;
    if (found) {
      given += found.topics.length;
      wanted += row.topics.length;
      common += shared;
    }
    return {
      row,
      found,
      speaker: found?.speaker === row.speaker,
      side: found?.side === row.party,
      type: found?.type === row.type,
      act: found?.act === row.act,
      topics: shared > 0,
    };
  });
  const count = (right: (verdict: StatementVerdict) => boolean): number =>
    verdicts.filter((verdict) => verdict.found !== null && right(verdict)).length;
  return {
    rows: rows.length,
    found: count(() => true),
    speaker: count(({ speaker }) => speaker),
    side: count(({ side }) => side),
    speakerAndSide: count(({ speaker, side }) => speaker && side),
    type: count(({ type }) => type),
    act: count(({ act }) => act),
    topics: count(({ topics }) => topics),
    topicPrecision: given === 0 ? 0 : common / given,
    topicRecall: wanted === 0 ? 0 : common / wanted,
    verdicts,
  };
}

/** The figures in one line. */
function printStatementFigures(name: string, figures: StatementFigures): string {
  const { rows, found, speaker, side, speakerAndSide, type, act, topics, topicPrecision, topicRecall } =
    figures;
  return (
    `${name}: found ${found}/${rows} · of those speaker ${speaker}, side ${side}, both ${speakerAndSide}, type ${type}, ` +
    `act ${act}, a topic in common ${topics} (topics: precision ${percent(topicPrecision)}, recall ${percent(topicRecall)})`
  );
}

/** Scores the statements of the collection's articles against a file of gold rows, and prints what is wrong. */
export async function evaluateStatements(
  { extract, reader }: StatementsOfTexts,
  file: string,
  print: (line: string) => void,
): Promise<StatementFigures> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => GoldStatement.parse(JSON.parse(line)));
  const byArticle = new Map<string, ArticleStatements>();
  for (const id of new Set(rows.map(({ article }) => article))) {
    const { text } = await reader.read(join('seeds/articles', `${id}.md`));
    byArticle.set(id, { text, statements: extract(text) });
  }
  const figures = scoreStatements(rows, byArticle);
  for (const { row, found, ...right } of figures.verdicts) {
    const wrong = Object.entries(right).filter(([, value]) => !value);
    if (!found) print(`  not found: ${row.quote} [${row.article}]`);
    else if (wrong.length > 0) {
      const fields = wrong.map(([field]) => field).join(', ');
      print(
        `  ${fields} wrong: ${row.quote} [${found.speaker}, ${found.side}, ${found.type}, ${found.act}, ${found.topics.join(' ')}]`,
      );
    }
  }
  print(printStatementFigures('statements', figures));
  return figures;
}
