import type { Database } from 'better-sqlite3';
import { createTakeTurns } from '../../take-turns.ts';
import type { Article } from '../../domain/article.ts';
import type { SourceRow } from '../../domain/answer.ts';
import { signatureOf } from '../../text/shingles.ts';
import type { Statement } from '../../domain/statement.ts';
import { textAt } from '../../text/span.ts';
import type { ArticleRecord, EmbeddingStamp, StoreCounts, Removed } from '../ports.ts';
import { arrivalsOf, type NewArrival } from '../arrivals-of.ts';
import { checkRecord } from '../record.ts';
import { articleOf, isIntact, type ArticleRow } from '../rows/article-rows.ts';
import { sha256 } from '../rows/sha256.ts';
import { blobOf, signatureIn } from '../rows/blob.ts';
import { createInsertStatements, type PlacedSentence } from './insert-statements.ts';

export interface ArticlesDeps {
  readonly db: Database;
  readonly embeddingStamp: () => EmbeddingStamp | null;
  /** Keeps what arrives with an article. */
  readonly keepArrivals: (arrivals: readonly NewArrival[]) => void;
}

/** Saving, removing and listing whole articles; each change is one transaction that also moves the revision. */
export function createArticles({ db, embeddingStamp, keepArrivals }: ArticlesDeps) {
  const insertArticle = db.prepare(
    `INSERT INTO articles (id, title, outlet, author, published, url, modified, language, partial, fetched, copy_of, places,
       hash, skips, text, text_hash, shingles)
     VALUES (@id, @title, @outlet, @author, @published, @url, @modified, @language, @partial, @fetched, @copyOf, @places,
       @hash, @skips, @text, @textHash, @shingles)`,
  );
  const insertSentence = db.prepare(
    `INSERT INTO sentences (article, position, paragraph, start_at, end_at,
       passage_first, passage_last, passage_start, passage_end)
     VALUES (@nr, @index, @paragraph, @start, @end, @first, @last, @passageStart, @passageEnd)`,
  );
  const insertVector = db.prepare('INSERT INTO vectors (key, vector) VALUES (?, ?)');
  const insertSentenceWords = db.prepare('INSERT INTO sentence_words (rowid, words) VALUES (?, ?)');
  const insertPassageWords = db.prepare('INSERT INTO passage_words (rowid, words) VALUES (?, ?)');
  const insertStatements = createInsertStatements(db);
  const numberOf = db.prepare<[string], { nr: number }>('SELECT nr FROM articles WHERE id = ?');
  const drops = [
    'DELETE FROM sentence_words WHERE rowid IN (SELECT key FROM sentences WHERE article = ?)',
    'DELETE FROM passage_words WHERE rowid IN (SELECT key FROM sentences WHERE article = ?)',
    'DELETE FROM articles WHERE nr = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  const dropStatements = db.prepare<[number]>('DELETE FROM statements WHERE article = ?');
  const selectPlaces = db.prepare<[number], PlacedSentence>(
    'SELECT key, start_at AS start, end_at AS end FROM sentences WHERE article = ? ORDER BY position',
  );
  const firstCopy = db.prepare<[string], { id: string }>(
    'SELECT id FROM articles WHERE copy_of = ? ORDER BY id LIMIT 1',
  );
  const setOriginal = db.prepare<[string, string]>(
    'UPDATE articles SET copy_of = nullif(?, id) WHERE copy_of = ?',
  );
  const dropCorrections = db.prepare<[string]>('DELETE FROM corrections WHERE article = ?');
  const countStatements = db.prepare<[string], Pick<Removed, 'statements'>>(
    `SELECT count(*) AS statements FROM statements AS st JOIN articles AS a ON a.nr = st.article WHERE a.id = ?`,
  );
  const moveRevision = db.prepare('UPDATE state SET revision = revision + 1');
  const selectArticle = db.prepare<[string], ArticleRow>('SELECT * FROM articles WHERE id = ?');
  const selectHashes = db.prepare<[], { nr: number; id: string; hash: string }>(
    'SELECT nr, id, hash FROM articles ORDER BY id',
  );
  const selectText = db.prepare<[number], Pick<ArticleRow, 'text' | 'text_hash'>>(
    'SELECT text, text_hash FROM articles WHERE nr = ?',
  );
  const selectTextHash = db.prepare<[string], string>('SELECT text_hash FROM articles WHERE id = ?').pluck();
  const selectSources = db.prepare<[], SourceRow>(
    `SELECT id, title, outlet, author, published, url,
       (SELECT count(*) FROM sentences AS s WHERE s.article = a.nr) AS sentences,
       (SELECT count(*) FROM sentences AS s WHERE s.article = a.nr) AS passages,
       (SELECT count(*) FROM statements AS st WHERE st.article = a.nr) AS statements
     FROM articles AS a ORDER BY published IS NULL, published DESC, id`,
  );
  const selectSignatures = db.prepare<[], { id: string; shingles: unknown }>(
    'SELECT id, shingles FROM articles ORDER BY id',
  );
  const selectCounts = db.prepare<[], StoreCounts>(
    `SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statements) AS statements,
       s.n AS sentences, s.n AS passages FROM (SELECT count(*) AS n FROM sentences) AS s`,
  );
  const selectRevision = db.prepare<[], { revision: number }>('SELECT revision FROM state');

  function drop(id: string): boolean {
    const found = numberOf.get(id);
    if (!found) return false;
    for (const statement of drops) statement.run(found.nr);
    return true;
  }

  function insert({ article, sentences, passages, vectors, statements }: ArticleRecord): void {
    const nr = Number(
      insertArticle.run({
        ...article,
        skips: JSON.stringify(article.skips),
        places: JSON.stringify(article.places),
        shingles: blobOf(signatureOf(article.text)),
        textHash: sha256(article.text),
      }).lastInsertRowid,
    );
    const placed = sentences.map((sentence, i): PlacedSentence => {
      const passage = passages[i];
      const vector = vectors[i];
      if (!passage || !vector) throw new Error(`record of article "${article.id}" has holes`);
      const { lastInsertRowid: key } = insertSentence.run({
        nr,
        ...sentence,
        first: passage.first,
        last: passage.last,
        passageStart: passage.start,
        passageEnd: passage.end,
      });
      insertVector.run(key, blobOf(vector));
      insertSentenceWords.run(key, textAt(article.text, sentence));
      insertPassageWords.run(key, textAt(article.text, passage));
      return { key: Number(key), start: sentence.start, end: sentence.end };
    });
    insertStatements(nr, placed, statements);
  }

  const save = db.transaction((record: ArticleRecord): 'added' | 'replaced' => {
    checkRecord(record, embeddingStamp());
    const textBefore = selectTextHash.get(record.article.id);
    const outcome = drop(record.article.id) ? 'replaced' : 'added';
    insert(record);
    // Read again, the same text says nothing new.
    if (textBefore !== sha256(record.article.text)) keepArrivals(arrivalsOf(record));
    moveRevision.run();
    return outcome;
  });
  const replaceStatements = db.transaction((id: string, statements: readonly Statement[]): boolean => {
    const found = numberOf.get(id);
    if (!found) return false;
    dropStatements.run(found.nr);
    insertStatements(found.nr, selectPlaces.all(found.nr), statements);
    moveRevision.run();
    return true;
  });
  const remove = db.transaction((id: string): Removed | null => {
    const statements = countStatements.get(id)?.statements ?? 0;
    if (!drop(id)) return null;
    const heir = firstCopy.get(id);
    if (heir) setOriginal.run(heir.id, id);
    moveRevision.run();
    return { statements, corrections: dropCorrections.run(id).changes };
  });

  /** Reads every text, so the event loop gets its turn in between. */
  async function hashes(): Promise<ReadonlyMap<string, string>> {
    const byId = new Map<string, string>();
    const takeTurns = createTakeTurns();
    for (const { nr, id, hash } of selectHashes.all()) {
      await takeTurns();
      const row = selectText.get(nr);
      byId.set(id, row && !isIntact(row) ? '' : hash);
    }
    return byId;
  }

  return {
    saveArticle: (record: ArticleRecord) => save.immediate(record),
    replaceStatements: (id: string, statements: readonly Statement[]) =>
      replaceStatements.immediate(id, statements),
    removeArticle: (id: string) => remove.immediate(id),
    article: (id: string): Article | null => {
      const row = selectArticle.get(id);
      return row ? articleOf(row) : null;
    },
    hashes,
    signatures: (): ReadonlyMap<string, Uint32Array> =>
      new Map(selectSignatures.all().map(({ id, shingles }) => [id, signatureIn(shingles)])),
    sources: (): readonly SourceRow[] => selectSources.all(),
    counts: (): StoreCounts =>
      selectCounts.get() ?? { articles: 0, sentences: 0, passages: 0, statements: 0 },
    revision: (): number => selectRevision.get()?.revision ?? 0,
  };
}
