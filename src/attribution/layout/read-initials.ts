import type { Span } from '../../text/span.ts';
import type { Word } from '../../text/words/scan-words.ts';
import { nameEnd, startsName } from '../who/name-bounds.ts';
import type { Sides } from '../who/side-words.ts';

/** "GM", "G.M.": a label of the first letters of a name. */
const INITIALS = /^(?:\p{Lu}\.?){2,3}$/u;

/**
 * Creates the reading of labels that are initials: the words of the one name with these first letters that stands before
 * the position `until`; null where there is none, or several.
 */
export function createInitials(
  words: readonly Word[],
  sides: Sides,
  until: number,
): (label: string) => Span | null {
  let names: (readonly Word[])[] | null = null;
  const readNames = (): (readonly Word[])[] => {
    const found: (readonly Word[])[] = [];
    for (let i = 0; i < words.length && (words[i]?.end ?? until) < until; i++) {
      if (!startsName(words, i, sides)) continue;
      const last = nameEnd(words, i, sides);
      found.push(words.slice(i, last + 1).filter(({ capital }) => capital));
      i = last;
    }
    return found;
  };
  return (label) => {
    if (!INITIALS.test(label)) return null;
    const letters = label.replaceAll('.', '').split('');
    const fitting = (names ??= readNames()).flatMap((name) => {
      const called = name.slice(-letters.length);
      return called.length === letters.length &&
        called.every(({ form }, i) => form.startsWith(letters[i] ?? ' '))
        ? [called]
        : [];
    });
    const [name] = fitting;
    const [first, last] = [name?.[0], name?.at(-1)];
    const different = new Set(fitting.map((each) => each.map(({ key }) => key).join(' ')));
    return first && last && different.size === 1 ? { start: first.start, end: last.end } : null;
  };
}
