import type { Child } from 'hono/jsx';
import { codeOf, UNSEEN } from '../../../show/show-unseen.ts';

/** A page cannot hold these themselves. */
const UNWRITABLE = /[\0\r\p{Cs}]/u;

/**
 * An article's words, character for character. What cannot be seen stays in them, but without effect on what is around
 * it, and its number is shown beside it by the style sheet.
 */
export function Words({ text }: { readonly text: string }) {
  const shown: Child[] = [];
  let from = 0;
  for (const { 0: char, index } of text.matchAll(UNSEEN)) {
    shown.push(text.slice(from, index));
    shown.push(
      <span class="unseen" data-code={codeOf(char)}>
        {UNWRITABLE.test(char) ? '\uFFFD' : char}
      </span>,
    );
    from = index + char.length;
  }
  return from === 0 ? <>{text}</> : <>{[...shown, text.slice(from)]}</>;
}
