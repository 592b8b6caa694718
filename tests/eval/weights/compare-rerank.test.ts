import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidence } from '../../support/fake-app.ts';
import { FIELDS } from '../../support/answers/answer-fields.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { compareRerank } from './compare-rerank.ts';

it('prints what ordering anew gains, side by side and over all files', async () => {
  const file = join(temporaryFolder(), 'questions.jsonl');
  const gold = [{ article: 'a', quote: 'We offer talks.' }];
  const rows = [
    { id: '1', kind: 'answer', question: 'What did they offer?', gold },
    { id: '2', kind: 'unanswerable', question: 'Who won?', gold: [] },
  ];
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  const texts = ['It rained.', 'We offer talks.'];
  let open = 0;
  const app = (isReranked: boolean) => ({
    async ask(question: string) {
      const answered = question.includes('offer');
      const ordered = isReranked ? texts.toReversed() : texts;
      const shown = ordered.map((text, i) => evidence({ n: i + 1, article: 'a', text, side: null }));
      return {
        question,
        answered,
        answer: null,
        ...FIELDS,
        evidence: answered ? shown : [],
        closest: [],
        nearMisses: [],
        searched: { articles: 1, passages: 2 },
      };
    },
    speaker: () => Promise.reject(new Error('nobody is asked for')),
    close: async () => void open--,
  });
  const printed: string[] = [];
  const collection = {
    files: [
      { name: 'one', file },
      { name: 'two', file },
    ],
    open: async (isReranked: boolean) => {
      open++;
      return app(isReranked);
    },
  };
  await compareRerank([collection], 'transformers:m', (line) => printed.push(line));
  expect(open).toBe(0);
  const table = printed.map((line) => line.split(/ {2,}/));
  expect(table).toEqual([
    ['\nplain | RERANK=transformers:m'],
    ['', 'first', 'in five', 'refused wrongly', 'refused rightly', "others' words"],
    ['one', '0/1 | 1/1', '1/1 | 1/1', '0/1 | 0/1', '1/1 | 1/1', '0 | 0'],
    ['two', '0/1 | 1/1', '1/1 | 1/1', '0/1 | 0/1', '1/1 | 1/1', '0 | 0'],
    ['all', '0/2 | 2/2', '2/2 | 2/2', '0/2 | 0/2', '2/2 | 2/2', '0 | 0'],
  ]);
});
