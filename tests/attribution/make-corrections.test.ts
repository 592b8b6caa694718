import { beforeEach, expect, it } from 'vitest';
import { createCorrections, type Corrections } from '../../src/attribution/make-corrections.ts';
import type { Actors } from '../../src/domain/actor.ts';
import type { CorrectionInput } from '../../src/domain/change/correction.ts';
import { UsageError } from '../../src/errors.ts';
import type { Store } from '../../src/store/ports.ts';
import { createMemoryStore } from '../support/stores/memory-store.ts';
import { TALKS, recordOf } from '../support/records.ts';

const ACTORS: Actors = {
  sides: [
    { id: 'US', label: 'United States', names: ['Washington'], adjectives: ['American'] },
    { id: 'Russia', label: 'Russia', names: ['Moscow'], adjectives: ['Russian'] },
  ],
  actors: [
    {
      name: 'Alexander Fomin',
      side: 'Russia',
      role: null,
      kind: 'person',
      pronoun: 'he',
      aliases: [],
    },
  ],
};
const QUOTE = 'Ryabkov demanded guarantees';
const START = TALKS.geneva.article.text.indexOf(QUOTE);
const INPUT: CorrectionInput = {
  article: 'geneva',
  start: START,
  end: START + QUOTE.length,
  speaker: 'fomin',
  side: null,
  note: null,
  by: { id: '80351110224678912', name: 'Nelly' },
};

let store: Store;
let app: Corrections;
let restated: string[];
beforeEach(async () => {
  store = createMemoryStore();
  await store.saveArticle(TALKS.geneva);
  restated = [];
  const restate = async (id: string): Promise<void> => void restated.push(id);
  app = createCorrections({ store, actors: ACTORS, restate, now: () => new Date('2022-01-13T09:30:00Z') });
});

it('keeps a correction with the words as they stand, whose they were, and when', async () => {
  const kept = await app.correct({ ...INPUT, speaker: ' Alexander\n Fomin ', note: ' His deputy. ' });
  expect(kept).toEqual({
    ...INPUT,
    id: kept.id,
    quote: QUOTE,
    speaker: 'Alexander Fomin',
    was: { speaker: 'Sergei Ryabkov', side: 'Russia' },
    note: 'His deputy.',
    at: '2022-01-13T09:30:00.000Z',
  });
  expect(await store.corrections()).toEqual([kept]);
  const nobody = await app.correct({
    ...INPUT,
    start: 10,
    end: 26,
    speaker: null,
    side: 'moscow',
    note: ' ',
  });
  expect(nobody).toMatchObject({ was: { speaker: null, side: null }, side: 'Russia', note: null });
});

it('lists them oldest first, with what became of them', async () => {
  await store.saveArticle(TALKS.brussels);
  const first = await app.correct(INPUT);
  const other = await app.correct({ ...INPUT, article: 'brussels', start: 0, end: 32, speaker: 'US' });
  const last = await app.correct({ ...INPUT, speaker: null });
  const fomin = { speaker: 'Alexander Fomin', side: 'Russia' };
  expect(await app.corrections()).toEqual([
    { ...first, to: fomin, status: 'overruled' },
    { ...other, to: { speaker: null, side: 'US' }, status: 'waiting' },
    { ...last, to: { speaker: null, side: null }, status: 'waiting' },
  ]);
  await store.saveArticle(recordOf({ id: 'geneva', text: 'Nothing of it was true.' }));
  expect((await app.corrections()).map(({ status }) => status)).toEqual(['lost', 'waiting', 'lost']);
  await store.removeArticle('geneva');
  expect((await app.corrections()).map(({ status }) => status)).toEqual(['waiting']);
});

it.each<[string, Partial<CorrectionInput>, string]>([
  [
    'an unknown article',
    { article: 'vienna' },
    'There is no article "vienna"; the command "sources" lists those there are.',
  ],
  [
    'a span outside the text',
    { end: 1000 },
    `A correction is about words of the article "geneva", from 0 to 160 and no boilerplate; found ${START} to 1000.`,
  ],
  [
    'a span of boilerplate',
    { start: 0, end: 9 },
    'A correction is about words of the article "geneva", from 0 to 160 and no boilerplate; found 0 to 9.',
  ],
  [
    'a speaker without a letter',
    { speaker: ' – ' },
    'The speaker is empty; give the name of a person, body or side, or say that nobody said it.',
  ],
  [
    'a long speaker',
    { speaker: 'x'.repeat(101) },
    "The speaker's name has 101 characters; give at most 100.",
  ],
  ['an unknown side', { side: 'Mars' }, 'There is no side "Mars"; sides: US, Russia.'],
  ['a long note', { note: 'x'.repeat(1001) }, 'The note has 1,001 characters; give at most 1,000.'],
])('refuses %s in one sentence', async (_name, fields, sentence) => {
  await expect(app.correct({ ...INPUT, ...fields })).rejects.toThrow(new UsageError(sentence));
  expect(await store.corrections()).toEqual([]);
});

it.each([
  [5, 5],
  [7, 3],
  [-1, 5],
  [0.5, 30],
  [Number.NaN, 30],
])('refuses the span %d to %d', async (start, end) => {
  await expect(app.correct({ ...INPUT, start, end })).rejects.toThrow(UsageError);
});

it('brings the article up to date at once, and again when it is taken back', async () => {
  const { id } = await app.correct(INPUT);
  expect(restated).toEqual(['geneva']);
  await expect(app.undo(id, 'somebody else')).rejects.toThrow(
    new UsageError(`Correction ${id} was made by Nelly, who alone can take it back.`),
  );
  expect(await app.undo(id, INPUT.by.id)).toMatchObject({ id, quote: QUOTE });
  expect(restated).toEqual(['geneva', 'geneva']);
  expect(await store.corrections()).toEqual([]);
  await expect(app.undo(id, null)).rejects.toThrow(UsageError);
});
