/** Fewer words are a turn of phrase, not a quotation that could be looked up. */
const LEAST_WORDS = 3;

const PAIRS = [/“([^“”]+)”/g, /"([^"]+)"/g, /«([^«»]+)»/g, /„([^„“”]+)[“”]/g, /^(?:>>>|>) (.+)$/gm];

/** The quotations in what somebody wrote, in order, without Discord's formatting: between marks, or a quoted line. */
export function quotationsIn(message: string): string[] {
  const text = message
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
    .replace(/\*+|__+|~~|\|\||`+/g, '')
    .replace(/(?<=^|\s)_|_(?=$|[\s.,;:!?])/g, '');
  const found = PAIRS.flatMap((pair) =>
    [...text.matchAll(pair)].map((match) => ({ at: match.index, words: (match[1] ?? '').trim() })),
  );
  const quotes = found
    .toSorted((a, b) => a.at - b.at)
    .map(({ words }) => words)
    .filter((words) => words.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= LEAST_WORDS);
  // A quoted line may hold marks of its own; what is inside of another is checked with it.
  return [...new Set(quotes)].filter(
    (quote, i, all) => !all.some((other, j) => i !== j && other.includes(quote)),
  );
}
