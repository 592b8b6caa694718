import { expect, it } from 'vitest';
import { judgeClaims } from '../../eval/claims.ts';

it('shows what is true and drops what is not, of a model that lies in ten ways', async () => {
  const verdicts = await judgeClaims('claims.jsonl');
  const wrong = verdicts.filter(({ shown, claim }) => shown !== (claim.lie === null));
  expect(wrong.map(({ claim }) => claim)).toEqual([]);
  expect(new Set(verdicts.map(({ claim }) => claim.lie)).size).toBe(11);
});
