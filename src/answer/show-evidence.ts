import type { Evidence } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import { quotedAt } from '../domain/quote/quoted-at.ts';
import { overlaps, subtract, textAt, trimSpan, type Span } from '../text/span.ts';
import type { StatementType } from '../domain/statement.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import type { Ranked } from './score/score.ts';

/** A quotation up to this length is shown whole; of a longer one, the sentence that matched. */
const WHOLE_QUOTATION_CHARACTERS = 350;
/** Less of the sentence inside the quotation, and the sentence is shown: what matched may stand outside. */
const LEAST_SHARE = 0.5;

/** From the start of the first to the end of the last piece of the content. */
export function hullOf({ content }: Pick<StoredStatement, 'content'>): Span {
  return {
    start: Math.min(...content.map((span) => span.start)),
    end: Math.max(...content.map((span) => span.end)),
  };
}

/**
 * What is shown for a sentence: the speaker's own words where they are direct speech and fill most of the sentence,
 * whole up to 350 characters; else the sentence. Never over boilerplate or white space at the edges.
 *
 * @param article whose text the spans are of; its length bounds them
 */
export function spanToShow(
  sentence: Span,
  statement: StoredStatement | null,
  article: Pick<Article, 'text' | 'skips'>,
): Span {
  if (statement?.type !== 'direct' || statement.content.length === 0) return sentence;
  const hull = hullOf(statement);
  const clipped = { start: Math.max(hull.start, sentence.start), end: Math.min(hull.end, sentence.end) };
  if (clipped.end - clipped.start < LEAST_SHARE * (sentence.end - sentence.start)) return sentence;
  const whole = hull.end - hull.start <= WHOLE_QUOTATION_CHARACTERS;
  const clear = hull.end <= article.text.length && !article.skips.some((skip) => overlaps(skip, hull));
  return trimSpan(article.text, whole && clear ? hull : clipped) ?? sentence;
}

/** What stands between who says it and what is said is a comma, an adverb or the one it is said to; never a sentence. */
const MOST_BETWEEN = 40;
const SENTENCE_END = /[.!?…]["”’']?\s|\n/;

/**
 * The span with its source and cue, as far as they stand right before or behind it in the same sentence and nobody's
 * words lie between: "He also noted that …" says who says it.
 *
 * @param others all statements of the article
 */
function withAttribution(
  span: Span,
  { source, cue }: Pick<StoredStatement, 'source' | 'cue'>,
  article: Pick<Article, 'text' | 'skips'>,
  others: readonly Pick<StoredStatement, 'content'>[],
): Span {
  const taken = [...article.skips, ...others.flatMap(({ content }) => content)];
  const isClear = (from: number, to: number, more: Span): boolean =>
    to - from <= MOST_BETWEEN &&
    !SENTENCE_END.test(article.text.slice(Math.max(0, from - 2), to)) &&
    !taken.some((one) => overlaps(one, more) && !overlaps(one, span));
  const pieces = [...source, ...cue].toSorted((a, b) => a.start - b.start);
  let { start, end } = span;
  for (const piece of pieces.toReversed()) {
    if (piece.end > start) continue;
    if (!isClear(piece.end, start, { start: piece.start, end: start })) break;
    start = piece.start;
  }
  for (const piece of pieces) {
    if (piece.start < end) continue;
    if (!isClear(end, piece.start, { start: end, end: piece.end })) break;
    end = piece.end;
  }
  return { start, end };
}

/**
 * The whole statement, as `speaker` shows it: its hull, or its longest piece where boilerplate stands between; what the
 * reporter words with who says it, where that stands beside it.
 *
 * @param others all statements of the article
 */
export function statementSpan(
  statement: StoredStatement,
  article: Pick<Article, 'text' | 'skips'>,
  others: readonly StoredStatement[],
): Span {
  const hull = hullOf(statement);
  const pieces = subtract(hull, article.skips).toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const span = trimSpan(article.text, pieces[0] ?? hull) ?? hull;
  return statement.type === 'direct' ? span : withAttribution(span, statement, article, others);
}

/** What is known of an evidence item besides its article. */
export interface Attribution {
  readonly span: Span;
  readonly statement: StoredStatement | null;
  readonly topics: readonly string[];
  /** 0 to 1. */
  readonly score: number;
}

/** Own words shown with the reporter's around them are not all own words, and nothing says that they are. */
function shownType(statement: StoredStatement, span: Span, text: string): StatementType {
  if (statement.type !== 'direct') return statement.type;
  const around = subtract(span, [hullOf(statement)]);
  return around.some((piece) => /\p{L}/u.test(textAt(text, piece))) ? 'mixed' : 'direct';
}

/** An evidence item whose text is read from the article now. */
export function toEvidence(
  n: number,
  article: Article,
  { span, statement, topics, score }: Attribution,
): Evidence {
  return {
    n,
    ...quotedAt(article, span),
    ...(statement?.when && { when: statement.when }),
    type: statement ? shownType(statement, span, article.text) : 'narration',
    speaker: statement?.speaker ?? null,
    side: statement?.side ?? null,
    ...(statement && statement.sides.length > 1 && { sides: statement.sides }),
    act: statement?.act ?? null,
    topics,
    score,
  };
}

/** The articles of the items, each read once. One that was removed meanwhile is missing. */
async function readArticles(
  store: Pick<Store, 'article'>,
  items: readonly Ranked[],
): Promise<ReadonlyMap<string, Article>> {
  const ids = [...new Set(items.map(({ candidate }) => candidate.article.id))];
  const articles = await Promise.all(ids.map((id) => store.article(id)));
  return new Map(articles.flatMap((article) => (article ? [[article.id, article] as const] : [])));
}

/**
 * Evidence 1…n, its text read from the articles as they are now. Items whose article changed meanwhile are left out, and
 * one quotation found through two of its sentences is shown once.
 */
export async function showEvidence(
  store: Pick<Store, 'article'>,
  items: readonly Ranked[],
  support: number,
): Promise<Evidence[]> {
  const articles = await readArticles(store, items);
  const best = Math.max(...items.map(({ score }) => score));
  const shown: Evidence[] = [];
  for (const { candidate, statement, topics, score } of items) {
    const article = articles.get(candidate.article.id);
    const { sentence, text } = candidate;
    if (!article || article.text.slice(sentence.start, sentence.end) !== text) continue;
    const span = spanToShow(sentence, statement, article);
    const twice = shown.some(
      (one) => one.article === article.id && one.start < span.end && span.start < one.end,
    );
    if (twice) continue;
    const chance = support * Math.exp(Math.min(0, score - best) / 4);
    shown.push(
      toEvidence(shown.length + 1, article, { span, statement, topics, score: Number(chance.toFixed(4)) }),
    );
  }
  return shown;
}
