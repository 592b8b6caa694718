import type { Scope } from './ports.ts';

/** Conditions as SQL text (from a fixed set, so that prepared statements are reused) and the values they need. */
export interface Conditions {
  /** Starts with ` AND`, or is empty. */
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

function join(
  parts: readonly (readonly [name: string, value: string | undefined, sql: string])[],
): Conditions {
  const given = parts.filter(([, value]) => value !== undefined);
  return {
    sql: given.map(([, , sql]) => ` AND ${sql}`).join(''),
    values: Object.fromEntries(given.map(([name, value]) => [name, value ?? ''])),
  };
}

/** On `articles AS a`: an article without a date is out as soon as a date is asked for. */
function published(scope: Scope) {
  return [
    ['article', scope.article, 'a.id = @article'],
    ['since', scope.since, 'a.published >= @since'],
    ['until', scope.until, 'a.published <= @until'],
  ] as const;
}

/** On `statements AS st`. */
function said(scope: Scope) {
  return [
    ['side', scope.side, 'st.side = @side'],
    ['speaker', scope.speaker, 'st.speaker = @speaker'],
    ['topic', scope.topic, 'st.key IN (SELECT statement FROM statement_topics WHERE topic = @topic)'],
  ] as const;
}

/** Conditions on `articles AS a` and `statements AS st`. */
export function statementConditions(scope: Scope): Conditions {
  return join([...published(scope), ...said(scope)]);
}

/** Conditions on `sentences AS s`; one and the same statement must be of the side, speaker and topic. */
export function sentenceConditions(scope: Scope): Conditions {
  const article = join(published(scope));
  const speech = join(said(scope));
  const parts = [
    article.sql && ` AND s.article IN (SELECT a.nr FROM articles AS a WHERE true${article.sql})`,
    speech.sql &&
      ` AND s.key IN (SELECT ss.sentence FROM statements AS st JOIN statement_sentences AS ss ON ss.statement = st.key WHERE true${speech.sql})`,
  ];
  return { sql: parts.join(''), values: { ...article.values, ...speech.values } };
}

/** The same on few known `sentences AS s` of `articles AS a`: each is looked at by itself, not all that lie in the scope. */
export function knownSentenceConditions(scope: Scope): Conditions {
  const article = join(published(scope));
  const speech = join(said(scope));
  const spoken =
    speech.sql &&
    ` AND EXISTS (SELECT 1 FROM statement_sentences AS ss JOIN statements AS st ON st.key = ss.statement WHERE ss.sentence = s.key${speech.sql})`;
  return { sql: `${article.sql}${spoken}`, values: { ...article.values, ...speech.values } };
}

/** A `LIMIT` that a database takes, from any number. */
export function limitOf(limit: number): number {
  return Math.min(Math.max(Math.floor(limit) || 0, 0), Number.MAX_SAFE_INTEGER);
}
