import { readPrompt } from '../../src/answer/model/prompt-template.ts';
import { answerOf, composeOf, readClaimRows } from '../eval/claims.ts';
import { directory } from '../support/answers/known.ts';
import { quantile, timed } from './figures.ts';

const ROUNDS = 20;
const CLAIMS = 4;
const GOAL_MS = 10;

/** What composing takes without the model's own time: prompt, reading, checks of four claims. */
export async function benchCompose(print: (line: string) => void): Promise<void> {
  const template = await readPrompt('answer');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { question, evidence, claims } of readClaimRows('claims.jsonl')) {
      const proposed = claims.slice(0, CLAIMS).map(({ text }, i) => ({ text, evidence: [i + 1] }));
      const compose = composeOf(template, directory, proposed);
      const answer = answerOf(question, evidence);
      times.push(await timed(() => compose(answer)));
    }
  }
  const warm = times.slice(times.length / ROUNDS);
  print(
    `composing without the model's own time: median ${quantile(warm, 0.5).toFixed(1)} ms, ` +
      `p95 ${quantile(warm, 0.95).toFixed(1)} ms, goal < ${GOAL_MS} ms`,
  );
}
