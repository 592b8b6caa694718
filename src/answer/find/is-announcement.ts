import type { Candidate } from '../../store/ports.ts';

/** "It is worth recalling what she said.", "He put it so:": what is said stands behind it. */
const ANNOUNCES =
  /:\W*$|\b(?:what|how|why) (?:\p{L}+[ ’']){0,5}\p{L}+(?: (?:in|at|on|from|of|about|to|by) [^,;.]{1,40})?[.]?\W*$/u;

/** Near its end: "including what officials called a raise of 16 percent for many" says something itself. */
const TELLS_OF = /\b(?:what|how|why)\b[^\d]{0,80}$/u;
const OPENS_QUOTE = /^\s*["“«]/;

/** Whether a sentence only leads to what the next one has. */
export function isAnnouncement({
  text,
  sentence,
  passage,
  passageText,
}: Pick<Candidate, 'text' | 'sentence' | 'passage' | 'passageText'>): boolean {
  if (/["“”«»]/.test(text) || text.trimEnd().endsWith('?')) return false;
  const behind = passageText.slice(sentence.end - passage.start);
  return ANNOUNCES.test(text) || (TELLS_OF.test(text) && OPENS_QUOTE.test(behind));
}
