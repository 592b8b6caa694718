/**
 * Characters that show as nothing or turn the reading direction, lone surrogates and control characters: they could hide
 * or reorder words. Not the soft hyphen and the joiners, which ordinary words and emoji have.
 */
export const UNSEEN = /(?![\n\t\u00AD\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The same with joiners, fillers and unassigned characters that show as nothing, and with `⟦`, so that a mark is never
 * mistaken for text and `readUnseen` gives back every text.
 */
export const UNSEEN_OR_MARK =
  /(?![\n\t\u00AD])(?:[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}⟦]|\u034F|[\u115F\u1160\u2065\u3164\uFFA0\uFFF0-\uFFF8]|\u17B4|\u17B5|[\u{E0000}-\u{E0FFF}])/gu;

const MARK = /⟦U\+([0-9A-F]{4,6})⟧/g;

/** "U+200B". */
export function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `text` with each character that `unseen` (a global pattern) finds shown by its number: "⟦U+200B⟧". */
export function showUnseen(text: string, unseen: RegExp = UNSEEN): string {
  return text.replace(unseen, (char) => `⟦${codeOf(char)}⟧`);
}

/** The text that `showUnseen` was given with `UNSEEN_OR_MARK`. */
export function readUnseen(shown: string): string {
  return shown.replace(MARK, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
