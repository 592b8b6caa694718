import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { createFindRoles } from '../../src/parties/roles/find-roles.ts';
import { createMentionsIn } from '../../src/parties/mentions-in.ts';
import { createNames } from '../../src/parties/name-patterns.ts';
import { createRepairNames } from '../../src/parties/repair-names.ts';
import { readTerms } from '../../src/text/words/words.ts';

const person = (name: string): Actor => ({
  name,
  side: null,
  role: null,
  kind: 'person',
  pronoun: null,
  aliases: [],
});
const actors = ['Hillary Roe', 'Ivana Doe', 'Donald Doe', 'Ivanka Poe', 'Harry Moe'].map(person);
const names = createNames({ sides: [], actors });
const mentionsIn = createMentionsIn(
  actors,
  names,
  createFindRoles(actors, [], new Set(), names),
  createRepairNames([]),
  () => 1,
);

const mentioned = (text: string): string[] =>
  mentionsIn(readTerms(text), () => false).map(({ party, how }) => `${party.id}${how ? `, ${how}` : ''}`);

describe('a given name alone', () => {
  it.each([
    ['hillary on guns', ['Hillary Roe, given']],
    ['hilary on guns', ['Hillary Roe, repaired']],
    ['what did donlad say', ['Donald Doe, repaired']],
  ])('%s', (text, wanted) => {
    expect(mentioned(text)).toEqual(wanted);
  });

  it.each([
    ['is nobody’s where it may be that of two', 'what did ivanna say'],
    ['is another’s with two letters wrong', 'what did hylery say'],
    ['is a word where it is one', 'what of the hairy bear'],
    ['is another’s before another surname', 'what did Hilary Swann say'],
  ])('%s', (_, text) => {
    expect(mentioned(text)).toEqual([]);
  });
});
