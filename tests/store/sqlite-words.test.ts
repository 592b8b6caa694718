import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { recordOf } from '../support/records.ts';

const STAMP = { provider: 'test', model: 'letters', dimensions: 16 };
const WORDS = ['missile', 'missiles', 'talks', 'Geneva', 're-open', 'U.S.', 'naïve', '7.5', 'the', 'offers'];

const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });
const text = fc
  .array(sentence, { minLength: 1, maxLength: 5 })
  .map((sentences) => sentences.map((words) => `So ${words.join(' ')}.`).join(' '));
/** An article that comes in or takes another's place, or one that goes. */
const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), text: fc.option(text) });

it(
  'ranks as FTS5 itself does, to the last bit, whatever came in and went',
  { timeout: 120_000 },
  async () => {
    const asked = fc.array(fc.constantFrom(...WORDS, 'talks geneva'), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, asked), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        async (steps, limit) => {
          const path = join(temporaryFolder(), 'parley.db');
          const store = await openSqliteStore({ path });
          await store.setEmbeddingStamp(STAMP);
          const db = new Database(path, { readonly: true });
          const select = (table: string) =>
            db.prepare<[string, number], { key: number; score: number }>(
              `SELECT rowid AS key, -bm25(${table}) AS score FROM ${table} WHERE ${table} MATCH ?
             ORDER BY bm25(${table}), rowid LIMIT ?`,
            );
          const [sentences, passages] = [select('sentence_words'), select('passage_words')];
          try {
            for (const [one, words] of steps) {
              if (one.text === null) await store.removeArticle(one.id);
              else await store.saveArticle(recordOf({ id: one.id, text: one.text }));
              const match = [...new Set(words.map((word) => word.toLowerCase()))]
                .map((word) => `"${(word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ')}"`)
                .join(' OR ');
              // Two spellings of one stem count once here, and twice in a query of FTS5.
              const isOnce = !(words.includes('missile') && words.includes('missiles'));
              if (!isOnce) continue;
              expect(await store.searchSentences(words, limit)).toEqual(sentences.all(match, limit));
              expect(await store.searchPassages(words, limit)).toEqual(passages.all(match, limit));
            }
          } finally {
            db.close();
            await store.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  },
);

it('leaves no candidate out when more were asked for than are kept', async () => {
  const store = await openSqliteStore({ path: join(temporaryFolder(), 'parley.db') });
  onTestFinished(() => store.close());
  await store.setEmbeddingStamp(STAMP);
  const sentences = Array.from({ length: 5_200 }, (_, i) => `Word ${i} stands here.`);
  await store.saveArticle(recordOf({ id: 'long', text: sentences.join(' ') }));
  const keys = await store.keysInScope({}, Number.MAX_SAFE_INTEGER);
  const [first = 0, last = 0] = [keys[0], keys.at(-1)];
  await store.candidates(keys.slice(0, -1));
  expect((await store.candidates([first, last])).map(({ key }) => key)).toEqual([first, last]);
});
