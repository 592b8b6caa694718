import { setImmediate as nextTurn } from 'node:timers/promises';
import { align, differencesOf, type Alignment } from '../../domain/align.ts';
import type { VerifyAnswer } from '../../domain/answer.ts';
import type { Article } from '../../domain/article.ts';
import { comparedWords, ELLIPSIS } from '../../text/compared-words.ts';
import { isWord, type FoldedToken } from '../../text/fold.ts';
import { mergeSpans, overlaps, type Span } from '../../text/span.ts';
import { UsageError } from '../../errors.ts';
import type { Candidate, Store, StoredStatement } from '../../store/ports.ts';
import { toEvidence } from '../show-evidence.ts';

const MOST_CHARACTERS = 2_000;
/** Sentences that share words with the quote, around which it is looked for. */
const CANDIDATES = 60;
/** Words that stand in so many sentences find none that the rarer ones would not. */
const MOST_SENTENCES = 20_000;
/** What an ellipsis may stand for. */
const ELLIPSIS_CHARACTERS = 1_500;
/** So many of the quote's words must stand at their place for it to be that quote, altered. */
const LEAST_SHARE = 0.6;
const LEAST_WORDS = 3;

interface Place {
  readonly article: Article;
  readonly span: Span;
  readonly alignment: Alignment;
  readonly source: { readonly text: string; readonly tokens: readonly FoldedToken[] };
  readonly statement: StoredStatement | null;
}

export type Verify = (quote: string, signal?: AbortSignal) => Promise<VerifyAnswer>;

/** Looks a quote up in the articles: as it stands, altered (with the words that differ) or not found. */
export function createVerify({ store }: { readonly store: Store }): Verify {
  /** @throws UsageError when there is no word in the quote, or over 2,000 characters */
  return async (quote, signal) => {
    const given = { text: quote, tokens: quotedWords(quote) };
    const words = given.tokens.filter(({ folded }) => isWord(folded));
    if (words.length === 0)
      throw new UsageError('There are no words in the quote; give the words as they were quoted.');
    if (quote.length > MOST_CHARACTERS) {
      throw new UsageError(
        `The quote has ${quote.length.toLocaleString('en')} characters; at most ${MOST_CHARACTERS.toLocaleString('en')} can be looked up at once.`,
      );
    }
    const searched = await rarest(store, [...new Set(words.map(({ folded }) => folded))]);
    await nextTurn();
    const hits = await store.searchSentences(searched, CANDIDATES);
    await nextTurn();
    signal?.throwIfAborted();
    const candidates = await store.candidates(hits.map(({ key }) => key));
    let best: Place | null = null;
    for (const id of new Set(candidates.map((candidate) => candidate.article.id))) {
      const article = await store.article(id);
      if (!article) continue;
      // Whoever else waits comes in between; a stretch of an article takes a few milliseconds.
      await nextTurn();
      signal?.throwIfAborted();
      const ofArticle = candidates.filter((candidate) => candidate.article.id === id);
      for (const window of windowsOf(ofArticle, quote, article.text.length)) {
        const place = placeIn(article, window, given.tokens, ofArticle);
        if (place && (!best || isBetter(place, best))) best = place;
      }
    }
    const share = best ? best.alignment.matchedWords / words.length : 0;
    const found =
      best &&
      (best.alignment.cost === 0 || (share >= LEAST_SHARE && best.alignment.matchedWords >= LEAST_WORDS));
    if (!best || !found) return { quote, verdict: 'not-found', match: null, differences: [] };
    const { article, span, statement, alignment, source } = best;
    const topics = statement?.topics ?? [];
    return {
      quote,
      verdict: alignment.cost === 0 ? 'verbatim' : 'altered',
      match: toEvidence(1, article, { span, statement, topics, score: Math.min(1, share) }),
      differences: differencesOf(alignment, given, source),
    };
  };
}

/** Those of the words that stand in fewest sentences, but for words that are nowhere: together in not too many. */
async function rarest(store: Store, words: readonly string[]): Promise<string[]> {
  const frequencies = await store.sentenceFrequencies(words);
  const known = words
    .map((word, i) => ({ word, sentences: frequencies[i] ?? 0 }))
    .filter(({ sentences }) => sentences > 0)
    .toSorted((a, b) => a.sentences - b.sentences);
  let sum = 0;
  return known
    .filter(({ sentences }, i) => (sum += sentences) <= MOST_SENTENCES || i === 0)
    .map(({ word }) => word);
}

/** The quote's words without an ellipsis at either end: it leaves nothing out there. */
function quotedWords(quote: string): FoldedToken[] {
  const tokens = comparedWords(quote);
  const first = tokens.findIndex(({ folded }) => isWord(folded));
  const last = tokens.findLastIndex(({ folded }) => isWord(folded));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

/** Where in the article the quote may stand: around the sentences that share words with it. */
function windowsOf(candidates: readonly Candidate[], quote: string, length: number): Span[] {
  const margin = Math.ceil(1.5 * quote.length) + (/\.{3}|…/.test(quote) ? ELLIPSIS_CHARACTERS : 0);
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
  given: readonly FoldedToken[],
  candidates: readonly Candidate[],
): Place | null {
  const text = article.text.slice(window.start, window.end);
  const tokens = comparedWords(text).filter(({ folded }) => folded !== ELLIPSIS);
  const alignment = align(given, tokens);
  const first = tokens[alignment?.first ?? -1];
  const last = tokens[alignment?.last ?? -1];
  if (!alignment || !first || !last) return null;
  const span = { start: window.start + first.start, end: window.start + last.end };
  const statements = candidates.flatMap((candidate) => candidate.statements);
  const spoken = statements.filter(({ content }) => content.some((piece) => overlaps(piece, span)));
  const statement = spoken.toSorted((a, b) => shared(b, span) - shared(a, span))[0] ?? null;
  return { article, span, alignment, source: { text, tokens }, statement };
}

function shared({ content }: StoredStatement, span: Span): number {
  return content.reduce(
    (sum, piece) => sum + Math.max(0, Math.min(piece.end, span.end) - Math.max(piece.start, span.start)),
    0,
  );
}

/** Nearer to the quote; of equals, the one that somebody says, in their own words if possible. */
function isBetter(a: Place, b: Place): boolean {
  if (a.alignment.cost !== b.alignment.cost) return a.alignment.cost < b.alignment.cost;
  const rank = ({ statement }: Place): number =>
    (statement ? 1 : 0) + (statement?.type === 'direct' ? 2 : 0) + (statement?.speaker ? 1 : 0);
  return rank(a) > rank(b);
}
