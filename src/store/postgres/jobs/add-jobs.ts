import type { JobQueue } from '../../job-queue.ts';
import { createPool, numbered } from '../connection-pool.ts';
import { serverFailure } from '../server-failure.ts';
import { JOBS_CHANNEL } from '../tell-changes.ts';

/** Whoever has begun it keeps it. */
const UNLOCKED = '(SELECT id FROM jobs WHERE key = @key FOR UPDATE SKIP LOCKED)';

/** The jobs of the database; its tables must be there. Rejects with `UserError` where the server cannot be reached. */
export function openJobQueue(url: string): JobQueue {
  const pool = createPool(url);
  const run = async (sql: string, values: Readonly<Record<string, unknown>>): Promise<number> => {
    try {
      return (await pool.query(numbered(sql, values))).rowCount ?? 0;
    } catch (error) {
      throw serverFailure(error, url);
    }
  };
  return {
    async add(kind, key, payload, heldMs = 0) {
      const added = await run(
        `INSERT INTO jobs (kind, key, payload, due) VALUES (@kind, @key, @payload, now() + @heldMs * interval '1 ms')
         ON CONFLICT (key) DO NOTHING RETURNING CASE WHEN @heldMs = 0 THEN pg_notify('${JOBS_CHANNEL}', '') END`,
        { kind, key, payload, heldMs },
      );
      return added > 0;
    },
    async release(key, payload) {
      await run(
        `UPDATE jobs SET payload = @payload, due = now() WHERE id = ${UNLOCKED} RETURNING pg_notify('${JOBS_CHANNEL}', '')`,
        { key, payload },
      );
    },
    async remove(key) {
      await run(`DELETE FROM jobs WHERE id = ${UNLOCKED}`, { key });
    },
    close: () => pool.end(),
  };
}
