import { expect, it } from 'vitest';
import { isOutgrown, readKeptDrafts } from '../../src/app/tables/kept-drafts.ts';

const noting = (drafts: unknown) => ({ note: () => Promise.resolve(JSON.stringify(drafts)) });
const body = { name: 'State Department', kind: 'body', side: null };

it('drafts that cannot be read are worked out anew, and close no collection', async () => {
  const twice = { articles: 5, actors: { sides: [], actors: [body, body] }, topics: [] };
  const once = { ...twice, actors: { sides: [], actors: [body] } };
  expect(await readKeptDrafts(noting(twice))).toBeNull();
  expect(isOutgrown(null, 5)).toBe(true);
  expect((await readKeptDrafts(noting(once)))?.articles).toBe(5);
});
