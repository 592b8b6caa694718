import type { Database } from 'better-sqlite3';
import { signatureOf } from '../../../text/shingles.ts';
import { sha256 } from '../../rows/sha256.ts';
import { blobOf } from '../../rows/blob.ts';

/** "Parl" in ASCII: SQLite's `application_id` of a Parley store. */
export const APPLICATION_ID = 0x5061726c;

/**
 * Step `n` takes a store of version `n` to `n + 1` (`user_version`). Released steps never change; new ones go at the end.
 * `articles.nr` and `sentences.key` are AUTOINCREMENT: a number is never used again, so what is derived from one (the
 * vector index, cached texts) can be stale but never wrong.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL,
    provider TEXT, model TEXT, dimensions INTEGER
  );
  INSERT INTO state (one, revision) VALUES (1, 0);

  CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE articles (
    nr INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, outlet TEXT, author TEXT, published TEXT, url TEXT,
    hash TEXT NOT NULL,
    skips TEXT NOT NULL,
    text TEXT NOT NULL
  );

  CREATE TABLE sentences (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (nr) ON DELETE CASCADE,
    position INTEGER NOT NULL, paragraph INTEGER NOT NULL,
    start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
    passage_first INTEGER NOT NULL, passage_last INTEGER NOT NULL,
    passage_start INTEGER NOT NULL, passage_end INTEGER NOT NULL
  );
  CREATE INDEX sentences_of_article ON sentences (article);

  CREATE TABLE vectors (
    key INTEGER PRIMARY KEY REFERENCES sentences (key) ON DELETE CASCADE,
    vector BLOB NOT NULL
  );

  CREATE TABLE statements (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (nr) ON DELETE CASCADE,
    start_at INTEGER NOT NULL,
    speaker TEXT, side TEXT,
    type TEXT NOT NULL, act TEXT NOT NULL, topics TEXT NOT NULL,
    content TEXT NOT NULL, source TEXT NOT NULL, cue TEXT NOT NULL
  );
  CREATE INDEX statements_of_article ON statements (article);
  CREATE INDEX statements_by_speaker ON statements (speaker);
  CREATE INDEX statements_by_side ON statements (side);

  CREATE TABLE statement_topics (
    topic TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (key) ON DELETE CASCADE,
    PRIMARY KEY (topic, statement)
  ) WITHOUT ROWID;
  CREATE INDEX topics_of_statement ON statement_topics (statement);

  CREATE TABLE statement_sentences (
    sentence INTEGER NOT NULL REFERENCES sentences (key) ON DELETE CASCADE,
    statement INTEGER NOT NULL REFERENCES statements (key) ON DELETE CASCADE,
    PRIMARY KEY (sentence, statement)
  ) WITHOUT ROWID;
  CREATE INDEX sentences_of_statement ON statement_sentences (statement);

  CREATE VIRTUAL TABLE sentence_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2'
  );
  `,
  // No reference to the article: what a person corrected outlives its removal.
  `
  CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    quote TEXT NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
    speaker TEXT, side TEXT, was_speaker TEXT, was_side TEXT,
    note TEXT, by_id TEXT NOT NULL, by_name TEXT NOT NULL, at TEXT NOT NULL
  );

  DROP INDEX statements_by_speaker;
  CREATE INDEX statements_by_speaker ON statements (speaker, side, article);
  `,
  `
  CREATE TABLE memories (key TEXT PRIMARY KEY, value TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX memories_by_end ON memories (until);
  `,
  // Vectors of the model that comes next, until every sentence has one.
  `
  CREATE TABLE next_vectors (
    key INTEGER PRIMARY KEY REFERENCES sentences (key) ON DELETE CASCADE,
    vector BLOB NOT NULL
  );
  ALTER TABLE state ADD COLUMN next TEXT;
  `,
  // A hash of 64 digits, a dash and 16 digits begins with the text's own; others tell nothing of the text alone.
  `
  ALTER TABLE articles ADD COLUMN text_hash TEXT NOT NULL DEFAULT '';
  UPDATE articles SET text_hash =
    CASE WHEN length(hash) = 81 AND substr(hash, 65, 1) = '-' THEN substr(hash, 1, 64) ELSE sha256(text) END;
  `,
  // What was read before says of itself that it needs reading again (STATEMENTS_VERSION).
  `
  ALTER TABLE statements ADD COLUMN speaker_kind TEXT;
  ALTER TABLE statements ADD COLUMN sides TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE statements ADD COLUMN denied INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE statements ADD COLUMN time TEXT;
  UPDATE statements SET sides = json_array(side) WHERE side IS NOT NULL;
  `,
  // Where articles come from, and what was last fetched from an address.
  `
  ALTER TABLE articles ADD COLUMN modified TEXT;
  ALTER TABLE articles ADD COLUMN language TEXT;
  ALTER TABLE articles ADD COLUMN partial TEXT;
  ALTER TABLE articles ADD COLUMN fetched TEXT;
  ALTER TABLE articles ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE articles ADD COLUMN copy_of TEXT;
  ALTER TABLE articles ADD COLUMN shingles BLOB;
  UPDATE articles SET shingles = shingles(text);

  CREATE TABLE visits (
    url TEXT PRIMARY KEY, at TEXT NOT NULL, etag TEXT, last_modified TEXT, article TEXT
  ) WITHOUT ROWID;
  `,
  // No reference to the article: what was told stays told when it goes.
  `
  CREATE TABLE arrivals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL, start_at INTEGER NOT NULL,
    speaker TEXT, sides TEXT NOT NULL, act TEXT NOT NULL, topics TEXT NOT NULL
  );

  CREATE TABLE destinations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, place TEXT NOT NULL, pace TEXT NOT NULL, quiet TEXT,
    cursor INTEGER NOT NULL, pending INTEGER, due TEXT,
    UNIQUE (kind, place, pace)
  );

  CREATE TABLE follows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    destination INTEGER NOT NULL REFERENCES destinations (id) ON DELETE CASCADE,
    subject TEXT NOT NULL, target TEXT NOT NULL, act TEXT, person TEXT NOT NULL, since INTEGER NOT NULL
  );
  CREATE UNIQUE INDEX follows_once ON follows (destination, subject, target, coalesce(act, ''));
  CREATE INDEX follows_by_person ON follows (person);

  CREATE TABLE last_asked (person TEXT PRIMARY KEY, arrival INTEGER NOT NULL) WITHOUT ROWID;
  `,
  // To look at the days of all articles is to read past all their texts.
  `
  CREATE INDEX articles_by_published ON articles (published);
  `,
];

/** The version that this Parley writes, and the newest that it reads. */
export const STORE_VERSION = MIGRATIONS.length;

/** The version of the store that a database is; 0 where nothing was made in it yet. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings the store to version `to`, each step whole or not at all; two processes may do this at once. */
export function migrate(db: Database, to = STORE_VERSION): void {
  const step = db.transaction(() => {
    const version = versionOf(db);
    const sql = MIGRATIONS[version];
    if (sql === undefined || version >= to) return false;
    db.exec(sql);
    db.pragma(`user_version = ${version + 1}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    return true;
  });
  if (versionOf(db) >= to) return;
  db.function('sha256', { deterministic: true }, (text) => sha256(String(text)));
  db.function('shingles', { deterministic: true }, (text) => blobOf(signatureOf(String(text))));
  while (step.immediate());
}
