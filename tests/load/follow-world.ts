import type { NewFollow } from '../../src/domain/follow.ts';
import type { ArticleSketch } from '../support/records.ts';

/** Sides, speakers and topics that speak in the articles. */
const SIDES = 20;
const SPEAKERS = 100;
const TOPICS = 50;
const STATEMENTS_EACH = 3;

export interface WorldStatement {
  readonly text: string;
  readonly speaker: string;
  readonly side: string;
  readonly topic: string;
}

/** What is said in the article with that number; every fifth is a copy of the one before. */
export function statementsOf(article: number): WorldStatement[] {
  const of = article % 5 === 4 ? article - 1 : article;
  return Array.from({ length: STATEMENTS_EACH }, (_, i) => {
    const n = of * STATEMENTS_EACH + i;
    const speaker = (n * 7) % SPEAKERS;
    return {
      text: `Statement number ${n} is what was said here about the matter`,
      speaker: `Speaker ${speaker}`,
      side: `side-${speaker % SIDES}`,
      topic: `topic-${(n * 13) % TOPICS}`,
    };
  });
}

export function articleOf(article: number): ArticleSketch {
  const said = statementsOf(article);
  return {
    id: `article-${String(article).padStart(5, '0')}`,
    text: `Report ${article}. ${said.map(({ text }) => `${text}.`).join(' ')}`,
    published: '2031-05-01',
    statements: said.map(({ text, speaker, side, topic }) => ({
      content: [text],
      speaker,
      side,
      sides: [side],
      topics: [topic],
    })),
  };
}

/** The follow with that number, each told in a place of its own. */
export function followOf(n: number): NewFollow {
  const [subject, target] = (
    [
      ['speaker', `Speaker ${n % SPEAKERS}`],
      ['topic', `topic-${n % TOPICS}`],
      ['side', `side-${n % SIDES}`],
    ] as const
  )[n % 3] ?? ['side', 'side-0'];
  return {
    subject,
    target,
    act: null,
    person: `p${n}`,
    kind: 'channel',
    place: `c${n}`,
    pace: 'at once',
    quiet: null,
    due: null,
  };
}

/** Whether the follow asks for the statement. */
export function asksFor({ subject, target }: NewFollow, said: WorldStatement): boolean {
  return said[subject] === target;
}
