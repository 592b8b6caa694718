import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { textAt } from '../../../src/text/span.ts';
import { relateWords } from '../../../src/training/questions/relate-words.ts';
import { makeTrainingSet } from '../../../src/training/questions/training-set.ts';
import { createHashedEmbeddings } from '../../support/models/hashed-embeddings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parley-vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SPEAKERS = ['Novak', 'Lind', 'Hale'];
const gold = SPEAKERS.map((speaker, i) => {
  const content =
    ['the northern bridge would reopen', 'cheap tickets hurt small ferries', 'winter tolls pay for repairs'][
      i
    ] ?? '';
  const text = `The weather was fine. ${speaker} said ${content}.`;
  const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }];
  return { id: speaker, text, statements: [{ source: at(speaker), cue: at('said'), content: at(content) }] };
});

describe('makeTrainingSet', () => {
  it('asks each article for a sentence that somebody says', async () => {
    const { articles, questions } = await makeTrainingSet(
      gold,
      createHashedEmbeddings(),
      folder,
      () => undefined,
    );
    expect(questions.length).toBeGreaterThan(2);
    for (const question of questions) {
      const article = articles.find(({ id }) => id === question.article);
      const sentence = article?.sentences[question.gold];
      expect(textAt(article?.text ?? '', sentence ?? { start: 0, end: 0 })).toMatch(/ said /);
      if (question.kind === 'said') expect(question.speaker).toBe(question.article.toLowerCase());
    }
  });
});

describe('relateWords', () => {
  it('relates words that are near, of other stems', () => {
    const vectors = new Map([
      ['ferry', Float32Array.from([1, 0, 0, 0])],
      ['ferries', Float32Array.from([1, 0, 0, 0])],
      ['boat', Float32Array.from([0.9, Math.sqrt(1 - 0.81), 0, 0])],
      ['toll', Float32Array.from([0, 0, 1, 0])],
    ]);
    const related = relateWords([...vectors.keys()], vectors);
    expect(related.get('ferry')).toEqual(['boat']);
    expect(related.get('boat')).toEqual(['ferry', 'ferries']);
    expect(related.has('toll')).toBe(false);
  });
});
