import { textAt } from '../text/span.ts';
import type { Statement } from '../domain/statement.ts';
import { cueClassOf } from './link/cue-class.ts';
import { THINKING } from './link/saying-verbs.ts';

/** "was asked about": somebody else's question. */
const ASKED = /\b(?:is|are|was|were|been|being)\s+(?:\w+\s+)?asked\b/i;
/** "Suffice it to recall", "arrived to brief": nothing is said yet. */
const TO_BE_SAID = /^to\s/i;
/** More than "the", "the highly": nobody says "the reported deal". */
const NAMES_SOMEBODY = /(?:^|\s)(?!(?:the|an?)\b|\p{L}+ly\b)\p{L}/iu;
/** Less than this is a place or a name, no utterance ("held talks in | Geneva"). */
const LEAST_WORDS = 3;

/**
 * Whether a statement is something that was said or thought, by the look of its cue. The tagger also finds what its training
 * texts count as attribution besides ("failed to", "is considered"): `extract` shows it, but it is no answer to who said what.
 *
 * @param text the article's
 */
export function isSaid(statement: Statement, text: string): boolean {
  if (statement.denied) return false;
  const cue = statement.cue.map((span) => textAt(text, span)).join(' ');
  if (ASKED.test(cue) || TO_BE_SAID.test(cue)) return false;
  if (statement.type !== 'indirect') return true;
  const source = statement.source.map((span) => textAt(text, span)).join(' ');
  const somebody = statement.speaker !== null || statement.sides.length > 0;
  if (!somebody && !NAMES_SOMEBODY.test(source)) return false;
  const content = statement.content.map((span) => textAt(text, span)).join(' ');
  if (content.split(/\s+/).length < LEAST_WORDS) return false;
  if (cueClassOf(cue) === 'speech' || statement.act !== 'states') return true;
  return somebody && (cue.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => THINKING.test(word));
}
