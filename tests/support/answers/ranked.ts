import { bagOf } from '../../../src/answer/find/read-candidate.ts';
import { wordScore, type Ranked } from '../../../src/answer/score/score.ts';
import { RANKING } from '../../../src/answer/score/weights.ts';
import type { StoredStatement } from '../../../src/store/ports.ts';
import { readTerms } from '../../../src/text/words/words.ts';

const NOTHING = bagOf([]);
const NO_FITS = {
  asked: 0,
  direct: 0,
  byNamed: 0,
  stray: 0,
  aside: 0,
  other: 0,
  heading: 0,
  announces: 0,
  introduces: 0,
  act: 0,
  topic: 0,
};
let lastKey = 0;

/** What somebody says with the whole text, each time another. */
export function statementBy(speaker: string, text: string): StoredStatement {
  return {
    key: ++lastKey,
    article: 'a',
    speaker,
    speakerKind: 'person',
    side: null,
    sides: [],
    type: 'indirect',
    act: 'states',
    topics: [],
    content: [{ start: 0, end: text.length }],
    source: [],
    cue: [],
    denied: false,
    when: null,
  };
}

interface RankedOptions {
  readonly words?: number;
  readonly bonus?: number;
  readonly speaker?: string;
  readonly fits?: Partial<Ranked['fits']>;
}

/** A candidate whose words count `words` in the ranking, and how it fits `bonus` more; nobody's where there is no speaker. */
export function rankedOf(text: string, { words = 0, bonus = 0, speaker, fits }: RankedOptions = {}): Ranked {
  const features = {
    allWordsBm25: 0,
    windowBm25: 0,
    meaning: words / RANKING.meaning,
    closerThanBefore: 0,
    contextCoverage: 0,
    localCoverage: 0,
    answerType: 0,
  };
  const span = { start: 0, end: text.length };
  const statement = speaker === undefined ? null : statementBy(speaker, text);
  return {
    candidate: {
      key: ++lastKey,
      article: { id: 'a', title: 'Talks go on', outlet: null, author: null, published: null, url: null },
      sentence: { ...span, index: 0, paragraph: 0 },
      text,
      passage: { ...span, first: 0, last: 0 },
      passageText: text,
      isIntact: true,
      statements: statement ? [statement] : [],
    },
    terms: readTerms(text),
    sentence: NOTHING,
    before: NOTHING,
    after: NOTHING,
    window: NOTHING,
    voice: statement ? 'asked' : 'open',
    statement,
    named: false,
    fits: { ...NO_FITS, ...fits },
    topics: [],
    features,
    score: wordScore(features) + bonus,
  };
}
