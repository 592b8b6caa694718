import type { Database } from 'better-sqlite3';
import { textAt } from '../../text/span.ts';
import type { Candidate, Scope, StatedArticle, StoredStatement } from '../ports.ts';
import { createPrepare } from './prepare.ts';
import {
  STATEMENT_COLUMNS,
  isIntact,
  metaOf,
  passageOf,
  sentenceOf,
  createStatementOf,
  type ArticleRow,
  type SentenceRow,
  type StatementRow,
} from '../rows/article-rows.ts';
import { knownSentenceConditions, limitOf, sentenceConditions, statementConditions } from '../scope.ts';
import { createTexts } from './texts.ts';

/** So many candidates are kept: what is asked for often of a large collection. */
const MOST_KNOWN = 5_000;

/** A sentence that is there, and the highest key of its article's statements. */
interface Standing {
  readonly key: number;
  readonly last: number | null;
}

/** Passages with all that ranking needs, and the statements. */
export function createCandidates({ db }: { readonly db: Database }) {
  const statementOf = createStatementOf();
  const prepareStanding = createPrepare<Standing>(db);
  const prepareKeys = createPrepare<{ readonly key: number }>(db);
  const prepareStatements = createPrepare<StatementRow>(db);
  const selectText = db.prepare<[number], Pick<ArticleRow, 'text' | 'text_hash'>>(
    'SELECT text, text_hash FROM articles WHERE nr = ?',
  );
  const damaged = new Set<number>();
  const textOf = createTexts((nr) => {
    const row = selectText.get(nr);
    if (!row) throw new Error(`article version ${nr} went while it was read`);
    if (!isIntact(row)) damaged.add(nr);
    return row.text;
  });
  const selectRows = db.prepare<[string], SentenceRow>(
    `SELECT s.*, a.nr, a.id, a.title, a.outlet, a.author, a.published, a.url
     FROM json_each(?) AS k
     CROSS JOIN sentences AS s ON s.key = k.value
     JOIN articles AS a ON a.nr = s.article`,
  );
  const selectStated = db.prepare<[], StatedArticle>(
    `SELECT a.id AS article, st.last FROM (SELECT article, max(key) AS last FROM statements GROUP BY article) AS st
     JOIN articles AS a ON a.nr = st.article ORDER BY a.published IS NULL, a.published DESC, a.id`,
  );
  const selectStatements = db.prepare<[string], StatementRow & { readonly sentence: number }>(
    `SELECT ss.sentence, ${STATEMENT_COLUMNS}
     FROM json_each(?) AS k
     CROSS JOIN statement_sentences AS ss ON ss.sentence = k.value
     JOIN statements AS st ON st.key = ss.statement
     JOIN articles AS a ON a.nr = st.article
     ORDER BY st.start_at, st.key`,
  );

  function statementsBySentence(keys: string): ReadonlyMap<number, readonly StoredStatement[]> {
    const parsed = new Map<number, StoredStatement>();
    const bySentence = new Map<number, StoredStatement[]>();
    for (const { sentence, ...row } of selectStatements.iterate(keys)) {
      const statement = parsed.get(row.key) ?? statementOf(row);
      parsed.set(row.key, statement);
      const list = bySentence.get(sentence);
      if (!list) bySentence.set(sentence, [statement]);
      else if (list.at(-1) !== statement) list.push(statement);
    }
    return bySentence;
  }

  /** As they were read, which holds while the article's statements do: those never change, others with higher keys replace them. */
  const known = new Map<number, { readonly candidate: Candidate; readonly last: number | null }>();

  function readRows(standing: readonly Standing[]): void {
    const lasts = new Map(standing.map(({ key, last }) => [key, last]));
    const asked = JSON.stringify([...lasts.keys()]);
    const statements = statementsBySentence(asked);
    for (const row of selectRows.iterate(asked)) {
      const text = textOf(row.nr);
      const [sentence, passage] = [sentenceOf(row), passageOf(row)];
      const candidate = {
        key: row.key,
        article: metaOf(row),
        sentence,
        text: textAt(text, sentence),
        passage,
        passageText: textAt(text, passage),
        isIntact: !damaged.has(row.nr),
        statements: statements.get(row.key) ?? [],
      };
      known.set(row.key, { candidate, last: lasts.get(row.key) ?? null });
    }
  }

  // One transaction: another process may replace an article between the reads.
  const read = db.transaction((keys: readonly number[], scope: Scope): readonly Candidate[] => {
    const { sql, values } = knownSentenceConditions(scope);
    const standing = prepareStanding(
      `SELECT s.key, (SELECT max(of.key) FROM statements AS of WHERE of.article = s.article) AS last
       FROM json_each(@asked) AS k
       CROSS JOIN sentences AS s ON s.key = k.value
       JOIN articles AS a ON a.nr = s.article
       WHERE true${sql} ORDER BY k.key`,
    ).all({ ...values, asked: JSON.stringify(keys) });
    // Before it is asked what is missing: what is cleared after that would be left out.
    if (known.size > MOST_KNOWN) known.clear();
    readRows(standing.filter(({ key, last }) => known.get(key)?.last !== last));
    return standing.flatMap(({ key }) => known.get(key)?.candidate ?? []);
  });

  return {
    candidates: (keys: readonly number[], scope: Scope = {}): readonly Candidate[] => read(keys, scope),
    keysInScope: (scope: Scope, limit: number, after = 0): readonly number[] => {
      const { sql, values } = sentenceConditions(scope);
      return prepareKeys(
        `SELECT s.key FROM sentences AS s WHERE s.key > @after${sql} ORDER BY s.key LIMIT @limit`,
      )
        .all({ ...values, after, limit: limitOf(limit) })
        .map(({ key }) => key);
    },
    statements: (scope: Scope = {}): readonly StoredStatement[] => {
      const { sql, values } = statementConditions(scope);
      return prepareStatements(
        `SELECT ${STATEMENT_COLUMNS} FROM statements AS st JOIN articles AS a ON a.nr = st.article
         WHERE true${sql} ORDER BY a.published IS NULL, a.published DESC, a.id, st.start_at, st.key`,
      )
        .all(values)
        .map(statementOf);
    },
    statedArticles: (): readonly StatedArticle[] => selectStated.all(),
  };
}
