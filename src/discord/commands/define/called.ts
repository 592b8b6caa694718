import type { Named } from '../../../domain/question.ts';
import { stemOf } from '../../../text/words/words.ts';

/** How people write "what is" and "your" in a hurry: it asks for nothing of its own. */
const HURRIED = /^(?:(?:wh?at|who|where|how)s?|u|ur)$/;

/** What a command is called in a sentence, and what may stand beside it. */
export interface Calling {
  /** At least one of these is said. */
  readonly names: string;
  /** These say no more. */
  readonly beside?: string;
}

const stemsOf = (words: string): string[] => words.split(' ').map(stemOf);

/**
 * Whether a text's own words do nothing but call for that: "show me the matrix", "timeline of sanctions". In "timeline on
 * sanctions" it stands where a speaker would.
 */
export function isCallFor(
  { rest, unknown }: Pick<Named, 'rest' | 'unknown'>,
  { names, beside = '' }: Calling,
): boolean {
  const unknownWords = unknown.flatMap((name) => name.toLowerCase().split(' '));
  const said = [...rest, ...unknownWords].filter((word) => !HURRIED.test(word)).map(stemOf);
  const called = stemsOf(names);
  const allowed = [...called, ...stemsOf(`show see give list ${beside}`.trim())];
  return said.some((stem) => called.includes(stem)) && said.every((stem) => allowed.includes(stem));
}
