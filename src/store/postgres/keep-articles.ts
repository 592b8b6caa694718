import { signatureOf } from '../../text/shingles.ts';
import type { Statement } from '../../domain/statement.ts';
import { overlaps, textAt, type Span } from '../../text/span.ts';
import { arrivalsOf, type NewArrival } from '../arrivals-of.ts';
import type { ArticleRecord, EmbeddingStamp, Removed } from '../ports.ts';
import { checkRecord } from '../record.ts';
import { blobOf } from '../rows/blob.ts';
import { sha256 } from '../rows/sha256.ts';
import type { Connections, Queries } from './connection-pool.ts';
import { insertWords } from './postings/keep-words.ts';
import { beginChange, moveRevision } from './tell-changes.ts';

interface PlacedSentence extends Span {
  readonly key: number;
}

export interface KeepArticlesDependencies {
  readonly connections: Connections;
  readonly embeddingStamp: (queries: Queries) => Promise<EmbeddingStamp | null>;
  /** Keeps what arrives with an article. */
  readonly keepArrivals: (queries: Queries, arrivals: readonly NewArrival[]) => Promise<void>;
}

/** Saving and removing whole articles; each change is one transaction that also moves the revision. */
export function createKeepArticles({ connections, embeddingStamp, keepArrivals }: KeepArticlesDependencies) {
  return {
    saveArticle: (record: ArticleRecord): Promise<'added' | 'replaced'> =>
      connections.transaction(async (queries) => {
        await beginChange(queries);
        checkRecord(record, await embeddingStamp(queries));
        const { id, text } = record.article;
        const [before] = await queries.rows<{ text_hash: string }>(
          'DELETE FROM articles WHERE id = @id RETURNING text_hash',
          { id },
        );
        await insertRecord(queries, record);
        // Read again, the same text says nothing new.
        if (before?.text_hash !== sha256(text)) await keepArrivals(queries, arrivalsOf(record));
        await moveRevision(queries);
        return before ? 'replaced' : 'added';
      }, 'bulk'),
    replaceStatements: (id: string, statements: readonly Statement[]): Promise<boolean> =>
      connections.transaction(async (queries) => {
        await beginChange(queries);
        const [found] = await queries.rows<{ nr: number }>('SELECT nr FROM articles WHERE id = @id', { id });
        if (!found) return false;
        const { nr } = found;
        await queries.run('DELETE FROM statements WHERE article = @nr', { nr });
        const placed = await queries.rows<PlacedSentence>(
          'SELECT key, start_at AS start, end_at AS end FROM sentences WHERE article = @nr ORDER BY position',
          { nr },
        );
        await insertStatements(queries, nr, placed, statements);
        await moveRevision(queries);
        return true;
      }, 'bulk'),
    removeArticle: (id: string): Promise<Removed | null> =>
      connections.transaction(async (queries) => {
        await beginChange(queries);
        const [held] = await queries.rows<{ statements: number }>(
          `SELECT (SELECT count(*) FROM statements AS st WHERE st.article = a.nr) AS statements
           FROM articles AS a WHERE id = @id`,
          { id },
        );
        if (!held) return null;
        await queries.run('DELETE FROM articles WHERE id = @id', { id });
        await queries.run(
          `UPDATE articles SET copy_of = nullif(heir.id, articles.id)
           FROM (SELECT id FROM articles WHERE copy_of = @id ORDER BY id LIMIT 1) AS heir WHERE copy_of = @id`,
          { id },
        );
        await moveRevision(queries);
        const corrections = await queries.run('DELETE FROM corrections WHERE article = @id', { id });
        return { statements: held.statements, corrections };
      }, 'bulk'),
  };
}

