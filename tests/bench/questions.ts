import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Row = z.object({ kind: z.string(), question: z.string() });

/** The evaluation's questions, answerable or not: what a warm process is asked. */
export const QUESTIONS: readonly string[] = readFileSync(
  new URL('../eval/questions.dev.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => Row.parse(JSON.parse(line)))
  .filter((row) => row.kind !== 'speaker')
  .map((row) => row.question);
