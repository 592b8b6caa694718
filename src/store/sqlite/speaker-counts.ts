import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { SpeakerCounts } from '../ports.ts';
import { json } from './rows.ts';

const countsRow = z.object({
  speaker: z.string(),
  side: z.string().nullable(),
  statements: z.int(),
  articles: z.int(),
  topics: json.pipe(z.record(z.string(), z.int())),
});

export interface SpeakerCountsDeps {
  readonly db: Database;
  readonly revision: () => number;
}

/** Counted in SQL, no statement is read; and once for each revision, for whoever asks at every letter typed. */
export function createSpeakerCounts({ db, revision }: SpeakerCountsDeps): () => readonly SpeakerCounts[] {
  const select = db.prepare(
    `WITH counts AS (
       SELECT speaker, count(*) AS statements, count(DISTINCT article) AS articles
       FROM statements WHERE speaker IS NOT NULL GROUP BY speaker
     ), sides AS (
       SELECT speaker, side, row_number() OVER (PARTITION BY speaker ORDER BY count(*) DESC, side) AS place
       FROM statements WHERE speaker IS NOT NULL AND side IS NOT NULL GROUP BY speaker, side
     ), topics AS (
       SELECT speaker, json_group_object(topic, statements) AS topics FROM (
         SELECT st.speaker, t.topic, count(*) AS statements
         FROM statements AS st JOIN statement_topics AS t ON t.statement = st.key
         WHERE st.speaker IS NOT NULL GROUP BY st.speaker, t.topic
       ) GROUP BY speaker
     )
     SELECT c.speaker, s.side, c.statements, c.articles, coalesce(t.topics, '{}') AS topics
     FROM counts AS c
     LEFT JOIN sides AS s ON s.speaker = c.speaker AND s.place = 1
     LEFT JOIN topics AS t ON t.speaker = c.speaker
     ORDER BY c.statements DESC, c.speaker`,
  );
  let counted: { revision: number; rows: readonly SpeakerCounts[] } | null = null;
  return () => {
    const now = revision();
    if (counted?.revision !== now)
      counted = { revision: now, rows: select.all().map((row) => countsRow.parse(row)) };
    return counted.rows;
  };
}
