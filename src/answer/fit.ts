import type { Reading } from '../domain/question.ts';
import type { Span } from '../domain/span.ts';
import type { Candidate, Scope, StoredStatement } from '../store/ports.ts';
import { markOf } from './names.ts';
import type { ReadCandidate } from './features.ts';
import { FIT } from './weights.ts';

/**
 * Whose words a sentence has, seen from the question: of whom it asks for, of somebody else, or open (nobody's, or the
 * attribution says neither speaker nor side). All is `open` to a question that asks for nobody.
 */
export type Voice = 'asked' | 'other' | 'open';

/** How a sentence fits what a question asks besides its words. */
export interface Fit {
  readonly voice: Voice;
  /** What is shown as its attribution; null where there is none. */
  readonly statement: StoredStatement | null;
  /** What is added to the ranking's score. */
  readonly bonus: number;
}

/** What stands among stems for those whose words are asked for. */
export function marksAsked({ sides, speakers }: Reading): string[] {
  return [
    ...sides.map((id) => markOf({ kind: 'side', id })),
    ...speakers.map((id) => markOf({ kind: 'actor', id, side: null })),
  ];
}

export function voiceOf(statement: StoredStatement, { sides, speakers }: Reading): Voice {
  if (sides.length === 0 && speakers.length === 0) return 'open';
  if (statement.speaker !== null && speakers.includes(statement.speaker)) return 'asked';
  if (statement.side !== null && sides.includes(statement.side)) return 'asked';
  if (statement.type === 'narration') return 'open';
  return statement.speaker === null && statement.side === null ? 'open' : 'other';
}

/** How many characters of `span` the content has. */
function shared(content: readonly Span[], span: Span): number {
  return content.reduce(
    (sum, piece) => sum + Math.max(0, Math.min(piece.end, span.end) - Math.max(piece.start, span.start)),
    0,
  );
}

function inScope(statement: StoredStatement, { side, speaker, topic }: Scope): boolean {
  return (
    (side === undefined || statement.side === side) &&
    (speaker === undefined || statement.speaker === speaker) &&
    (topic === undefined || statement.topics.includes(topic))
  );
}

/** The statement that fits the question best and covers most of the sentence, of those in scope. */
export function bestStatement(candidate: Candidate, reading: Reading, scope: Scope): StoredStatement | null {
  const { sentence, statements } = candidate;
  const rated = statements
    .filter((statement) => inScope(statement, scope))
    .map((statement) => {
      const cover = shared(statement.content, sentence) / (sentence.end - sentence.start);
      const voice = voiceOf(statement, reading);
      const fits = (voice === 'asked' ? 2 : 0) + (statement.act === reading.act ? 0.3 : 0);
      return { statement, rate: cover + fits };
    });
  return rated.toSorted((a, b) => b.rate - a.rate)[0]?.statement ?? null;
}

/** @param topics of the sentence's own words */
export function fitOf(read: ReadCandidate, topics: readonly string[], reading: Reading, scope: Scope): Fit {
  const statement = bestStatement(read.candidate, reading, scope);
  const voice = statement ? voiceOf(statement, reading) : 'open';
  let bonus: number = voice === 'asked' ? FIT.asked : voice === 'other' ? FIT.other : 0;
  if (voice === 'open' && marksAsked(reading).some((mark) => read.sentence.counts.has(mark)))
    bonus += FIT.named;
  if (reading.act !== null && statement?.act === reading.act && voice !== 'other') bonus += FIT.act;
  if (reading.topics.some((id) => topics.includes(id) || statement?.topics.includes(id))) bonus += FIT.topic;
  return { voice, statement, bonus };
}
