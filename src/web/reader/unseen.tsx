import type { Child } from 'hono/jsx';

/**
 * Characters that show as nothing or turn the reading direction, lone surrogates and control characters: they could hide
 * or reorder words. Not the soft hyphen and the joiners, which ordinary words and emoji have.
 */
const UNSEEN = /(?![\n\t\u00AD\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A page cannot hold these themselves. */
const UNWRITABLE = /[\0\r\p{Cs}]/u;

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A name, title or label with what cannot be seen shown by its number. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => `⟦${codeOf(char)}⟧`);
}

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
