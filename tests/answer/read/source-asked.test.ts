import { describe, expect, it } from 'vitest';
import { withSources } from '../../../src/answer/read/source-asked.ts';
import { createSourceWords, readVoice } from '../../../src/parties/source-words.ts';
import { readTerms } from '../../../src/text/words/words.ts';

const SOURCES = [
  'the port authority',
  "Kolar's campaign",
  "Averill Dockers' Union Secretary Ivo Brun",
  'Harbour House officials',
  'Her critics in the party',
  'Russia',
];
const { saidBy } = createSourceWords(
  SOURCES.flatMap(
    (text, key) =>
      readVoice({ key, article: 'a', speaker: null, side: null }, text, [{ start: 0, end: text.length }]) ??
      [],
  ),
);

const asked = (question: string): string[] =>
  withSources(readTerms(question), [], saidBy).map(({ party }) => party.id);
const heard = (question: string): number[] =>
  asked(question).flatMap((id) => saidBy(id.split(' ')).map(({ key }) => key));

const kolars = (words: string, start: number, end: number): string[] =>
  withSources(
    readTerms(words),
    [{ party: { kind: 'unknown', id: 'kolar critics' }, start, end, adjective: false }],
    saidBy,
  ).map(({ party }) => `${party.kind} ${party.id}`);

describe('who belongs to somebody, in whatever way', () => {
  it('is asked by what the source has where it names nobody', () => {
    expect(kolars("what do Kolar's critics in the party say", 2, 5)).toEqual(['source critic']);
  });

  it('is nobody where others are asked, or none of that kind speak', () => {
    expect(kolars("what did the pilots say about Kolar's critics", 6, 9)).toEqual(['unknown kolar critics']);
    expect(kolars("what do Kolar's cousins in the party say", 2, 5)).toEqual(['unknown kolar critics']);
  });
});

it('hears a country that is no side by its seat and its people, too', () => {
  expect(asked('What did Moscow say')).toEqual(['russia']);
  expect(asked('What did the Kremlin demand')).toEqual(['russia']);
  expect(asked('What did Paris demand')).toEqual([]);
});

describe('who is asked by the words of a source', () => {
  it.each([
    ['what does the port authority say about dredging', [0]],
    ["How did Kolar's camp explain the delay?", [1]],
    ['what do the dockers demand', [2]],
    ['How does Harbour House see it?', [3]],
    ["the port authority's position on dredging", [0]],
    // Initials stand for the words that have them.
    ['what did adu say about wages', [2]],
    ['adu wages', [2]],
    // Nobody is called so, or nobody is asked.
    ['what do the pilots say about dredging', []],
    ['what did the port authority secretary say', []],
    ['who closed the port authority', []],
  ])('%s', (question, expected) => {
    expect(heard(question)).toEqual(expected);
  });
});
