import type { Context } from 'hono';

/**
 * Where others reach the pages, without a slash at the end: where they were asked for, unless a setting says it.
 *
 * @param base what comes before the paths of a server's collection; '' for the shared one
 */
export function siteUrlOf(c: Context, publicUrl: string | null, base: string): string {
  return (publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, '') + base;
}
