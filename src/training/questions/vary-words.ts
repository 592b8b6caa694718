import { stemOf } from '../../text/words/words.ts';
import type { Vary } from './pick-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How often a word of a question is put in another form of its stem, or replaced by a related word. */
const OTHER_FORM = 0.12;
const OTHER_WORD = 0.12;
const LOWER_WORD = /^\p{Ll}{4,}$/u;

/** Puts now and then another form or a related word for a word; names and numbers stay. */
export function createVary(
  { forms }: Vocabulary,
  related: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): Vary {
  return (word) => {
    if (!LOWER_WORD.test(word)) return word;
    const way = random();
    const others =
      way < OTHER_FORM
        ? (forms.get(stemOf(word)) ?? []).filter((form) => form !== word)
        : way < OTHER_FORM + OTHER_WORD
          ? (related.get(word) ?? [])
          : [];
    return others[Math.floor(random() * others.length)] ?? word;
  };
}
