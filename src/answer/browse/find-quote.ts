import { createTakeTurns } from '../../take-turns.ts';
import { align, type Alignment, type SourceWord } from '../../domain/quote/align.ts';
import { differencesOf, runsOf, type Difference } from '../../domain/quote/list-differences.ts';
import type { VerifyAnswer } from '../../domain/answer.ts';
import type { Article } from '../../domain/article.ts';
import type { Candidate, Store, StoredStatement } from '../../store/ports.ts';
import { comparedWords, ELLIPSIS, type FoldedToken, isWord } from '../../text/fold.ts';
import { joinCompounds } from '../../text/words/join-compounds.ts';
import { contains, mergeSpans, overlaps, type Span } from '../../text/span.ts';
import { findRarest } from '../find/rarest-words.ts';
import { isReversed } from './is-reversed.ts';

/** Sentences that share words with the quote, around which it is looked for. */
const CANDIDATES = 60;
/** Words that stand in so many sentences find none that the rarer ones would not. */
const MOST_PLACES = 20_000;
/** What an ellipsis may stand for. */
const ELLIPSIS_CHARACTERS = 1_500;
/** So many of the quote's words must stand at their place for it to be that quote, altered. */
const LEAST_SHARE = 0.6;
const LEAST_WORDS = 3;
/** What a reporter puts into a quotation: “…,” he said on Monday, “…”. */
const ASIDE_CHARACTERS = 120;
const ASIDE = /[”»]([^“”«»"\n]{1,120})[“«]/gu;

/** Where a quote stands in an article, or what is nearest to it. */
export interface FoundQuote {
  readonly article: Article;
  readonly span: Span;
  readonly verdict: Exclude<VerifyAnswer['verdict'], 'not-found'>;
  readonly differences: readonly Difference[];
  /** How much of the quote stands there, 0 to 1. */
  readonly share: number;
  /** What is said at that place, the statement that has most of it first. */
  readonly statements: readonly StoredStatement[];
}

interface Place extends Pick<FoundQuote, 'article' | 'span' | 'statements'> {
  readonly alignment: Alignment;
  readonly given: readonly FoldedToken[];
  readonly source: { readonly text: string; readonly tokens: readonly SourceWord[] };
}

/** Finds the place in the stored articles that is nearest to a quote. */
export function createFindQuote({ store }: { readonly store: Store }) {
  /**
   * @param fits whether a place is where the quote is said to be from: of equals, it counts
   * @returns null where no article has most of the quote's words together
   */
  return async (
    quote: string,
    fits: (place: Pick<FoundQuote, 'statements'>) => boolean,
    signal?: AbortSignal,
  ): Promise<FoundQuote | null> => {
    const given = quotedWords(quote);
    const words = given.filter(({ folded }) => isWord(folded));
    const takeTurns = createTakeTurns();
    const searched = await findRarest(
      store,
      [...new Set([...words.map(({ folded }) => folded), ...partsOf(quote)])],
      MOST_PLACES,
    );
    await takeTurns();
    const hits = await store.searchSentences(searched, CANDIDATES);
    await takeTurns();
    signal?.throwIfAborted();
    const candidates = await store.candidates(hits.map(({ key }) => key));
    let best: (Place & { readonly rank: number }) | null = null;
    for (const id of new Set(candidates.map((candidate) => candidate.article.id))) {
      const article = await store.article(id);
      if (!article) continue;
      // Whoever else waits comes in between; a stretch of an article takes a few milliseconds.
      await takeTurns();
      signal?.throwIfAborted();
      const ofArticle = candidates.filter((candidate) => candidate.article.id === id);
      for (const window of windowsOf(ofArticle, quote, article.text.length)) {
        const place = placeIn(article, window, { quote, given }, ofArticle);
        if (!place) continue;
        const rank = rankOf(place) + (fits(place) ? 10 : 0);
        const nearer = best === null || place.alignment.cost < best.alignment.cost;
        if (nearer || (place.alignment.cost === best?.alignment.cost && rank > best.rank))
          best = { ...place, rank };
      }
    }
    return best && read(best, quote, words.length);
  };
}

/** The words as the store parts them: at apostrophes, too. */
function partsOf(quote: string): string[] {
  return quote.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The quote's words without an ellipsis at either end: it leaves nothing out there. */
function quotedWords(quote: string): FoldedToken[] {
  const words = comparedWords(quote);
  const first = words.findIndex(({ folded }) => isWord(folded));
  const last = words.findLastIndex(({ folded }) => isWord(folded));
  return first < 0 ? [] : words.slice(first, last + 1);
}

/** Where in the article the quote may stand: around the sentences that share words with it. */
function windowsOf(candidates: readonly Candidate[], quote: string, length: number): Span[] {
  const margin =
    Math.ceil(1.5 * quote.length) + ASIDE_CHARACTERS + (/\.{3}|…/.test(quote) ? ELLIPSIS_CHARACTERS : 0);
  return mergeSpans(
    candidates.map(({ sentence }) => ({
      start: Math.max(0, sentence.start - margin),
      end: Math.min(length, sentence.end + margin),
    })),
  );
}

function placeIn(
  article: Article,
  window: Span,
  { quote, given: asked }: { readonly quote: string; readonly given: readonly FoldedToken[] },
  candidates: readonly Candidate[],
): Place | null {
  const text = article.text.slice(window.start, window.end);
  const statements = [
    ...new Map(candidates.flatMap((one) => one.statements).map((one) => [one.key, one])).values(),
  ];
  const words = comparedWords(text).filter(({ folded }) => folded !== ELLIPSIS);
  const given = joinCompounds(quote, asked, new Set(words.map(({ folded }) => folded)));
  // The quote's first: "U.S." in both is one word in both, also where "US" stands nearby.
  const joined = joinCompounds(text, words, new Set(given.map(({ folded }) => folded)));
  const tokens = withAsides(joined, asidesOf(text, window, statements));
  const alignment = align(given, tokens);
  const first = tokens[alignment?.first ?? -1];
  const last = tokens[alignment?.last ?? -1];
  if (!alignment || !first || !last) return null;
  const span = { start: window.start + first.start, end: window.start + last.end };
  const spoken = statements
    .filter(({ content }) => content.some((piece) => overlaps(piece, span)))
    .toSorted((a, b) => shared(b, span) - shared(a, span));
  return { article, span, alignment, given, source: { text, tokens }, statements: spoken };
}

/** Where the reporter comes in between two pieces of one quotation; sorted. */
function asidesOf(text: string, window: Span, statements: readonly StoredStatement[]): Span[] {
  const marked = Array.from(text.matchAll(ASIDE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const between = statements
    .filter(({ type }) => type === 'direct')
    .flatMap(({ content }) =>
      content.slice(1).map((piece, i) => ({
        start: (content[i]?.end ?? piece.start) - window.start,
        end: piece.start - window.start,
      })),
    )
    .filter(({ start, end }) => start < end && end - start <= ASIDE_CHARACTERS);
  return mergeSpans([...marked, ...between]);
}

function withAsides(words: readonly FoldedToken[], asides: readonly Span[]): SourceWord[] {
  let at = 0;
  return words.map((word) => {
    while ((asides[at]?.end ?? Infinity) <= word.start) at++;
    const aside = asides[at];
    return aside && contains(aside, word) ? { ...word, aside: true } : word;
  });
}

function shared({ content }: StoredStatement, span: Span): number {
  return content.reduce(
    (sum, piece) => sum + Math.max(0, Math.min(piece.end, span.end) - Math.max(piece.start, span.start)),
    0,
  );
}

/** Of places that are equally near, the one that somebody says, in their own words if possible. */
function rankOf({ statements: [statement] }: Place): number {
  return (statement ? 1 : 0) + (statement?.type === 'direct' ? 2 : 0) + (statement?.speaker ? 1 : 0);
}

function read(place: Place, quote: string, words: number): FoundQuote | null {
  const { article, span, statements, alignment, given, source } = place;
  const runs = runsOf(alignment.steps, given, source.tokens);
  const share = Math.min(1, alignment.matchedWords / words);
  const isNear = share >= LEAST_SHARE && alignment.matchedWords >= LEAST_WORDS;
  if (runs.length > 0 && !isNear) return null;
  const reversed = runs.some((run) => isReversed(run, given, source.tokens));
  return {
    article,
    span,
    statements,
    share,
    verdict: runs.length === 0 ? 'verbatim' : reversed ? 'reversed' : 'altered',
    differences: differencesOf(alignment, { text: quote, tokens: given }, source),
  };
}
