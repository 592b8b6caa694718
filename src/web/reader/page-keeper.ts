import type { Guard } from '../guards.ts';

/** Pages kept at a time: the newest. */
const MOST_PAGES = 64;

/**
 * Keeps pages and pictures that were made while nothing in the store changes: they depend on their address, the name of the
 * host with it (links that others show have it), and on the store alone.
 *
 * @param revision changes whenever what is stored does
 */
export function createPageKeeper(revision: () => Promise<number>): Guard {
  const kept = new Map<string, { readonly body: ArrayBuffer; readonly type: string }>();
  let of: number | null = null;
  return async (c, next) => {
    const now = await revision();
    if (now !== of) kept.clear();
    of = now;
    const page = kept.get(c.req.url);
    if (page !== undefined) return c.body(page.body, 200, { 'Content-Type': page.type });
    await next();
    if (c.res.status !== 200) return undefined;
    const body = await c.res.clone().arrayBuffer();
    // Made out of what was stored before: whoever saw the change has thrown such pages away.
    if (now !== of) return undefined;
    const [oldest] = kept.keys();
    if (kept.size >= MOST_PAGES && oldest !== undefined) kept.delete(oldest);
    const type = c.res.headers.get('content-type') ?? '';
    kept.set(c.req.url, { body, type });
    return undefined;
  };
}
