import { afterAll, describe, expect, it } from 'vitest';
import { createQuestionHead, loadHead, readHead } from '../../../src/answer/find/question-head.ts';
import { PackagedEmbeddings } from '../../../src/providers/embeddings/packaged.ts';
import { isSameStamp } from '../../../src/store/ports.ts';

const embeddings = new PackagedEmbeddings();
afterAll(() => embeddings.close());

const stamp = { provider: 'own', model: 'tiny', dimensions: 4 };
const rows = (values: readonly number[]): string =>
  Buffer.from(Int8Array.from(values).buffer).toString('base64');
const tiny = {
  format: 1,
  stamp,
  rank: 1,
  bias: [0.5],
  units: [1, 1, 0.25],
  rows: rows([1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 4, 0]),
};

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));
}

describe('createQuestionHead', () => {
  it('adds Bᵀ tanh(Aq + a) + c and scales to unit length', () => {
    const wanted = [1, 2 * Math.tanh(1.5), 1, 0];
    const length = Math.hypot(...wanted);
    const moved = createQuestionHead(readHead(tiny))(Float32Array.from([1, 0, 0, 0]));
    Array.from(moved).forEach((value, i) => expect(value).toBeCloseTo((wanted[i] ?? 0) / length, 5));
  });

  it('refuses a vector of another length', () => {
    expect(() => createQuestionHead(readHead(tiny))(new Float32Array(3))).toThrow('takes 4 numbers, not 3');
  });
});

describe('readHead', () => {
  it.each([
    ['another format', { ...tiny, format: 2 }],
    ['rows that are no base64', { ...tiny, rows: '§' }],
    ['too few numbers', { ...tiny, rows: rows([1, 2, 3]) }],
    ['a missing unit', { ...tiny, units: [1, 1] }],
    ['a rank that does not fit', { ...tiny, rank: 2 }],
  ])('refuses %s', (_, file) => {
    expect(() => readHead(file)).toThrow();
  });
});

describe('the weights that come with Parley', () => {
  it('are for the packaged embeddings, and leave the vector as it was given', async () => {
    const weights = loadHead();
    expect(isSameStamp(weights.stamp, embeddings.stamp)).toBe(true);
    const vector = await embeddings.embedQuestion('What did the ferry company say about the northern route?');
    const given = vector.slice();
    const moved = createQuestionHead(weights)(vector);
    expect(vector).toEqual(given);
    expect(Math.hypot(...moved)).toBeCloseTo(1, 4);
  });

  it('see through the frame of a question to what it is about', async () => {
    const head = createQuestionHead(loadHead());
    const sentence = await embeddings.embedQuestion('The northern ferry route stays open all winter.');
    const other = await embeddings.embedQuestion(
      'He said the committee would say more about it when it could say more.',
    );
    const question = await embeddings.embedQuestion(
      'What did the spokesman say about the ferry route in winter?',
    );
    const lead = (vector: Float32Array): number => cosine(vector, sentence) - cosine(vector, other);
    expect(lead(head(question))).toBeGreaterThan(lead(question));
  });
});
