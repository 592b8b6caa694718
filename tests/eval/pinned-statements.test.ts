import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExtractor, type StatementsOfTexts } from '../../src/app/models/extractor.ts';
import { readConfig } from '../../src/config.ts';
import { CLAIM_FILES, judgeClaims, printClaims } from './claims.ts';
import { pinFile } from './pin-files.ts';
import pinned from './pinned-figures.json' with { type: 'json' };
import { evaluateSmallInputs } from './small-inputs.ts';
import { evaluateStatements } from './statements.ts';

const HERE = import.meta.dirname;

describe('who said what', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-pins-'));
  let extractor: StatementsOfTexts;
  beforeAll(async () => {
    extractor = await openExtractor(
      readConfig({ DATA_DIR: folder, COLLECTION_DIR: join(HERE, '../../seeds') }),
    );
  });
  afterAll(async () => {
    await extractor.reader.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [file, pin] of Object.entries(pinned.statements))
    pinFile(file, pin, (print) => evaluateStatements(extractor, join(HERE, file), print));
  for (const [file, right] of Object.entries(pinned.smallInputs))
    pinFile(file, { right }, (print) => evaluateSmallInputs(extractor, join(HERE, file), folder, print));
});

describe('what a model claims', () => {
  for (const file of CLAIM_FILES)
    pinFile(file, pinned.claims[file], async (print) => printClaims(await judgeClaims(file), print));
});

/**
 * Messages to the bot about other collections, in 65 ms of processor time each. Nor are names with letters wrong (`misspelt/`), which
 * have no file: to ask 1,500 times takes 30 s.
 */
const NOT_PINNED = ['bridge', 'climate', 'herring', 'railway', 'strike', 'tracker', 'trade'].map(
  (name) => `collections/${name}/chat.jsonl`,
);

it('every file of an evaluation is pinned, but for those named', () => {
  const { questions, chat, claims, statements, smallInputs } = pinned;
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.jsonl'),
  );
  const known = [questions, chat, claims, statements, smallInputs].flatMap((pins) => Object.keys(pins));
  expect(files.toSorted()).toEqual([...known, 'forms.jsonl', ...NOT_PINNED].toSorted());
});
