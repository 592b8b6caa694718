import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/domain/question.ts';
import { markOf } from '../../../src/parties/name-patterns.ts';
import { bagOf } from '../../../src/answer/find/read-candidate.ts';
import { bonusOf, fitOf, rank } from '../../../src/answer/score/score.ts';
import { isAnnouncement } from '../../../src/answer/find/is-announcement.ts';
import type { ReadCandidate } from '../../../src/answer/find/read-candidate.ts';
import type { StoredStatement } from '../../../src/store/ports.ts';
import { rankedOf, statementBy } from '../../support/answers/ranked.ts';
import { readTerms } from '../../../src/text/words/words.ts';

const NOTHING = bagOf([]);
const TEXT = 'The harbour stays closed until spring.';

function candidateOf(statements: readonly StoredStatement[]): ReadCandidate {
  const span = { start: 0, end: TEXT.length };
  return {
    candidate: {
      key: 1,
      article: { id: 'a', title: 'Talks go on', outlet: null, author: null, published: null, url: null },
      sentence: { ...span, index: 0, paragraph: 0 },
      text: TEXT,
      passage: { ...span, first: 0, last: 0 },
      passageText: TEXT,
      isIntact: true,
      statements,
    },
    terms: readTerms(TEXT),
    sentence: NOTHING,
    before: NOTHING,
    after: NOTHING,
    window: NOTHING,
  };
}

const reading = (changes: Partial<Reading>): Reading => ({
  question: '',
  kind: 'fact',
  sides: [],
  speakers: [],
  unknown: [],
  named: [],
  people: [],
  topics: [],
  act: null,
  forSaying: false,
  latest: false,
  assumed: [],
  ...changes,
});

const fitsOf = (by: string, changes: Partial<Reading>) =>
  fitOf(candidateOf([statementBy(by, TEXT)]), [], reading(changes), {}).fits;

describe('whom a question names without asking for their words', () => {
  const named = ['Ann Other', 'Bo Second'];

  it('is who may answer where the question names them first', () => {
    expect(fitsOf('Ann Other', { named }).byNamed).toBe(1);
    expect(fitsOf('Bo Second', { named }).byNamed).toBe(0);
  });

  it.each(['said', 'who-said'] as const)('is whom the words of another are about (%s)', (kind) => {
    expect(fitsOf('Ann Other', { named, kind }).byNamed).toBe(0);
  });
});

describe('what is told of somebody whose words are asked for', () => {
  it('comes behind their statement and before somebody else’s', () => {
    const asked = { kind: 'said', speakers: ['Ann Other'], forSaying: true } as const;
    const bonus = (statements: readonly StoredStatement[]): number =>
      bonusOf(fitOf(candidateOf(statements), [], reading(asked), {}).fits);
    const told = bonus([]);
    expect(bonus([statementBy('Ann Other', TEXT)])).toBeGreaterThan(told);
    expect(bonus([statementBy('Bo Second', TEXT)])).toBeLessThan(told);
  });
});

describe('what one says that another said', () => {
  const speakers = ['Ann Other'];
  const mark = markOf({ kind: 'actor', id: 'Ann Other', side: null });
  const voiceOfText = (words: string) => {
    const terms = readTerms(words).map((term) => (term.word === 'Other' ? { ...term, stem: mark } : term));
    const candidate = { ...candidateOf([statementBy('Bo Second', TEXT)]), terms };
    return fitOf(candidate, [], reading({ kind: 'said', speakers }), {}).voice;
  };

  it('is no answer, but no longer somebody else’s alone', () => {
    expect(voiceOfText('Second said Other had once told them to wait')).toBe('open');
  });

  it('is somebody else’s where the other only does something', () => {
    expect(voiceOfText('Second said Other closed the harbour')).toBe('other');
    expect(voiceOfText('Second told Other to wait')).toBe('other');
  });
});

describe('a sentence that only announces', () => {
  const lead = 'It is worth recalling how the ferry company put it when the ice came in January.';
  const before = (behind: string, text = lead): boolean =>
    isAnnouncement({
      text,
      sentence: { index: 0, paragraph: 0, start: 10, end: 10 + text.length },
      passage: { start: 10, end: 11 + text.length + behind.length, first: 0, last: 1 },
      passageText: `${text} ${behind}`,
    });

  it('tells of what is quoted right behind it', () => {
    expect(before('“We sail as long as we see water,” it wrote.')).toBe(true);
    expect(before('The ice stayed until March.')).toBe(false);
  });

  it('has nothing of its own behind what it tells of', () => {
    const offer = 'He told of a strong offer, with what they said would be 16 percent in the first year.';
    expect(before('“That is needless,” he said.', offer)).toBe(false);
  });

  it('quotes nothing itself', () => {
    expect(before('“We sail,” it wrote.', 'He said how “hard” it was when the ice came.')).toBe(false);
    expect(before('“We sail,” it wrote.', 'The ferries ran when the ice came.')).toBe(false);
  });
});

const asides = (topics: readonly string[]): number[] => {
  const { features } = rankedOf(TEXT);
  const found = [[statementBy('Ann Other', TEXT)], []].map((statements) => ({
    ...candidateOf(statements),
    features,
  }));
  const asked = reading({ kind: 'said', speakers: ['Ann Other'], topics: ['fares'] });
  return rank(found, asked, {}, () => [...topics]).map(({ fits }) => fits.aside);
};

describe('what is nobody’s statement', () => {
  it('is an aside where those who are asked for speak on the topic', () => {
    expect(asides(['fares'])).toEqual([0, 1]);
  });

  it('is none where they do not', () => {
    expect(asides([])).toEqual([0, 0]);
  });
});
