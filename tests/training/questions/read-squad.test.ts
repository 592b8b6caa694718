import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textAt } from '../../../src/text/span.ts';
import { readSquad } from '../../../src/training/questions/read-squad.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parley-squad-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(data: unknown): string {
  const file = path.join(folder, 'file.json');
  writeFileSync(file, JSON.stringify(data));
  return file;
}

describe('readSquad', () => {
  it('finds the sentence of each answer over paragraphs', () => {
    const contexts = [
      'The mill closed in 1911. Nobody bought it.',
      'A school stands there. It has nine rooms.',
    ];
    const paragraphs = contexts.map((context, i) => ({
      context,
      qas: [
        {
          question: i === 0 ? 'When did the mill close?' : 'How many rooms are there?',
          answers: [{ answer_start: context.indexOf(i === 0 ? '1911' : 'nine'), text: 'x' }],
        },
      ],
    }));
    const [article] = readSquad(write({ data: [{ paragraphs }] }));
    const gold = article?.questions.map(({ question, gold: [first = -1] }) => {
      const sentence = article.sentences[first];
      return [question, sentence && textAt(article.text, sentence)];
    });
    expect(gold).toEqual([
      ['When did the mill close?', 'The mill closed in 1911.'],
      ['How many rooms are there?', 'It has nine rooms.'],
    ]);
  });

  it('refuses a question without an answer', () => {
    const paragraphs = [{ context: 'Nothing.', qas: [{ question: 'What?', answers: [] }] }];
    expect(() => readSquad(write({ data: [{ paragraphs }] }))).toThrow('answers');
  });
});
