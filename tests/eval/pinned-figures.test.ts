import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../support/folders.ts';
import pinned from './pinned-figures.json' with { type: 'json' };
import { evaluateQuestions } from './questions.ts';

const HERE = import.meta.dirname;

/** The collection that a file of questions is about. */
const collectionOf = (file: string): string =>
  file.startsWith('collections/') ? path.join(HERE, path.dirname(file)) : path.join(HERE, '../../seeds');

const collections = new Set(Object.keys(pinned).map(collectionOf));

describe('what answers get right, file by file, is no less than pinned', () => {
  for (const collection of collections) {
    it(path.basename(collection), { timeout: 120_000 }, async () => {
      const config = readConfig({ DATA_DIR: temporaryFolder(), COLLECTION_DIR: collection });
      const app = await createApp(config, { info: () => undefined, warn: () => undefined });
      onTestFinished(() => app.close());
      await app.ingest([]);
      for (const [file, pin] of Object.entries(pinned)) {
        if (collectionOf(file) !== collection) continue;
        const wrong: string[] = [];
        const figures = await evaluateQuestions(app, path.join(HERE, `${file}.jsonl`), (line) =>
          wrong.push(line),
        );
        const message = `${file}\n${wrong.join('\n')}`;
        expect(figures.first, message).toBeGreaterThanOrEqual(pin.first);
        expect(figures.inFive, message).toBeGreaterThanOrEqual(pin.inFive);
        expect(figures.refused, message).toBeGreaterThanOrEqual(pin.refused);
        expect(figures.refusedWrongly, message).toBeLessThanOrEqual(pin.refusedWrongly);
        expect(figures.others, message).toBeLessThanOrEqual(pin.others);
      }
    });
  }
});
