import type { Act } from '../../domain/statement.ts';
import { ACT_PHRASES, actOfWord } from '../../domain/said/act-of-word.ts';
import type { Term } from '../../text/words/words.ts';

/** The stems by which the terms ask for the act: "red" and "line" for demands. */
export function wordsForAct(terms: readonly Term[], act: Act): ReadonlySet<string> {
  const text = terms.map((term) => term.word.toLowerCase());
  const stems = terms.flatMap(({ stem }, i) => {
    const isPhrase = ACT_PHRASES.some(
      ([of, words]) =>
        of === act && (words === `${text[i]} ${text[i + 1]}` || words === `${text[i - 1]} ${text[i]}`),
    );
    return isPhrase || actOfWord(stem) === act ? [stem] : [];
  });
  return new Set(stems);
}

/** The act that the terms ask for: the first word or word group that names one; null when none does. */
export function actAsked(terms: readonly Term[]): Act | null {
  const text = terms.map((term) => term.word.toLowerCase());
  for (const [i, term] of terms.entries()) {
    // "See it as a threat": what something is taken for is nothing that is done.
    if (text[/^an?$|^the$/.test(text[i - 1] ?? '') ? i - 2 : i - 1] === 'as') continue;
    const phrase = ACT_PHRASES.find(([, words]) => words === `${text[i]} ${text[i + 1]}`);
    const act = phrase?.[0] ?? (term.content ? actOfWord(term.stem) : undefined);
    if (act) return act;
  }
  return null;
}
