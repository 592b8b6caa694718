import type { Article, Visit } from '../domain/article.ts';
import { addressKey } from '../sources/name-address.ts';
import type { ReadArticle } from '../sources/read-article.ts';
import type { SourceResult } from '../sources/read-sources.ts';
import { hashArticle, textHash } from './hash-article.ts';

/** An article that is new or changed, and where it came from. */
export interface Draft {
  /** Its path or address. */
  readonly path: string;
  readonly article: Article;
  /** Clauses. */
  readonly notes: readonly string[];
  /** Kept once it is stored. */
  readonly visit: Visit | null;
}

/** Who took an article out; null where nobody did. */
export type TakenOut = (article: Pick<Article, 'id' | 'url' | 'hash'>) => string | null;

/** Why an article is not read by itself, in a clause that its path begins; null where it is. */
export type LeftOut = (article: Pick<Article, 'id' | 'url' | 'hash'>) => string | null;

/** What is in the store. */
interface StoredArticle {
  readonly id: string;
  readonly url: string | null;
  readonly hash: string;
}

interface SortedDrafts {
  readonly drafts: Draft[];
  /** Of all that is not to be stored. */
  readonly results: IngestResult[];
  /** Of those, to be kept when all drafts are stored. */
  readonly visits: Visit[];
}

/**
 * Sorts out what is new or changed from what is unchanged, double or was refused.
 *
 * @param read in the order in which it was read
 * @param madeByOf see `hashArticle`; by the article's id
 * @param leftOut what somebody took out or corrected does not come back by itself
 */
export function sortDrafts(
  read: readonly SourceResult[],
  madeByOf: (id: string) => string,
  stored: readonly StoredArticle[],
  leftOut: LeftOut = () => null,
): SortedDrafts {
  const sorted: SortedDrafts = { drafts: [], results: [], visits: [] };
  const sortArticle = createSorter(stored, sorted, leftOut);
  for (const result of read) {
    const { from } = result;
    if (result.kind === 'read') sortArticle(from, articleOf(result.article, madeByOf), result.visit);
    else if (result.kind === 'unchanged') sorted.results.push(resultOf(from, result.article, 'unchanged'));
    else if (result.kind === 'feed') {
      sorted.visits.push(result.visit);
      sorted.results.push(resultOf(from, null, 'feed'));
    } else {
      if (result.kind === 'refused' && result.visit) sorted.visits.push(result.visit);
      sorted.results.push(resultOf(from, null, result.kind, result.reason));
    }
  }
  return sorted;
}

/** What puts one article after the other where it belongs. */
function createSorter(
  stored: readonly StoredArticle[],
  { drafts, results, visits }: SortedDrafts,
  leftOut: LeftOut,
) {
  const hashes = new Map(stored.map(({ id, hash }) => [id, hash]));
  const pathOf = new Map<string, string>();
  const idOfText = new Map(stored.map(({ id, hash }) => [textHash(hash), id]));
  const idOfAddress = new Map(stored.map(({ id, url }) => [keyOf(url), id]));
  return (path: string, { article, notes }: Pick<Draft, 'article' | 'notes'>, visit: Visit | null): void => {
    const { id, hash, url } = article;
    const taken = pathOf.get(id);
    if (taken !== undefined) {
      const remedy = 'give one of them another id or file name';
      results.push(
        resultOf(path, null, 'refused', `${path} has the id "${id}", as ${taken} has: ${remedy}.`),
      );
      return;
    }
    const why = leftOut(article);
    if (why !== null) {
      const reason = `${path} ${why}, and is not read again before somebody adds it by its name.`;
      results.push(resultOf(path, null, 'left-out', reason));
      if (visit) visits.push(visit);
      return;
    }
    const twin = { text: idOfText.get(textHash(hash)), address: idOfAddress.get(keyOf(url)) };
    for (const [what, other] of [['very text', twin.text] as const, ['address', twin.address] as const]) {
      if (other === undefined || other === id) continue;
      const reason = `${path} has the ${what} of the article "${other}": it is not read a second time.`;
      results.push(resultOf(path, null, 'duplicate', reason));
      if (visit) visits.push({ ...visit, article: other });
      return;
    }
    pathOf.set(id, path);
    idOfText.set(textHash(hash), id);
    idOfAddress.set(keyOf(url), id);
    const before = hashes.get(id);
    if (before === hash) {
      results.push(resultOf(path, id, 'unchanged'));
      if (visit) visits.push(visit);
      return;
    }
    const isNewText = before !== undefined && before !== '' && textHash(before) !== textHash(hash);
    const change = isNewText && article.fetched !== null ? [CHANGED] : [];
    drafts.push({ path, article, notes: [...notes, ...change], visit });
  };
}

const CHANGED = 'it has changed since it was read before: the new version replaces the old one';

/** Addresses are the same however they are written; an article without one has that of no other. */
function keyOf(url: string | null): string | symbol {
  return (url === null ? null : addressKey(url)) ?? Symbol('none');
}

function articleOf(
  { notes, ...known }: ReadArticle,
  madeByOf: (id: string) => string,
): { article: Article; notes: readonly string[] } {
  const article = { ...known, hash: hashArticle(known, madeByOf(known.id)) };
  const { partial } = known;
  return { article, notes: partial === null ? notes : [...notes, `it is not the whole article: ${partial}`] };
}

/** What became of one file or address. `refused`, `left-out` and `duplicate` carry the sentence that says why. */
export interface IngestResult {
  readonly path: string;
  readonly id: string | null;
  readonly outcome: 'added' | 'replaced' | 'unchanged' | 'duplicate' | 'feed' | 'refused' | 'left-out';
  readonly reason: string | null;
  /** What should be known of an article that was read: sentences. */
  readonly notes: readonly string[];
  readonly sentences: number;
  readonly statements: number;
}

/** The result for a file that nothing is stored of. */
export function resultOf(
  path: string,
  id: string | null,
  outcome: IngestResult['outcome'],
  reason: string | null = null,
): IngestResult {
  return { path, id, outcome, reason, notes: [], sentences: 0, statements: 0 };
}
