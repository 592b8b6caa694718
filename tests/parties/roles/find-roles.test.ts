import { describe, expect, it } from 'vitest';
import { actorNames, createNames, type Mention } from '../../../src/parties/name-patterns.ts';
import type { Actors } from '../../../src/domain/actor.ts';
import { sideNames } from '../../../src/domain/name.ts';
import { createRepairNames, type KnownName } from '../../../src/parties/repair-names.ts';
import { createMentionsIn } from '../../../src/parties/mentions-in.ts';
import { createFindRoles } from '../../../src/parties/roles/find-roles.ts';
import type { Description } from '../../../src/parties/roles/read-description.ts';
import { readTerms } from '../../../src/text/words/words.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { SEEDS } from '../../support/collection.ts';

const person = (name: string, side: string | null): Actor => ({
  name,
  side,
  role: null,
  kind: 'person',
  pronoun: null,
  aliases: [],
});
const UNLISTED = [person('Sergei Shoigu', 'Russia'), person('Ivan Historik', null), person('Ann Lyst', null)];
const DESCRIPTIONS: readonly Description[] = [
  { actor: 'Sergei Shoigu', words: 'Russian Defense Minister' },
  { actor: 'Ivan Historik', words: 'the Russian historian' },
  { actor: 'Ann Lyst', words: 'the political analyst' },
  { actor: 'Sergei Ryabkov', words: 'the Russian negotiator' },
  { actor: 'Sergei Ryabkov', words: 'the diplomat' },
];
const SAID = new Set(['Sergei Ryabkov', 'Sergei Shoigu', 'Vladimir Putin']);

const names = createNames(SEEDS.actors, UNLISTED);
const everybody = [...SEEDS.actors.actors, ...UNLISTED];
const findRoles = createFindRoles(everybody, DESCRIPTIONS, SAID, names);
const knownNames = ({ sides, actors }: Actors): KnownName[] => [
  ...actors.flatMap((actor) =>
    actorNames(actor).map((name) => ({
      name,
      party: { kind: 'actor' as const, id: actor.name, side: actor.side },
      adjective: false,
      statements: 1,
    })),
  ),
  ...sides.flatMap((side) =>
    sideNames(side).map((name) => ({
      name,
      party: { kind: 'side' as const, id: side.id },
      adjective: false,
      statements: 1,
    })),
  ),
];
const mentionsIn = createMentionsIn(
  everybody,
  names,
  findRoles,
  createRepairNames(knownNames(SEEDS.actors)),
  () => 1,
);
const marked = (text: string): string[] => names.mark(readTerms(text)).map(({ stem }) => stem);
const shown = ({ party }: Mention): string => `${party.kind} ${party.id}`;

describe('who is meant by a role', () => {
  it.each([
    ['the Secretary of State', ['actor Antony Blinken']],
    ['the US Deputy Secretary of State', ['actor Wendy Sherman']],
    ['the Russian deputy minister', ['actor Sergei Ryabkov']],
    ["Russia's defence minister", ['actor Sergei Shoigu']],
    ['the deputy defense minister of Russia', ['actor Alexander Fomin']],
    ['the historian', ['actor Ivan Historik']],
    ['the American analyst', ['actor Ann Lyst']],
    ['what the diplomat said', ['actor Sergei Ryabkov']],
    // The diplomats are more than one.
    ['what the diplomats said', []],
    // Two presidents, one of whom speaks.
    ['the president', ['actor Vladimir Putin']],
    ['the American president', ['actor Joe Biden']],
    // As what somebody would be, nobody is named.
    ['Biden as president', ['actor Joe Biden']],
    // A name says more than the role before it.
    ['Deputy Foreign Minister Sergei Ryabkov', ['actor Sergei Ryabkov']],
    // Another office than that of a deputy; another side than the negotiator's.
    ['the Russian foreign minister', ['unknown Russian foreign minister']],
    ['the Ukrainian president', ['unknown Ukrainian president']],
    ['the American negotiator', ['side US']],
    // Of another country than anybody known, by its adjective, its name or its seat.
    ['the French historian said', []],
    ['the French president', ['unknown French president']],
    ['the German minister', ['unknown German minister']],
    ['the president of Georgia', ['unknown president of Georgia']],
    ['the Georgian prime minister', ['unknown Georgian prime minister']],
    // What a body's spokesman says, it says.
    ['the State Department spokesman', ['actor State Department']],
    ['Foreign Minister Doe', []],
    // A negotiator is no negotiation.
    ['negotiations on arms', []],
    ['the State Department', ['actor State Department']],
  ])('%s', (question, expected) => {
    expect(mentionsIn(readTerms(question)).map(shown)).toEqual(expected);
  });
});

