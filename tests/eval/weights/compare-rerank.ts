import type { App } from '../../../src/app.ts';
import { evaluateQuestions, type QuestionFigures } from '../questions.ts';

/** A collection with its questions. */
export interface Compared {
  readonly files: readonly { readonly name: string; readonly file: string }[];
  /** An app over it, without and with what orders candidates anew. */
  readonly open: (isReranked: boolean) => Promise<Pick<App, 'ask' | 'speaker' | 'close'>>;
}

const HEADS = ['first', 'in five', 'refused wrongly', 'refused rightly', "others' words"];

const of = (some: number, all: number): string => `${some}/${all}`;

function cells(figures: QuestionFigures): string[] {
  const { answerable, first, inFive, refusedWrongly, unanswerable, refused, others } = figures;
  return [
    of(first, answerable),
    of(inFive, answerable),
    of(refusedWrongly, answerable),
    of(refused, unanswerable),
    String(others),
  ];
}

/** The figures of all files together. */
function sumOf(all: readonly QuestionFigures[]): QuestionFigures {
  const sum = (count: (one: QuestionFigures) => number): number =>
    all.reduce((total, one) => total + count(one), 0);
  return {
    answerable: sum((one) => one.answerable),
    first: sum((one) => one.first),
    inFive: sum((one) => one.inFive),
    refusedWrongly: sum((one) => one.refusedWrongly),
    nearRight: sum((one) => one.nearRight),
    unanswerable: sum((one) => one.unanswerable),
    refused: sum((one) => one.refused),
    others: sum((one) => one.others),
    headlines: sum((one) => one.headlines),
    headlinesRight: sum((one) => one.headlinesRight),
    quotes: sum((one) => one.quotes),
  };
}

/** Asks the questions of all collections without and with what orders anew, and prints a table with both side by side. */
export async function compareRerank(
  collections: readonly Compared[],
  spec: string,
  print: (line: string) => void,
): Promise<void> {
  const rows: { readonly name: string; readonly both: readonly QuestionFigures[] }[] = [];
  for (const { files, open } of collections) {
    const figures: QuestionFigures[][] = [];
    for (const isReranked of [false, true]) {
      const app = await open(isReranked);
      for (const [i, { file }] of files.entries())
        (figures[i] ??= []).push(await evaluateQuestions(app, file, () => undefined));
      await app.close();
    }
    rows.push(...files.map(({ name }, i) => ({ name, both: figures[i] ?? [] })));
  }
  const all = [0, 1].map((side) => sumOf(rows.flatMap(({ both }) => both[side] ?? [])));
  print(`\nplain | RERANK=${spec}`);
  print(lineOf('', HEADS));
  for (const { name, both } of [...rows, { name: 'all', both: all }]) {
    const [plain = [], anew = []] = both.map(cells);
    print(
      lineOf(
        name,
        plain.map((cell, i) => `${cell} | ${anew[i] ?? ''}`),
      ),
    );
  }
}

const lineOf = (name: string, columns: readonly string[]): string =>
  [name.padEnd(24), ...columns.map((column) => column.padEnd(18))].join('').trimEnd();
