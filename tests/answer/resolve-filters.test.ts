import { describe, expect, it } from 'vitest';
import { checkQuestion, resolveFilters } from '../../src/answer/resolve-filters.ts';
import type { Filters } from '../../src/domain/question.ts';
import { UsageError } from '../../src/errors.ts';
import { SEEDS } from '../support/collection.ts';

const SIDES = 'Sides: US, Russia, NATO, Ukraine.';

describe('filters as people write them', () => {
  it.each<[Filters, object]>([
    [{ side: 'the united states' }, { side: 'US' }],
    [{ side: 'MOSCOW' }, { side: 'Russia' }],
    [{ side: 'Ukrainian' }, { side: 'Ukraine' }],
    [{ speaker: 'sherman' }, { speaker: 'Wendy Sherman' }],
    [{ speaker: 'Ms. Sherman' }, { speaker: 'Wendy Sherman' }],
    [{ speaker: 'Anthony Blinken' }, { speaker: 'Antony Blinken' }],
    [{ speaker: 'the white house' }, { speaker: 'White House' }],
    [{ topic: 'Military Exercises' }, { topic: 'exercises' }],
    [{ topic: 'missile' }, { topic: 'missiles' }],
    [
      { since: '2022-01', until: '2022-02' },
      { since: '2022-01-01', until: '2022-02-28' },
    ],
    [
      { since: '2021', until: '2022-01-10' },
      { since: '2021-01-01', until: '2022-01-10' },
    ],
  ])('%o', (filters, scope) => {
    expect(resolveFilters(filters, SEEDS)).toEqual({ scope, limit: 5 });
  });

  it.each<[Filters, string]>([
    [{ side: 'Rusia' }, `There is no side "Rusia"; did you mean Russia? ${SIDES}`],
    [{ side: 'Atlantis' }, `There is no side "Atlantis". ${SIDES}`],
    [{ speaker: 'Riabkov' }, 'There is no speaker "Riabkov"; did you mean Sergei Ryabkov?'],
    [{ speaker: 'Zorro' }, 'There is no speaker "Zorro"; the command "speakers" lists everybody.'],
    [
      { topic: 'sancsions' },
      'There is no topic "sancsions"; did you mean sanctions? Topics: missiles, nato-enlargement, exercises, ukraine, security-guarantees, sanctions, talks.',
    ],
    [{ since: 'yesterday' }, '"since" takes a date like 2022-01-10; found "yesterday".'],
    [{ until: '2022-02-30' }, '"until" takes a date like 2022-01-10; found "2022-02-30".'],
    [
      { since: '2022-02-01', until: '2022-01-01' },
      'Nothing lies between since 2022-02-01 and until 2022-01-01; swap them.',
    ],
    [{ limit: 0 }, '"limit" takes a whole number from 1 on, or "all"; found 0.'],
    [{ limit: 2.5 }, '"limit" takes a whole number from 1 on, or "all"; found 2.5.'],
  ])('%o is refused', (filters, message) => {
    expect(() => resolveFilters(filters, SEEDS)).toThrow(new UsageError(message));
  });
});

describe('a question that cannot be asked', () => {
  it.each([
    [' \n', 'The question is empty; ask something like "What did the US offer on missiles?"'],
    ['word '.repeat(1_000), 'The question has 4,999 characters; ask in at most 1,000.'],
    ['🚀🚀 ?!', 'The question has no words in it; ask in words.'],
  ])('%j', (question, message) => {
    expect(() => checkQuestion(question)).toThrow(new UsageError(message));
  });
});
