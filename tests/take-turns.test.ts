import { describe, expect, it } from 'vitest';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurns, workAhead, type Turns } from '../src/take-turns.ts';

/** A clock that stands until it is moved on, and turns that wait by it. */
function turnsByHand() {
  let nowMs = 0;
  const waiting = new Set<{ readonly untilMs: number; readonly end: () => void }>();
  const wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const abort = (): void => reject(new Error('nobody is waited for'));
      signal.addEventListener('abort', abort, { once: true });
      waiting.add({
        untilMs: nowMs + ms,
        end() {
          signal.removeEventListener('abort', abort);
          resolve();
        },
      });
    });
  const pass = (ms: number): void => {
    nowMs += ms;
    for (const one of waiting)
      if (one.untilMs <= nowMs) {
        waiting.delete(one);
        one.end();
      }
  };
  return { turns: createTurns(() => nowMs, wait), pass };
}

/** A question under way, and what answers it. */
function askedBy(turns: Turns): { readonly answer: () => void; readonly asked: Promise<void> } {
  const ends: (() => void)[] = [];
  const answered = new Promise<void>((resolve) => ends.push(resolve));
  return { answer: () => ends[0]?.(), asked: turns.waitedFor(() => answered) };
}

describe('createTurns', () => {
  it('lets a reader go on under questions without end, a small part of the time', async () => {
    const { turns, pass } = turnsByHand();
    const giveWay = turns.createGiveWay();
    let steps = 0;
    const under = { isOn: true };
    const reading = (async () => {
      while (under.isOn) {
        pass(10);
        steps++;
        await giveWay();
      }
    })();
    // The next is asked before the last is answered, so that somebody is always waited for.
    let last = askedBy(turns);
    for (let turn = 0; turn < 1000; turn++) {
      const next = askedBy(turns);
      last.answer();
      await last.asked;
      last = next;
      pass(5);
      await nextTurn();
    }
    const shareOfSteps = (10 * steps) / (10 * steps + 5 * 1000);
    expect(shareOfSteps).toBeGreaterThan(0.08);
    expect(shareOfSteps).toBeLessThan(0.2);
    under.isOn = false;
    last.answer();
    await Promise.all([last.asked, reading]);
  });

  it('goes on as soon as nobody is waited for', async () => {
    const { turns, pass } = turnsByHand();
    const giveWay = turns.createGiveWay();
    pass(100);
    await giveWay();
    const { answer, asked } = askedBy(turns);
    pass(100);
    let isOn = false;
    const given = giveWay().then(() => (isOn = true));
    await nextTurn();
    await nextTurn();
    expect(isOn).toBe(false);
    answer();
    await asked;
    await given;
    expect(isOn).toBe(true);
  });

  it('gives what is waited for, its failure too', async () => {
    const { turns } = turnsByHand();
    expect(await turns.waitedFor(() => Promise.resolve(7))).toBe(7);
    await expect(turns.waitedFor(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe('workAhead', () => {
  it('has so many under way at once and gives them in their order', async () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    let [under, most, turnsTaken] = [0, 0, 0];
    const counted = { isOn: true };
    const counting = (async () => {
      while (counted.isOn) {
        await nextTurn();
        turnsTaken++;
      }
    })();
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++under);
      for (let step = 0; step < 6; step++) await nextTurn();
      under--;
      return item;
    };
    const made: number[] = [];
    for await (const one of workAhead(items, work, 10)) made.push(one);
    counted.isOn = false;
    await counting;
    expect(made).toEqual(items);
    expect(most).toBe(10);
    // One at a time they take six each.
    expect(turnsTaken).toBeLessThan((2 * 6 * items.length) / 10);
  });
});
