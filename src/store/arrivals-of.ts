import { createHash } from 'node:crypto';
import type { Arrival } from '../domain/follow.ts';
import type { Statement } from '../domain/statement.ts';
import { comparedWords } from '../text/fold.ts';
import { textAt } from '../text/span.ts';
import type { ArticleRecord } from './ports.ts';

/** Fewer words may be anybody's: they count for their article alone. */
const LEAST_WORDS = 5;

/** An arrival before it has an id; the same digest is the same words. */
export interface NewArrival extends Omit<Arrival, 'id'> {
  readonly digest: string;
}

function digestOf({ content }: Statement, { id, text }: ArticleRecord['article']): string {
  const words = content.flatMap((span) => comparedWords(textAt(text, span)).map(({ folded }) => folded));
  const said = words.length < LEAST_WORDS ? [id, ...words] : words;
  return createHash('sha256').update(said.join(' ')).digest('hex');
}

/** What of an article somebody may follow, in the order of the text. */
export function arrivalsOf({ article, statements }: ArticleRecord): NewArrival[] {
  return statements
    .filter(({ denied }) => !denied)
    .map((statement) => ({
      digest: digestOf(statement, article),
      article: article.id,
      start: Math.min(...statement.content.map(({ start }) => start)),
      speaker: statement.speaker,
      sides: statement.sides.length > 0 || statement.side === null ? statement.sides : [statement.side],
      act: statement.act,
      topics: statement.topics,
    }))
    .filter(({ speaker, sides, topics }) => speaker !== null || sides.length + topics.length > 0)
    .toSorted((a, b) => a.start - b.start);
}
