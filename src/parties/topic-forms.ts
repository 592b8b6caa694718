import { readTerms } from '../text/words/words.ts';

/** Shorter words are not parted, nor into shorter pieces: "ceasefire" shows as "cease-fire". */
const SHORTEST_PARTED = 7;
const SHORTEST_PIECE = 3;

const stemsOf = (words: string): string[] => readTerms(words).map(({ plain }) => plain);

/** The Porter stem keeps "staff" and makes "staf" of "staffing": both are one word. */
function otherEnding(stem: string): string | null {
  if (/([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return /[aeiou][bdfgmnprt]$/.test(stem) ? `${stem}${stem.slice(-1)}` : null;
}

/**
 * The forms in which a word or word group of `topics.yaml` shows in a text: as stems in a row, written together ("health care" as
 * "healthcare") or apart ("ceasefire" as "cease-fire"), the last stem with one consonant or two.
 */
export function topicForms(words: string): string[][] {
  const own = stemsOf(words);
  if (own.length === 0) return [];
  const forms = [own];
  if (own.length === 2) forms.push(stemsOf(words.replaceAll(/[^\p{L}\p{N}]+/gu, '')));
  if (own.length === 1 && words.length >= SHORTEST_PARTED)
    for (let at = SHORTEST_PIECE; at <= words.length - SHORTEST_PIECE; at++)
      forms.push(stemsOf(`${words.slice(0, at)} ${words.slice(at)}`));
  return forms.flatMap((form) => {
    const other = otherEnding(form.at(-1) ?? '');
    return other === null ? [form] : [form, [...form.slice(0, -1), other]];
  });
}
