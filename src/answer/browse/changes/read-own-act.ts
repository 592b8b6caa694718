import type { Act } from '../../../domain/statement.ts';
import type { Evidence } from '../../../domain/answer.ts';
import { isStopWord, stemOf } from '../../../text/words/words.ts';

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;
/** Who acts: in somebody's own words "they" are others, in a reporter's they may be who speaks. */
const SPEAKERS = /^(?:we|i)$/i;
const ANYBODY = /^(?:we|i|he|she|they|it)$/i;
/** Behind these, the word names a thing: "the offer". */
const NAMING =
  /^(?:the|an?|this|that|these|those|their|its|our|his|her|my|your|any|no|each|every|of|on|to)$/i;
const NOT = /^(?:not|never|cannot|neither|hardly|\p{L}+n['’]t)$/iu;
/** Words between who acts and what they do: "is now", "can also". */
const MOST_BETWEEN = 3;

export interface ReadOwnActDependencies {
  /** Whether a stem is of a name of the side or its people. */
  readonly isOwnName: (stem: string) => boolean;
  /** The act that a stem tells, alone or with the word behind it: "offer", "ask for"; undefined for any other. */
  readonly actOfWord: (stem: string, next?: string) => Act | undefined;
}

/**
 * The act that a statement's own words tell, whatever was read of it: "we", "it" or a name of the side stands right before
 * a word of one. What is not offered or agreed to is rejected. Null where there is none, or it is said not to be done.
 */
export function readOwnAct(
  { text, type }: Pick<Evidence, 'text' | 'type'>,
  { isOwnName, actOfWord }: ReadOwnActDependencies,
): Act | null {
  const actor = type === 'direct' ? SPEAKERS : ANYBODY;
  const words = Array.from(text.matchAll(WORD), ([word]) => word.replace(/['’]s$/, ''));
  for (const [i, word] of words.entries()) {
    const form = word.toLowerCase();
    // "Will" has the stem of "willing".
    const act = isStopWord(form) ? undefined : actOfWord(stemOf(form), words[i + 1]);
    if (act === undefined || NAMING.test(words[i - 1] ?? 'the')) continue;
    const before = words.slice(Math.max(0, i - 1 - MOST_BETWEEN), i);
    const at = before.findLastIndex((one) => actor.test(one) || isOwnName(stemOf(one.toLowerCase())));
    if (at === -1) continue;
    if (!before.slice(at + 1).some((one) => NOT.test(one))) return act;
    return act === 'offers' || act === 'agrees' ? 'rejects' : null;
  }
  return null;
}
