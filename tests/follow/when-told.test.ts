import { expect, it } from 'vitest';
import { isQuiet, nextDue, readQuietHours } from '../../src/follow/when-told.ts';

it.each([
  ['22-7', { from: 22, to: 7, zone: 'UTC' }],
  ['9:00 – 17:00 Europe/Berlin', { from: 9, to: 17, zone: 'Europe/Berlin' }],
  ['0-24', null],
  ['22-24', { from: 22, to: 0, zone: 'UTC' }],
  ['25-7', null],
  ['7-7', null],
  ['22-7 Nowhere/Land', null],
  ['at night', null],
])('reads %j', (text, hours) => {
  expect(readQuietHours(text)).toEqual(hours);
});

it.each([
  ['22-7', '23:59', true],
  ['22-7', '06:59', true],
  ['22-7', '07:00', false],
  ['9-17', '16:59', true],
  ['9-17', '17:00', false],
  ['9-17 Asia/Tokyo', '00:30', true],
])('%s at %s UTC: %s', (hours, time, quiet) => {
  expect(isQuiet(new Date(`2031-05-01T${time}:00Z`), hours)).toBe(quiet);
});

it('has digests at eight, the weekly ones on Mondays', () => {
  const thursday = new Date('2031-05-01T08:00:00Z');
  expect(nextDue('at once', thursday)).toBeNull();
  expect(nextDue('daily', thursday)).toBe('2031-05-02T08:00:00.000Z');
  expect(nextDue('daily', new Date('2031-05-01T07:59:59Z'))).toBe('2031-05-01T08:00:00.000Z');
  expect(nextDue('weekly', thursday)).toBe('2031-05-05T08:00:00.000Z');
});