describe('who is meant by a loose title', () => {
  const CAMPAIGN = [
    person('Jane Roe', null),
    person('John Poe', null),
    person('Mary Coe', null),
    person('Tom Loe', null),
  ];
  const named = createNames({ sides: [], actors: [] }, CAMPAIGN);
  const find = createFindRoles(
    CAMPAIGN,
    [
      { actor: 'John Poe', words: 'Roe campaign manager' },
      { actor: 'Mary Coe', words: 'a spokeswoman for Jane Roe' },
      { actor: 'Tom Loe', words: 'director of the harbour authority' },
      { actor: 'Tom Loe', words: 'Poe’s close friend' },
      { actor: 'Mary Coe', words: 'senior adviser to Mr. Poe' },
    ],
    new Set(CAMPAIGN.map(({ name }) => name)),
    named,
  );
  it.each([
    ['the boss of the Roe campaign', ['John Poe']],
    ['Roe campaign chief', ['John Poe']],
    ["the man running Roe's campaign", ['John Poe']],
    ['the head of the harbour authority', ['Tom Loe']],
    ['whoever is the spokesman of Roe', ['Mary Coe']],
    ["Roe's spokesperson", ['Mary Coe']],
    // Whoever is something to somebody is not that somebody.
    ["Poe's old college friend", ['Tom Loe']],
    ["Poe's adviser", ['Mary Coe']],
    ["Poe's cousin", ['Poe’s cousin']],
    ['the Poe supporters', ['Poe supporters']],
    ['friends from abroad', []],
    // Nobody is said to lead it.
    ['the head of Springfield', ['head of Springfield']],
    ['the man who saw the harbour', []],
  ])('%s', (question, expected) => {
    const terms = readTerms(question);
    expect(find(terms, named.mentions(terms)).map(({ party }) => party.id)).toEqual(expected);
  });
});

const isWord = (word: string): boolean => word === 'germany';

describe('a misspelled name', () => {
  it.each([
    ['Wendy Sharman', ['actor Wendy Sherman']],
    ['Rybakov', ['actor Sergei Ryabkov']],
    ['rybakov', ['actor Sergei Ryabkov']],
    ['putn', ['actor Vladimir Putin']],
    ['ukrane', ['side Ukraine']],
    // A word of English is no misprint, nor what stands in the articles as it is.
    ['the sharing', []],
    ['Germany', []],
    // Another given name is somebody else's.
    ['Oscar Putin', ['unknown Oscar Putin']],
  ])('%s', (question, expected) => {
    expect(mentionsIn(readTerms(`What did ${question} say?`), isWord).map(shown)).toEqual(expected);
  });
});

describe('a name among words', () => {
  it('keeps what says more than whose it is', () => {
    expect(marked('American delegation')).toEqual(['@side:US', 'deleg']);
    expect(marked('the Russian side')).toEqual(['the', '@side:Russia', 'side']);
  });

  it('is whole where it is a name as a whole', () => {
    expect(marked('Russian Federation')).toEqual(['@side:Russia']);
    expect(marked('United States of America')).toEqual(['@side:US']);
  });
});
