import { beforeEach, expect, it } from 'vitest';
import type { Evidence } from '../../src/domain/answer.ts';
import type { Arrival } from '../../src/domain/follow.ts';
import { createTellArrivals, type Batch, type Teller, type Told } from '../../src/follow/tell-arrivals.ts';
import { evidence } from '../support/fake-app.ts';
import { createMemoryFollows, FOLLOW } from '../support/stores/memory-follows.ts';

const signal = new AbortController().signal;

let store: ReturnType<typeof createMemoryFollows>;
let now: Date;
let batches: Batch[];
let ends: string[];
let answer: (batch: Batch) => Told;

beforeEach(() => {
  store = createMemoryFollows();
  now = new Date('2031-05-01T12:00:00Z');
  batches = [];
  ends = [];
  answer = () => 'told';
});

const teller: Teller = {
  async tell(batch) {
    batches.push(batch);
    return answer(batch);
  },
  async endOf(follows, reason) {
    ends.push(...follows.map(({ person, target }) => `${person} ${target}: ${reason}`));
  },
};

function arrive(text: string, fields: Partial<Arrival> = {}): void {
  const arrival = {
    article: text,
    start: 0,
    speaker: null,
    sides: ['North'],
    act: 'states',
    topics: [],
  } as const;
  store.keepArrivals([{ ...arrival, ...fields, digest: text }]);
}
const show = async (arrivals: readonly Arrival[]): Promise<readonly Evidence[]> =>
  arrivals.map(({ article: text, act }) =>
    evidence({ text, act, published: /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null }),
  );
const tell = (): Promise<{ sent: number; isLeft: boolean }> =>
  createTellArrivals({ store, show, now: () => now })(teller, signal);
const told = (): string[] =>
  batches.map(
    ({ destination, quotes }) => `${destination.place}: ${quotes.map(({ text }) => text).join(' | ')}`,
  );

it('tells each place what arrived since for its follows, once, in the order in which it was said', async () => {
  arrive('before');
  await store.addFollow(FOLLOW);
  await store.addFollow({ ...FOLLOW, subject: 'topic', target: 'straits' });
  await store.addFollow({ ...FOLLOW, place: 'c2', act: 'offers' });
  await store.addFollow({ ...FOLLOW, place: 'c3', subject: 'speaker', target: 'Ann Other' });
  arrive('later 2031-04-30', { topics: ['straits'] });
  arrive('earlier 2031-04-29', { act: 'offers' });
  arrive('by South', { sides: ['South'] });
  expect(await tell()).toEqual({ sent: 2, isLeft: false });
  expect(told().toSorted()).toEqual(['c1: earlier 2031-04-29 | later 2031-04-30', 'c2: earlier 2031-04-29']);
  expect(await tell()).toEqual({ sent: 0, isLeft: false });
  arrive('Ann’s', { sides: [], speaker: 'Ann Other' });
  await tell();
  expect(told().at(-1)).toBe('c3: Ann’s');
});

it('puts apart what says nothing but how the talks go on', async () => {
  await store.addFollow(FOLLOW);
  arrive('Talks will continue tomorrow');
  arrive('We want a harbour');
  await tell();
  expect(batches[0]?.quotes.map(({ text }) => text)).toEqual(['We want a harbour']);
  expect(batches[0]?.procedural.map(({ text }) => text)).toEqual(['Talks will continue tomorrow']);
});

it('tells much in several messages, none of them twice', async () => {
  await store.addFollow(FOLLOW);
  for (let i = 0; i < 30; i++) arrive(`number ${i}`);
  expect((await tell()).sent).toBe(6);
  expect(batches.flatMap(({ quotes }) => quotes.map(({ text }) => text))).toEqual(
    Array.from({ length: 30 }, (_, i) => `number ${i}`),
  );
  expect(new Set(batches.map(({ nonce }) => nonce)).size).toBe(6);
});

it('sends a batch that was left the same again, with the same nonce, whatever arrived meanwhile', async () => {
  await store.addFollow(FOLLOW);
  arrive('one');
  answer = () => 'later';
  expect(await tell()).toEqual({ sent: 0, isLeft: true });
  arrive('two');
  answer = () => 'told';
  await tell();
  expect(told()).toEqual(['c1: one', 'c1: one', 'c1: two']);
  expect(batches.map(({ isAgain }) => isAgain)).toEqual([false, true, false]);
  expect(batches[1]?.nonce).toBe(batches[0]?.nonce);
  expect(batches[2]?.nonce).not.toBe(batches[0]?.nonce);
  expect(batches.every(({ nonce }) => nonce.length <= 25)).toBe(true);
});

it('ends the follows of a place that is gone, and tells who followed', async () => {
  await store.addFollow(FOLLOW);
  await store.addFollow({ ...FOLLOW, target: 'South', person: 'ben' });
  await store.addFollow({ ...FOLLOW, place: 'c2' });
  arrive('words');
  answer = ({ destination }) => (destination.place === 'c1' ? { gone: 'the channel is gone' } : 'told');
  await tell();
  expect(ends).toEqual(['ann North: the channel is gone', 'ben South: the channel is gone']);
  expect((await store.follows()).map(({ place }) => place)).toEqual(['c2']);
});

it('is quiet in quiet hours, and tells it afterwards', async () => {
  await store.addFollow({ ...FOLLOW, quiet: '22-7 Europe/Berlin' });
  now = new Date('2031-05-01T20:30:00Z');
  arrive('in the night');
  expect((await tell()).sent).toBe(0);
  now = new Date('2031-05-02T05:30:00Z');
  expect((await tell()).sent).toBe(1);
});

it('gathers for a digest, without what the same place was told at once', async () => {
  await store.addFollow({ ...FOLLOW, pace: 'daily', due: '2031-05-02T08:00:00.000Z' });
  await store.addFollow({ ...FOLLOW, act: 'offers' });
  arrive('stated');
  arrive('offered', { act: 'offers' });
  await tell();
  expect(told()).toEqual(['c1: offered']);
  now = new Date('2031-05-02T08:00:01Z');
  await tell();
  expect(told()).toEqual(['c1: offered', 'c1: stated']);
  expect((await store.destinations()).map(({ due }) => due)).toEqual(['2031-05-03T08:00:00.000Z', null]);
  // With nothing to tell it is the next day's turn, not that of what comes next.
  now = new Date('2031-05-03T09:00:00Z');
  await tell();
  arrive('next');
  await tell();
  expect(told()).toHaveLength(2);
});
