import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/ports.ts';
import { FOLLOW } from '../support/stores/memory-follows.ts';
import { recordOf } from '../support/records.ts';

const WORDS = 'Ships may pass the strait by day';
const MORE = 'Ships may pass the strait by night as well';

const articleOf = (id: string, text: string, ...content: string[]) =>
  recordOf({
    id,
    text,
    statements: content.map((words) => ({
      content: [words],
      speaker: 'Ann Other',
      side: 'North',
      sides: ['North'],
      topics: ['straits'],
    })),
  });

/** What every store must do of what comes in and who follows it. */
export function followContract(name: string, open: () => Promise<Store>): void {
  describe(`${name} keeps the contract of follows`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('keeps what arrives with an article, the same words once', async () => {
      expect(await store.lastArrival()).toBe(0);
      await store.saveArticle(articleOf('one', `${WORDS}.`, WORDS));
      await store.saveArticle(articleOf('copy', `A wire copy. ${WORDS.toUpperCase()}!`, WORDS.toUpperCase()));
      await store.saveArticle(articleOf('two', `Yes, so. ${MORE}.`, MORE, 'Yes, so'));
      const all = await store.arrivals(0, 99);
      expect(all.map(({ article, start }) => [article, start])).toEqual([
        ['one', 0],
        ['two', 0],
        ['two', 9],
      ]);
      expect(all[0]).toMatchObject({
        speaker: 'Ann Other',
        sides: ['North'],
        act: 'states',
        topics: ['straits'],
      });
      expect(await store.lastArrival()).toBe(all.at(-1)?.id);
      expect(await store.arrivals(all[0]?.id ?? 0, 1)).toEqual(all.slice(1, 2));
    });

    it('has nothing arrive of an article that is read again with the same text', async () => {
      await store.saveArticle(articleOf('one', `${WORDS}. ${MORE}.`, WORDS));
      await store.saveArticle(articleOf('one', `${WORDS}. ${MORE}.`, WORDS, MORE));
      expect(await store.arrivals(0, 99)).toHaveLength(1);
      await store.saveArticle(articleOf('one', `${WORDS}. ${MORE}!`, WORDS, MORE));
      expect(await store.arrivals(0, 99)).toHaveLength(2);
    });

    it('has nothing arrive that is denied, or that nobody could follow', async () => {
      const said = { content: [WORDS], denied: true, side: 'North', sides: ['North'] };
      await store.saveArticle(recordOf({ id: 'no', text: `${WORDS}.`, statements: [said] }));
      await store.saveArticle(recordOf({ id: 'who', text: MORE, statements: [{ content: [MORE] }] }));
      expect(await store.lastArrival()).toBe(0);
    });

    it('keeps follows by place and pace, each once, from what arrived then on', async () => {
      await store.saveArticle(articleOf('one', `${WORDS}.`, WORDS));
      const first = await store.addFollow(FOLLOW);
      expect(first).toMatchObject({ subject: 'side', target: 'North', act: null, since: 1 });
      const again = await store.addFollow({ ...FOLLOW, person: 'ben', quiet: '22-7' });
      expect(again.id).toBe(first.id);
      const act = await store.addFollow({ ...FOLLOW, act: 'offers', person: 'ben' });
      const direct = await store.addFollow({ ...FOLLOW, kind: 'person', place: 'ben', person: 'ben' });
      expect(act.destination).toBe(first.destination);
      expect(direct.destination).not.toBe(first.destination);
      expect((await store.destinations()).map(({ place, quiet, cursor }) => [place, quiet, cursor])).toEqual([
        ['c1', '22-7', 1],
        ['ben', null, 1],
      ]);
      expect((await store.follows({ person: 'ben' })).map(({ id }) => id)).toEqual([act.id, direct.id]);
      expect((await store.follows({ place: 'c1' })).map(({ id }) => id)).toEqual([first.id, act.id]);
      expect(await store.follows()).toHaveLength(3);
    });

    it('removes follows, and places that nobody is told at any more', async () => {
      const one = await store.addFollow(FOLLOW);
      const two = await store.addFollow({ ...FOLLOW, target: 'South' });
      expect(await store.removeFollow(one.id)).toBe(true);
      expect(await store.removeFollow(one.id)).toBe(false);
      expect(await store.destinations()).toHaveLength(1);
      await store.removeDestination(two.destination);
      expect(await store.follows()).toEqual([]);
      expect(await store.destinations()).toEqual([]);
    });

    it('keeps how far a place was told', async () => {
      const { destination } = await store.addFollow({ ...FOLLOW, due: '2031-05-01T08:00:00.000Z' });
      const state = async () =>
        (await store.destinations()).map(({ cursor, pending, due }) => [cursor, pending, due]);
      await store.claimBatch(destination, 7);
      expect(await state()).toEqual([[0, 7, '2031-05-01T08:00:00.000Z']]);
      // What is being told is not passed over.
      await store.passOver([destination], 9);
      expect(await state()).toEqual([[0, 7, '2031-05-01T08:00:00.000Z']]);
      await store.finishBatch(destination, '2031-05-02T08:00:00.000Z');
      expect(await state()).toEqual([[7, null, '2031-05-02T08:00:00.000Z']]);
      await store.finishBatch(destination, null);
      expect(await state()).toEqual([[7, null, '2031-05-02T08:00:00.000Z']]);
      await store.passOver([destination], 9);
      await store.passOver([destination], 8);
      expect(await state()).toEqual([[9, null, '2031-05-02T08:00:00.000Z']]);
    });

    it('keeps when somebody last asked what changed', async () => {
      expect(await store.lastAsked('ann')).toBeNull();
      await store.setLastAsked('ann', 3);
      await store.setLastAsked('ann', 5);
      expect([await store.lastAsked('ann'), await store.lastAsked('ben')]).toEqual([5, null]);
    });

    it('forgets when somebody last asked, wherever that was', async () => {
      for (const person of ['ann', 'ann in one server', 'ben']) await store.setLastAsked(person, 3);
      await store.forgetAsked('ann');
      const asked = await Promise.all(['ann', 'ann in one server', 'ben'].map((one) => store.lastAsked(one)));
      expect(asked).toEqual([null, null, 3]);
    });
  });
}
