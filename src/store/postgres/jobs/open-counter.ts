import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { createPool } from '../connection-pool.ts';

/** Who asks is not kept waiting by a server that is away: this process then counts by itself. */
const PATIENCE = { connectMs: 500, queryMs: 500, most: 4 };

/** Counts for all processes on the server, in windows of so many seconds. */
export function openCounter(url: string, windowSeconds: number) {
  const pool = createPool(url, PATIENCE);
  // Who asks knows how much is too much, so the limiter only counts.
  const only = { points: Number.MAX_SAFE_INTEGER, duration: windowSeconds };
  const limiter = new RateLimiterPostgres({
    ...only,
    storeClient: pool,
    tableName: 'rate_limits',
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(only),
  });
  return {
    penalty: (key: string, points: number) => limiter.penalty(key, points),
    close: () => pool.end(),
  };
}
