import type { Reading } from '../../domain/question.ts';
import { markOf } from '../../parties/name-patterns.ts';
import type { StoredStatement } from '../../store/ports.ts';

/**
 * Whose words a sentence has, seen from the question: of whom it asks for, of somebody else, or open (nobody's, or the
 * attribution says neither speaker nor side). All is `open` to a question that asks for nobody.
 */
export type Voice = 'asked' | 'other' | 'open';

/** What stands among stems for those whose words are asked for. */
export function marksAsked({
  sides,
  speakers,
  sources = [],
}: Pick<Reading, 'sides' | 'speakers' | 'sources'>): string[] {
  return [
    ...sources.map((id) => markOf({ kind: 'source', id })),
    ...sides.map((id) => markOf({ kind: 'side', id })),
    ...speakers.map((id) => markOf({ kind: 'actor', id, side: null })),
  ];
}

/** Whose words a statement is, seen from the question. */
export function voiceOf(statement: StoredStatement, { sides, speakers, voices, people }: Reading): Voice {
  if (voices?.has(statement.key)) return 'asked';
  if (sides.length === 0 && speakers.length === 0 && voices === undefined) return 'open';
  if (statement.speaker !== null && speakers.includes(statement.speaker)) return 'asked';
  // "What do the Reds say about Doe": less what Doe says, who is one of them.
  if (statement.speaker !== null && people.includes(statement.speaker)) return 'open';
  if (statement.sides.some((side) => sides.includes(side))) return 'asked';
  if (statement.type === 'narration') return 'open';
  return statement.speaker === null && statement.side === null ? 'open' : 'other';
}
