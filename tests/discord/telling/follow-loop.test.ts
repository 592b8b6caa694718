import { EventEmitter, once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { createFollowLoop } from '../../../src/discord/telling/follow-loop.ts';
import { captureLog } from '../../support/discord/running-bot.ts';

const teller = { tell: async () => 'told' as const, endOf: async () => undefined };

/** Runs the loop over looks at the store; what each told is given one after the other, `null` where Discord was away. */
function looping(revisions: readonly number[]) {
  const { log, lines } = captureLog();
  const told: number[] = [];
  let [look, fails] = [0, 2];
  const events = new EventEmitter();
  const over = once(events, 'over');
  const revisionNow = (): number => revisions[Math.min(look, revisions.length - 1)] ?? 0;
  const loop = createFollowLoop({
    app: {
      async revision() {
        look++;
        if (look > revisions.length + 1) events.emit('over');
        return revisionNow();
      },
      async tellArrivals() {
        if (fails-- > 0) throw new Error('the connection was closed');
        told.push(revisionNow());
        return { sent: 1, isLeft: false };
      },
    },
    log,
    everyMs: 1,
  });
  onTestFinished(() => loop.stop());
  loop.start(teller);
  return { over, told, lines };
}

it('goes on telling when the connection is back, what arrived meanwhile included, once for each change', async () => {
  const { over, told, lines } = looping([1, 1, 1, 1, 2, 2, 2]);
  await over;
  expect(told.slice(0, 2)).toEqual([1, 2]);
  expect(lines().filter(({ level }) => level === 50).length).toBe(2);
});