async function insertRecord(queries: Queries, record: ArticleRecord): Promise<void> {
  const { article, sentences, passages, vectors, statements } = record;
  const [made] = await queries.rows<{ nr: number }>(
    `INSERT INTO articles (id, title, outlet, author, published, url, modified, language, partial, fetched, copy_of, places,
       hash, skips, text, text_hash, shingles)
     VALUES (@id, @title, @outlet, @author, @published, @url, @modified, @language, @partial, @fetched, @copyOf, @places,
       @hash, @skips, @bytes, @textHash, @shingles) RETURNING nr`,
    {
      ...article,
      skips: JSON.stringify(article.skips),
      places: JSON.stringify(article.places),
      bytes: Buffer.from(article.text),
      textHash: sha256(article.text),
      shingles: blobOf(signatureOf(article.text)),
    },
  );
  if (!made) throw new Error(`article "${article.id}" got no number`);
  const keyed = await queries.rows<{ key: number; position: number }>(
    `INSERT INTO sentences (article, position, paragraph, start_at, end_at,
       passage_first, passage_last, passage_start, passage_end)
     SELECT @nr::bigint, * FROM unnest(@index::int[], @paragraph::int[], @start::int[], @end::int[],
       @first::int[], @last::int[], @passageStart::int[], @passageEnd::int[]) AS row (index) ORDER BY row.index
     RETURNING key, position`,
    {
      nr: made.nr,
      index: sentences.map(({ index }) => index),
      paragraph: sentences.map(({ paragraph }) => paragraph),
      start: sentences.map(({ start }) => start),
      end: sentences.map(({ end }) => end),
      first: passages.map(({ first }) => first),
      last: passages.map(({ last }) => last),
      passageStart: passages.map(({ start }) => start),
      passageEnd: passages.map(({ end }) => end),
    },
  );
  const keyAt = new Map(keyed.map(({ key, position }) => [position, key]));
  const placed = sentences.map(({ index, start, end }): PlacedSentence => {
    const key = keyAt.get(index);
    if (key === undefined) throw new Error(`record of article "${article.id}" has holes`);
    return { key, start, end };
  });
  const keys = placed.map(({ key }) => key);
  await queries.run(
    'INSERT INTO vectors (key, vector) SELECT * FROM unnest(@keys::bigint[], @vectors::bytea[])',
    { keys, vectors: vectors.map(blobOf) },
  );
  await insertWords(
    queries,
    made.nr,
    passages.map((passage, i) => {
      const sentence = placed[i];
      if (!sentence) throw new Error(`record of article "${article.id}" has holes`);
      const { key } = sentence;
      return { key, sentence: textAt(article.text, sentence), passage: textAt(article.text, passage) };
    }),
  );
  await insertStatements(queries, made.nr, placed, statements);
}

async function insertStatements(
  queries: Queries,
  nr: number,
  sentences: readonly PlacedSentence[],
  statements: readonly Statement[],
): Promise<void> {
  for (const statement of statements) {
    const { content, topics, sides, source, cue, when, denied } = statement;
    const [made] = await queries.rows<{ key: number }>(
      `INSERT INTO statements (article, start_at, speaker, speaker_kind, side, sides, denied, time, type, act, topics,
         content, source, cue)
       VALUES (@nr, @start, @speaker, @speakerKind, @side, @sides, @denied, @when, @type, @act, @topics,
         @content, @source, @cue) RETURNING key`,
      {
        ...statement,
        nr,
        start: Math.min(...content.map(({ start }) => start)),
        sides: JSON.stringify(sides),
        denied: denied ? 1 : 0,
        when: when && JSON.stringify(when),
        topics: JSON.stringify(topics),
        content: JSON.stringify(content),
        source: JSON.stringify(source),
        cue: JSON.stringify(cue),
      },
    );
    const heard = sentences.filter((sentence) => content.some((span) => overlaps(span, sentence)));
    await queries.run(
      `WITH topics AS (INSERT INTO statement_topics (topic, statement)
         SELECT topic, @key::bigint FROM unnest(@topics::text[]) AS topic ON CONFLICT DO NOTHING)
       INSERT INTO statement_sentences (sentence, statement)
         SELECT sentence, @key::bigint FROM unnest(@heard::bigint[]) AS sentence`,
      { key: made?.key, topics, heard: heard.map(({ key }) => key) },
    );
  }
}
