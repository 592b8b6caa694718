import type { Database } from 'better-sqlite3';
import type { Statement } from '../../domain/statement.ts';
import { overlaps, type Span } from '../../text/span.ts';

/** A stored sentence's key and place. */
export interface PlacedSentence extends Span {
  readonly key: number;
}

/** Saves statements of article `nr`, which belong to the sentences that their content overlaps. */
export type InsertStatements = (
  nr: number,
  sentences: readonly PlacedSentence[],
  statements: readonly Statement[],
) => void;

export function createInsertStatements(db: Database): InsertStatements {
  const insertStatement = db.prepare(
    `INSERT INTO statements (article, start_at, speaker, speaker_kind, side, sides, denied, time, type, act, topics,
       content, source, cue)
     VALUES (@nr, @start, @speaker, @speakerKind, @side, @sides, @denied, @when, @type, @act, @topics,
       @content, @source, @cue)`,
  );
  const insertTopic = db.prepare('INSERT OR IGNORE INTO statement_topics (topic, statement) VALUES (?, ?)');
  const insertOverlap = db.prepare('INSERT INTO statement_sentences (sentence, statement) VALUES (?, ?)');

  return (nr, sentences, statements) => {
    for (const statement of statements) {
      const { speaker, speakerKind, side, sides, denied, when, type, act, topics, content, source, cue } =
        statement;
      const start = Math.min(...content.map((span) => span.start));
      const spans = {
        content: JSON.stringify(content),
        source: JSON.stringify(source),
        cue: JSON.stringify(cue),
      };
      const lists = { sides: JSON.stringify(sides), topics: JSON.stringify(topics) };
      const time = when && JSON.stringify(when);
      const who = { speaker, speakerKind, side, denied: denied ? 1 : 0, when: time };
      const row = { nr, start, ...who, type, act, ...lists, ...spans };
      const { lastInsertRowid: key } = insertStatement.run(row);
      for (const topic of topics) insertTopic.run(topic, key);
      for (const sentence of sentences)
        if (content.some((span) => overlaps(span, sentence))) insertOverlap.run(sentence.key, key);
    }
  };
}
