import { expect, it } from 'vitest';
import { createConnectionLog } from '../../../src/discord/gateway/connection-log.ts';
import { captureLog } from '../../support/discord/running-bot.ts';

it('a connection that stays lost is told of ever more seldom, with the last reason', () => {
  const { log, lines } = captureLog();
  let minutes = 0;
  const connection = createConnectionLog({ log, now: () => minutes * 60_000 });
  const told: number[] = [];
  for (; minutes < 20; minutes += 0.01) {
    const before = lines().length;
    connection.failed(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }));
    connection.lost();
    if (lines().length > before) told.push(Math.round(minutes));
  }
  expect(told).toEqual([0, 1, 3, 7, 15]);
  expect(lines().every(({ err }) => err?.code === 'ECONNREFUSED')).toBe(true);
  connection.back();
  expect(lines().at(-1)?.msg).toBe('connection to discord resumed');
  connection.lost();
  expect(lines().at(-1)?.msg).toBe('connection to discord lost, reconnecting');
  connection.end();
  connection.back();
  connection.lost();
  expect(lines()).toHaveLength(7);
});
