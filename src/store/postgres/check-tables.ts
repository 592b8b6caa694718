/** The tables of this version, each with the columns that are read or written. */
export const TABLES: Readonly<Record<string, string>> = {
  arrivals: 'id digest article start_at speaker sides act topics',
  articles:
    'nr id title outlet author published url modified language partial fetched copy_of places hash skips text text_hash shingles',
  corrections: 'id article quote start_at end_at speaker side was_speaker was_side note by_id by_name at',
  destinations: 'id kind place pace quiet cursor pending due',
  follows: 'id destination subject target act person since',
  jobs: 'id kind key payload tries due',
  last_asked: 'person arrival',
  memories: 'key value until',
  next_vectors: 'key vector',
  notes: 'name value',
  postings: 'article block stem sentence sentence_places passage passage_places',
  rate_limits: 'key points expire',
  sentences:
    'key article position paragraph start_at end_at passage_first passage_last passage_start passage_end',
  state: 'one version revision provider model dimensions next',
  statement_sentences: 'sentence statement',
  statement_topics: 'topic statement',
  statements:
    'key article start_at speaker speaker_kind side sides denied time type act topics content source cue',
  vectors: 'key vector',
  visits: 'url at etag last_modified article',
  word_counts: 'article sentences sentence_words passage_words',
};

/**
 * The first table or column of this version that the database lacks, as `table` or `table.column`; more than those is no matter.
 *
 * @param read runs SQL and gives its rows
 */
export async function missingTable(
  read: (
    sql: string,
    values: Readonly<Record<string, string[]>>,
  ) => Promise<readonly { readonly name: string; readonly columns: readonly string[] }[]>,
): Promise<string | null> {
  const rows = await read(
    `SELECT t.name, array_agg(a.attname::text) AS columns
     FROM unnest(@names::text[]) AS t (name)
     JOIN pg_class AS c ON c.oid = to_regclass(quote_ident(t.name)) AND c.relkind IN ('r', 'p')
     JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     GROUP BY t.name`,
    { names: Object.keys(TABLES) },
  );
  const found = new Map(rows.map(({ name, columns }) => [name, columns]));
  for (const [name, columns] of Object.entries(TABLES)) {
    const has = found.get(name);
    if (!has) return name;
    const lacking = columns.split(' ').find((column) => !has.includes(column));
    if (lacking !== undefined) return `${name}.${lacking}`;
  }
  return null;
}
