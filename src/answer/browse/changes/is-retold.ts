import type { Evidence } from '../../../domain/answer.ts';

/** What was said so many days before its article came out is told from memory. */
const RETOLD_DAYS = 7;
const QUOTED = /["“][^"“”]*["”]/g;
/** "She had dismissed the idea in March": where nobody is said to say it now. */
const HAD =
  /^\W*(?:\p{L}[\p{L}\p{N}'’.-]*,? ){1,6}had (?:(?:once|first|already|also|earlier|never|not|long|\p{L}+ly) ){0,2}(?!(?:to|an?|the|no|been)\b)\p{L}+/iu;
const SAYS = /\b(?:said|says|saying|told|tells|added|adds|adding|according)\b/i;
/**
 * Whether it is told in hindsight, on no day that could be set beside others: its day was worked out and lies far before its
 * article's ("in September the Union had offered"), or the words tell what had been said before.
 */
export function isRetold({ when, published, text, type }: Evidence): boolean {
  const days = published === null || !when ? 0 : (Date.parse(published) - Date.parse(when.date)) / 86_400_000;
  if (when?.how === 'worked out' && days > RETOLD_DAYS) return true;
  if (type === 'direct') return false;
  const told = text.replaceAll(QUOTED, '');
  return HAD.test(told) && !SAYS.test(told);
}
