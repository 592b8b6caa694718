import { stemmer } from 'stemmer';

/**
 * The tokens of `text` as SQLite's `unicode61` tokenizer sees them: runs of letters, digits and the marks on them.
 * Nothing else is left in a token, so a quoted one can never be read as FTS5 query syntax.
 */
export function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}

/** A token without case, marks and ending (Porter 1980), as the `porter unicode61` tokenizers compare it. */
export function stem(token: string): string {
  return stemmer(token.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
}

/** A searched word: more than one token where it holds a separator ("U.S." is `U` directly followed by `S`). */
export interface Term {
  readonly tokens: readonly string[];
  /** The same for words that count as one; '' for a word without tokens. */
  readonly stems: string;
}

/** The stems of a text's tokens, a space between two. */
function stemmed(text: string): string {
  return tokens(text).map(stem).join(' ').trim();
}

/** One term for each word, in their order. */
export function termsOf(words: readonly string[]): Term[] {
  return words.map((word) => ({ tokens: tokens(word), stems: stemmed(word) }));
}

/** What is searched for: terms without tokens left out, those with the same stems once. */
export function distinctTerms(words: readonly string[]): Term[] {
  const terms = new Map<string, Term>();
  for (const term of termsOf(words))
    if (term.stems !== '' && !terms.has(term.stems)) terms.set(term.stems, term);
  return [...terms.values()];
}
