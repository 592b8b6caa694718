import { readUnseen, showUnseen, UNSEEN_OR_MARK } from '../../show/show-unseen.ts';

/**
 * What Discord would read as more than text: emphasis, spoilers, code, links, mentions, quotes, emoji names, autolinks,
 * invitations and other addresses without a scheme (it takes "discord.gg/" so and shows a box with a button below);
 * at the start of a line also headings, lists and small print. A backslash before a sign takes its meaning away.
 */
const SIGNS = /[\\*_~`|<>[\]@]|:(?=\/\/|[\w+-]+:)|(?<=[\p{L}\p{N}-]\.\p{L}{2,63})\//gu;
const LINE_START = /^([ \t]*)(?:([#+-]+)|(\d+)(\.))(?=\s|$|#)/gm;

/** `text` so that Discord shows exactly its characters; `unescapeMarkdown` gives them back. */
export function escapeMarkdown(text: string): string {
  return showUnseen(text, UNSEEN_OR_MARK)
    .replace(SIGNS, '\\$&')
    .replace(LINE_START, (_, space: string, signs?: string, digits?: string, point?: string) =>
      signs === undefined ? `${space}${digits}\\${point}` : space + signs.replace(/./g, '\\$&'),
    );
}

/**
 * A web address for between `(<` and `>)` of a link: what would end it there, and a backslash, which would take the meaning of
 * our own mark away, are written by their numbers.
 */
export function linkAddress(url: string): string {
  return url.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
}

/** The text that `escapeMarkdown` was given. */
export function unescapeMarkdown(shown: string): string {
  return readUnseen(shown.replace(/\\([^0-9A-Za-z\s])/gu, '$1'));
}

/** One line of at most `maxChars` for author and footer; what is cut ends in "…". */
export function plainLine(text: string, maxChars: number): string {
  return clip(showUnseen(text.replace(/\s+/g, ' ').trim(), UNSEEN_OR_MARK), maxChars);
}

/** One line of at most `maxChars` for titles and descriptions. The cut never parts a backslash from its sign. */
export function markdownLine(text: string, maxChars: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Escaping only adds: a longer line is cut in any case.
  const whole = line.length <= maxChars ? escapeMarkdown(line) : null;
  if (whole !== null && whole.length <= maxChars) return whole;
  let kept = maxChars - 1;
  const cut = (): string => escapeMarkdown(withoutHalfPair(line.slice(0, kept)));
  while (cut().length > maxChars - 1) kept = Math.floor(kept * 0.95);
  return `${cut()}…`;
}

/** `text` without a first half of a surrogate pair at its end. */
export function withoutHalfPair(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

function clip(text: string, maxChars: number): string {
  return text.length <= maxChars ? text : `${withoutHalfPair(text.slice(0, maxChars - 1))}…`;
}
