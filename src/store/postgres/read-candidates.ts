import { textAt } from '../../text/span.ts';
import type { Candidate, Scope, StatedArticle, StoredStatement } from '../ports.ts';
import {
  STATEMENT_COLUMNS,
  isIntact,
  metaOf,
  passageOf,
  sentenceOf,
  createStatementOf,
  type SentenceRow,
  type StatementRow,
} from '../rows/article-rows.ts';
import { knownSentenceConditions, limitOf, sentenceConditions, statementConditions } from '../scope.ts';
import type { Connections, Queries } from './connection-pool.ts';
import type { StoredArticle } from './read-articles.ts';

/** How many UTF-16 code units of article texts are kept, at most 32 MB. */
const KEPT_CODE_UNITS = 16 * 1024 * 1024;

interface KnownText {
  readonly text: string;
  readonly isIntact: boolean;
}

async function statementsBySentence(
  queries: Queries,
  keys: readonly number[],
  statementOf: (row: StatementRow) => StoredStatement,
): Promise<ReadonlyMap<number, readonly StoredStatement[]>> {
  const rows = await queries.rows<StatementRow & { readonly sentence: number }>(
    `SELECT ss.sentence, ${STATEMENT_COLUMNS}
     FROM statement_sentences AS ss
     JOIN statements AS st ON st.key = ss.statement
     JOIN articles AS a ON a.nr = st.article
     WHERE ss.sentence = ANY (@keys::bigint[]) ORDER BY st.start_at, st.key`,
    { keys },
  );
  const parsed = new Map<number, StoredStatement>();
  const bySentence = new Map<number, StoredStatement[]>();
  for (const { sentence, ...row } of rows) {
    const statement = parsed.get(row.key) ?? statementOf(row);
    parsed.set(row.key, statement);
    const list = bySentence.get(sentence);
    if (list) list.push(statement);
    else bySentence.set(sentence, [statement]);
  }
  return bySentence;
}

/** Passages with all that ranking needs, and the statements. */
export function createReadCandidates(connections: Connections) {
  const statementOf = createStatementOf();
  /** By the number of the stored version, which is never used again, the last asked for last. */
  const texts = new Map<number, KnownText>();
  let size = 0;

  async function textsOf(
    queries: Queries,
    nrs: ReadonlySet<number>,
  ): Promise<ReadonlyMap<number, KnownText>> {
    const found = new Map<number, KnownText>();
    for (const nr of nrs) {
      const known = texts.get(nr);
      if (!known) continue;
      found.set(nr, known);
      texts.delete(nr);
      texts.set(nr, known);
    }
    const missing = [...nrs].filter((nr) => !found.has(nr));
    if (missing.length > 0) {
      const rows = await queries.rows<Pick<StoredArticle, 'nr' | 'text' | 'text_hash'>>(
        'SELECT nr, text, text_hash FROM articles WHERE nr = ANY (@missing::bigint[])',
        { missing },
      );
      for (const { nr, text: bytes, text_hash } of rows) {
        const text = bytes.toString();
        const known = { text, isIntact: isIntact({ text, text_hash }) };
        found.set(nr, known);
        // Another question may have read it meanwhile.
        if (!texts.has(nr)) size += text.length;
        texts.set(nr, known);
      }
    }
    for (const [oldest, { text }] of texts) {
      if (size <= KEPT_CODE_UNITS) break;
      texts.delete(oldest);
      size -= text.length;
    }
    return found;
  }

  return {
    candidates: (keys: readonly number[], scope: Scope = {}): Promise<readonly Candidate[]> => {
      const { sql, values } = knownSentenceConditions(scope);
      const asked = keys.filter((key) => Number.isSafeInteger(key));
      // One state throughout: another process may replace an article between the reads.
      return connections.transaction(async (queries) => {
        const rows = await queries.rows<SentenceRow>(
          `SELECT s.*, a.nr, a.id, a.title, a.outlet, a.author, a.published, a.url
           FROM unnest(@asked::bigint[]) WITH ORDINALITY AS k (key, place)
           JOIN sentences AS s ON s.key = k.key
           JOIN articles AS a ON a.nr = s.article
           WHERE true${sql} ORDER BY k.place`,
          { ...values, asked },
        );
        const known = await textsOf(queries, new Set(rows.map(({ nr }) => nr)));
        const statements = await statementsBySentence(
          queries,
          rows.map(({ key }) => key),
          statementOf,
        );
        return rows.map((row): Candidate => {
          const text = known.get(row.nr);
          if (!text) throw new Error(`article version ${row.nr} went while it was read`);
          const [sentence, passage] = [sentenceOf(row), passageOf(row)];
          return {
            key: row.key,
            article: metaOf(row),
            sentence,
            text: textAt(text.text, sentence),
            passage,
            passageText: textAt(text.text, passage),
            isIntact: text.isIntact,
            statements: statements.get(row.key) ?? [],
          };
        });
      }, 'read');
    },
    keysInScope: async (scope: Scope, limit: number, after = 0): Promise<readonly number[]> => {
      const { sql, values } = sentenceConditions(scope);
      const rows = await connections.rows<{ key: number }>(
        `SELECT s.key FROM sentences AS s WHERE s.key > @after${sql} ORDER BY s.key LIMIT @limit`,
        { ...values, after, limit: limitOf(limit) },
      );
      return rows.map(({ key }) => key);
    },
    statements: async (scope: Scope = {}): Promise<readonly StoredStatement[]> => {
      const { sql, values } = statementConditions(scope);
      const rows = await connections.rows<StatementRow>(
        `SELECT ${STATEMENT_COLUMNS} FROM statements AS st JOIN articles AS a ON a.nr = st.article
         WHERE true${sql} ORDER BY a.published IS NULL, a.published DESC, a.id, st.start_at, st.key`,
        values,
      );
      return rows.map(statementOf);
    },
    statedArticles: (): Promise<readonly StatedArticle[]> =>
      connections.rows<StatedArticle>(
        `SELECT a.id AS article, st.last FROM (SELECT article, max(key) AS last FROM statements GROUP BY article) AS st
         JOIN articles AS a ON a.nr = st.article ORDER BY a.published IS NULL, a.published DESC, a.id`,
      ),
  };
}
