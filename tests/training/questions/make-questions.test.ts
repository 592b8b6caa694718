import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/training/attribution/random.ts';
import { textAt } from '../../../src/text/span.ts';
import { makeQuestions, type MadeQuestion } from '../../../src/training/questions/make-questions.ts';
import { readSaid } from '../../../src/training/questions/read-said.ts';
import { readVocabulary } from '../../../src/training/questions/vocabulary.ts';

const TEXT =
  'Harbour spokesman Lars Vint said the ferry company would keep the northern route open all winter. ' +
  'He warned that cheaper tickets were out of the question. ' +
  'The two crews met in Oldport on Monday and agreed to meet again in March.';

function spanOf(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

const article = readSaid({
  id: 'ferry',
  text: TEXT,
  statements: [
    {
      source: [spanOf('Harbour spokesman Lars Vint')],
      cue: [spanOf('said')],
      content: [spanOf('the ferry company would keep the northern route open all winter')],
    },
    {
      source: [spanOf('He')],
      cue: [spanOf('warned')],
      content: [spanOf('that cheaper tickets were out of the question')],
    },
  ],
});
const vocabulary = readVocabulary([TEXT, 'They will warn him, and did say so.']);

function make(seed: number): MadeQuestion[] {
  return makeQuestions(article, vocabulary, (word) => word, 40, seededRandom(seed));
}
const made = make(3);

describe('makeQuestions', () => {
  it('makes the same questions from the same seed, and others from another', () => {
    expect(make(3)).toEqual(made);
    expect(make(4)).not.toEqual(made);
  });

  it('asks for the words of the sentence that it calls right', () => {
    const asked = made.filter(({ gold, kind }) => gold === 0 && kind === 'nobody-named');
    const own = new Set(
      textAt(TEXT, article.sentences[0] ?? { start: 0, end: 0 })
        .toLowerCase()
        .split(/\W+/),
    );
    const shares = asked.map(({ question }) =>
      question
        .toLowerCase()
        .split(/\W+/)
        .some((word) => word.length > 4 && own.has(word)),
    );
    expect(asked.length).toBeGreaterThan(2);
    // A slip may be in the only word of a question.
    expect(shares.filter(Boolean).length).toBeGreaterThan(shares.length * 0.8);
  });

  it('calls whom a pronoun stands for by name, and a speaker by the role now and then', () => {
    const warned = made.filter(({ gold, speaker }) => gold === 1 && speaker === 'vint');
    expect(warned.some(({ question }) => /vint/i.test(question))).toBe(true);
    expect(made.some(({ question }) => /the harbour spokesman/i.test(question))).toBe(true);
    expect(warned.some(({ question }) => /what did .* warn (?:about|on|regarding)/i.test(question))).toBe(
      true,
    );
  });

  it('asks for what nobody says as well', () => {
    const facts = made.filter(({ kind }) => kind === 'fact');
    expect(facts.map(({ gold }) => gold)).toEqual([2]);
  });
});

describe('readSaid', () => {
  it('has a piece for each sentence that content runs through', () => {
    const text = 'Mina Roe said: “We will pay. We will not wait.”';
    const [said] = readSaid({
      id: 'pay',
      text,
      statements: [
        {
          source: [{ start: 0, end: 8 }],
          cue: [{ start: 9, end: 13 }],
          content: [{ start: 15, end: text.length }],
        },
      ],
    }).said;
    expect(said?.pieces).toEqual([
      { sentence: 0, words: '“We will pay.' },
      { sentence: 1, words: 'We will not wait.”' },
    ]);
  });
});
