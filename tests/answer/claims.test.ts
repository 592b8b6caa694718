import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { judgeClaims } from '../eval/claims.ts';
import { temporaryFolder } from '../support/folders.ts';

it('shows what is true and drops what is not, of a model that lies in ten ways', async () => {
  const config = readConfig({
    DATA_DIR: temporaryFolder(),
    COLLECTION_DIR: fileURLToPath(new URL('../../seeds', import.meta.url)),
  });
  const verdicts = await judgeClaims(config, fileURLToPath(new URL('../eval/claims.jsonl', import.meta.url)));
  const wrong = verdicts.filter(({ shown, claim }) => shown !== (claim.lie === null));
  expect(wrong.map(({ claim }) => claim)).toEqual([]);
  expect(new Set(verdicts.map(({ claim }) => claim.lie)).size).toBe(11);
});
