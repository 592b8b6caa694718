import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { createNames } from '../../src/parties/name-patterns.ts';
import { readTerms } from '../../src/text/words/words.ts';

const person = (name: string): Actor => ({
  name,
  side: null,
  role: null,
  kind: 'person',
  pronoun: null,
  aliases: [],
});
const actors = { sides: [], actors: [person('Ada Holt'), person('Ben Holt')] };

const meant = (statements: Record<string, number>, words = 'what did holt say') =>
  createNames(actors, [], (name) => statements[name] ?? 0)
    .mentions(readTerms(words))
    .map(({ party, how }) => [party.id, how]);

describe('a surname that two have', () => {
  it('is read as of who speaks far more often, and told as read so', () => {
    expect(meant({ 'Ada Holt': 9, 'Ben Holt': 3 })).toEqual([['Ada Holt', 'shared']]);
  });

  it.each<Record<string, number>>([{ 'Ada Holt': 8, 'Ben Holt': 3 }, {}])(
    'is neither’s where both speak about as often',
    (said) => {
      expect(meant(said)).toEqual([]);
    },
  );

  it('leaves a whole name to whose it is', () => {
    expect(meant({ 'Ada Holt': 9 }, 'what did Ben Holt say')).toEqual([['Ben Holt', undefined]]);
  });
});
