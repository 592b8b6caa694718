import { afterAll, describe, expect, it } from 'vitest';
import { PackagedEmbeddings } from '../../src/providers/embeddings/packaged.ts';
import { startChild } from '../support/children.ts';
import { createWorkerQueue } from '../../src/providers/embeddings/worker-queue.ts';

const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('PackagedEmbeddings', () => {
  const embeddings = new PackagedEmbeddings();
  afterAll(() => embeddings.close());

  it('gives unit vectors of the stamped dimensions, the same for a question and a document', async () => {
    const text = 'Russia wants guarantees that Ukraine never joins NATO.';
    const question = await embeddings.embedQuery(text);
    const [document = []] = await embeddings.embedDocuments([text]);
    expect(question).toHaveLength(embeddings.stamp.dimensions);
    expect(cosine(question, question)).toBeCloseTo(1, 5);
    expect(cosine(question, document)).toBeCloseTo(1, 5);
  });

  it('puts what means the same closer than what does not', async () => {
    const [offer, same, other] = await embeddings.embedDocuments([
      'The United States is ready to discuss missile systems.',
      'Washington offered talks on rockets.',
      'Beetroot soup is served with sour cream.',
    ]);
    expect(cosine(offer ?? [], same ?? [])).toBeGreaterThan(cosine(offer ?? [], other ?? []) + 0.1);
  });

  it('embeds in order, over several batches, whatever the texts are', async () => {
    const texts = [
      '',
      ' ',
      '🙂',
      '\u0000',
      '\uD800',
      'word '.repeat(5000),
      ...Array.from({ length: 30 }, (_, i) => `Text ${i}.`),
    ];
    const together = await embeddings.embedDocuments(texts);
    expect(together).toHaveLength(texts.length);
    const alone = await embeddings.embedQuery('Text 29.');
    expect(cosine(together.at(-1) ?? [], alone)).toBeCloseTo(1, 4);
  });

  it('leaves the main thread free', async () => {
    const texts = Array.from({ length: 48 }, () => 'A sentence of some length about the talks.');
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns++;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await embeddings.embedDocuments(texts);
    isDone = true;
    // Were the model on this thread, others would have their turn between two batches at most.
    expect(turns).toBeGreaterThan(texts.length);
  });

  it('lets a question go before batches that wait', async () => {
    const order: string[] = [];
    const documents = embeddings
      .embedDocuments(Array.from({ length: 64 }, (_, i) => `Sentence number ${i}.`))
      .then(() => order.push('documents'));
    const question = embeddings.embedQuery('What did they say?').then(() => order.push('question'));
    await Promise.all([documents, question]);
    expect(order).toEqual(['question', 'documents']);
  });

  it('lets documents have a turn among many questions', async () => {
    const order: string[] = [];
    const questions = Array.from({ length: 20 }, (_, i) =>
      embeddings.embedQuery(`Question ${i}?`).then(() => order.push('question')),
    );
    const documents = embeddings.embedDocuments(['One sentence.']).then(() => order.push('documents'));
    await Promise.all([...questions, documents]);
    expect(order.indexOf('documents')).toBeGreaterThanOrEqual(16);
    expect(order.at(-1)).toBe('question');
  });

  it('stops waiting when the signal is aborted', async () => {
    const reason = new Error('changed my mind');
    const stopping = new AbortController();
    const waiting = embeddings.embedDocuments(['One.', 'Two.'], stopping.signal);
    stopping.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(embeddings.embedQuery('Three.', stopping.signal)).rejects.toBe(reason);
    await expect(embeddings.embedQuery('Four.')).resolves.toHaveLength(512);
  });

  it('says so when it is closed', async () => {
    const closed = new PackagedEmbeddings();
    const lost = closed.embedQuery('One.');
    const told = expect(lost).rejects.toThrow('the embeddings are closed');
    await closed.close();
    await told;
    await expect(closed.embedQuery('Two.')).rejects.toThrow('the embeddings are closed');
  });

  it('leaves ONNX Runtime for the threads of later ones', async () => {
    const { next } = startChild(`
      import { Worker } from 'node:worker_threads';
      import { PackagedEmbeddings } from './src/providers/embeddings/packaged.ts';
      const embeddings = new PackagedEmbeddings();
      await embeddings.embedQuery('One.');
      await embeddings.close();
      const load = "import('onnxruntime-node').then(() => console.log('loaded'), console.log)";
      new Worker(load, { eval: true, execArgv: [] });
    `);
    expect(await next()).toBe('loaded');
  });

  it('gives the same vectors where ONNX Runtime cannot run', async () => {
    const folder = '../../src/providers/embeddings';
    const portable = createWorkerQueue(new URL(`${folder}/packaged-worker.mjs?portable`, import.meta.url));
    const texts = [
      ' ',
      'Nein.',
      'I like 😀 and 中文, she said; “nothing about Ukraine without Ukraine”.',
      'The delegation said on Monday that talks on 2,254 missiles will go on. '.repeat(8),
      ...Array.from({ length: 12 }, (_, i) => 'The union wants seven per cent. '.repeat(i + 1)),
    ];
    const expected = await portable.run(texts, false);
    await portable.close();
    const vectors = await embeddings.embedDocuments(texts);
    const furthest = vectors.map((vector, row) =>
      Math.max(...vector.map((number, column) => Math.abs(number - (expected[row]?.[column] ?? NaN)))),
    );
    expect(Math.max(...furthest)).toBeLessThan(1e-5);
  });
});
