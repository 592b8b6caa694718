import { describe, expect, it } from 'vitest';
import { findTimeNamed, timeAsked } from '../../../src/answer/read/time-asked.ts';

/** A Wednesday. */
const TODAY = '2031-05-14';

describe('timeAsked', () => {
  it.each([
    ['What is the port offering now?', 'now'],
    ['the newest offer on berths', 'now'],
    ['Does the port still want tugs?', 'now'],
    ['Has the port’s position on tugs changed?'.replace('’', "'"), 'changes'],
    ['Did the pilots change their mind about tugs?', 'changes'],
    ['has the port moved on berths?', 'changes'],
    ['what changed?', 'changes'],
    ['any news on the berths?', 'changes'],
    ['What did the port change?', 'changes'],
    ['where did the pilots give way?', 'changes'],
    ['have the tugs come down on dues', 'changes'],
    ['Is the pilots’ stance on dues unchanged?', 'changes'],
    ['Who has softened on dues?', 'changes'],
    ['Did anybody withdraw an offer?', 'changes'],
    ['what does the port want now that it did not want before?', 'changes'],
    ['what is different, compared to last week?', 'changes'],
    ['bring me up to date on berths', 'changes'],
  ])('%s: %s', (clause, of) => {
    expect(timeAsked(clause, TODAY, null)).toMatchObject({ of, since: null });
  });

  it.each([
    'What did the port offer?',
    'Compare the positions on split shifts',
    'What did the port say about climate change?',
    'What can ships no longer carry?',
    'What did they say after the meeting?',
    'What would the new quay change for sailors?',
    'Who wants to shift the pilots’ house?',
    'What did Roe say about new buoys?',
    'What changes does the port want?',
    'Who demands a change of the harbour law?',
  ])('%s: asks for no order', (clause) => {
    expect(timeAsked(clause, TODAY, null)).toBeNull();
  });

  it.each([
    ['what changed since Monday?', '2031-05-12', 'what changed?'],
    ['what changed since Friday?', '2031-05-09', 'what changed?'],
    ['what has Roe said since yesterday?', '2031-05-13', 'what has Roe said?'],
    ['has the port moved since the last round?', null, 'has the port moved?'],
    ['what changed on tugs since 3 May 2031', '2031-05-03', 'what changed on tugs'],
    ['what changed in the last two weeks?'.replace('two', '2'), '2031-04-30', 'what changed?'],
    ['what has changed on tugs in the past month', '2031-04-14', 'what has changed on tugs'],
  ])('%s: from %s on', (clause, since, left) => {
    expect(timeAsked(clause, TODAY, '2031-05-13')).toMatchObject({ since, clause: left });
  });

  it('takes a day without a year for the last one before the newest article', () => {
    expect(timeAsked('what changed since 12 January?', TODAY, '2031-05-13')?.since).toBe('2031-01-12');
    expect(timeAsked('what changed since 12 January?', TODAY, '2029-05-13')?.since).toBe('2029-01-12');
    expect(timeAsked('what changed since 12 June?', TODAY, '2029-05-13')?.since).toBe('2028-06-12');
  });
});

describe('findTimeNamed', () => {
  it.each([
    ['and in October?', 'in October'],
    ['berths, last week', 'last week'],
    ['what did the port offer on berths since about 3 May', 'since about 3 May'],
    ['back in the spring of 2030, maybe', null],
    ['and the pilots?', null],
  ])('%s: %s', (text, told) => {
    const span = findTimeNamed(text);
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(told);
  });
});
