import type { Queries } from '../connection-pool.ts';

/** The first version whose scans go on until there are as many as are asked for. */
const LEAST_VERSION = [0, 8] as const;
/** Why the server keeps no vector index; null where its extension pgvector can be used, which is made where it is missing. */
export async function whyNoPgvector(queries: Queries): Promise<string | null> {
  const [extension] = await queries.rows<{ version: string }>(
    `SELECT coalesce(installed_version, default_version) AS version FROM pg_available_extensions WHERE name = 'vector'`,
  );
  if (!extension) return 'the server has no pgvector';
  const [major = 0, minor = 0] = extension.version.split('.').map(Number);
  if (major < LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor < LEAST_VERSION[1]))
    return `the server has pgvector ${extension.version}, and ${LEAST_VERSION.join('.')} is needed`;
  try {
    await queries.run('CREATE EXTENSION IF NOT EXISTS vector');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the server has pgvector, but the user of DATABASE_URL may not make it (${reason})`;
  }
  const [found] = await queries.rows<{ type: string | null }>("SELECT to_regtype('halfvec')::text AS type");
  return typeof found?.type !== 'string' ? 'pgvector is in a schema that is not looked in' : null;
}
