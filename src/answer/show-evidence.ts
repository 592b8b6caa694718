import type { Evidence } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import { quotedAt } from '../domain/quote/quoted-at.ts';
import { overlaps, subtract, textAt, trimSpan, type Span } from '../text/span.ts';
import { hullOf } from '../domain/said/statement-span.ts';
import type { StatementType } from '../domain/statement.ts';
import type { Store, StoredStatement } from '../store/ports.ts';
import type { Ranked } from './score/score.ts';

/** A quotation up to this length is shown whole; of a longer one, the sentence that matched. */
const WHOLE_QUOTATION_CHARACTERS = 350;
/** Less of the sentence inside the quotation, and the sentence is shown: what matched may stand outside. */
const LEAST_SHARE = 0.5;

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
