import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { createModels } from '../../src/app/models/models.ts';
import { readConfig } from '../../src/config.ts';
import { evaluateChanges, TRACKED } from './changes.ts';
import { readChat } from './chat/chat.ts';
import { evaluateChat } from './chat/chat-score.ts';
import { evaluateForms, readGroups } from './forms.ts';
import pinned from './pinned-figures.json' with { type: 'json' };
import { readPositionGold } from './position-gold.ts';
import { evaluateQuestions } from './questions.ts';

const HERE = import.meta.dirname;

/** On a busy machine, too. */
const WITHIN_MS = 120_000;

/** Figures of which fewer are better. */
const FEWER = new Set(['refusedWrongly', 'others', 'unasked', 'false']);

/**
 * Evaluates one file, as a test: no figure may be worse than pinned. Where one is, the failure names the file and has what the
 * evaluation printed, the rows that are wrong.
 */
export function pinFile(
  name: string,
  pin: Readonly<Record<string, number>>,
  evaluate: (print: (line: string) => void) => Promise<object>,
): void {
  it(name, { timeout: WITHIN_MS }, async () => {
    const printed: string[] = [];
    const figures: Readonly<Record<string, unknown>> = {
      ...(await evaluate((line) => void printed.push(line))),
    };
    for (const [figure, value] of Object.entries(pin)) {
      const message = `${figure} of ${name}\n${printed.join('\n')}`;
      if (FEWER.has(figure)) expect(figures[figure], message).toBeLessThanOrEqual(value);
      else expect(figures[figure], message).toBeGreaterThanOrEqual(value);
    }
  });
}

/** The folder of `collections/` that a file is about; `seeds` for the five articles. */
const collectionOf = (file: string): string => /^collections\/([^/]+)\//.exec(file)?.[1] ?? 'seeds';

/** The pins of files about a collection. */
function pinsOf<T>(collection: string, pins: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(pins).filter(([file]) => collectionOf(file) === collection);
}

/** The same of what there is once a collection, under its name. */
function pinOf<T>(collection: string, pins: Readonly<Record<string, T>>): T[] {
  return Object.entries(pins).flatMap(([name, pin]) => (name === collection ? [pin] : []));
}

/** Reads each collection in once, and evaluates what is asked and written about it, file by file. */
export function pinCollections(collections: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pins-'));
  // One encoder for them all.
  const models = createModels(readConfig({}));
  afterAll(async () => {
    await models.close();
    rmSync(folder, { recursive: true, force: true });
  });
  describe.each(collections)('%s', (collection) => {
    const dir = collection === 'seeds' ? join(HERE, '../../seeds') : join(HERE, 'collections', collection);
    let app: App;
    beforeAll(async () => {
      const config = readConfig({ DATA_DIR: join(folder, collection), COLLECTION_DIR: dir });
      app = await createApp(config, { info: () => undefined, warn: () => undefined }, models);
      await app.ingest([]);
    }, WITHIN_MS);
    afterAll(() => app.close());

    for (const [file, pin] of pinsOf(collection, pinned.questions))
      pinFile(file, pin, (print) => evaluateQuestions(app, join(HERE, file), print));
    for (const [file, pin] of pinsOf(collection, pinned.chat))
      pinFile(file, pin, (print) => evaluateChat(app, readChat(join(HERE, file)), print));
    for (const pin of pinOf(collection, pinned.forms)) {
      const groups = readGroups(join(HERE, 'forms.jsonl')).filter((group) => group.collection === collection);
      pinFile(`forms.jsonl, ${collection}`, pin, (print) => evaluateForms(app, groups, print));
    }
    for (const pin of pinOf(collection, pinned.changes)) {
      const gold = readPositionGold(join(dir, 'gold.json'));
      const [askedOn = []] = pinOf(collection, TRACKED);
      pinFile(`gold.json, ${collection}`, pin, (print) => evaluateChanges(app, gold, askedOn, print));
    }
  });
}
