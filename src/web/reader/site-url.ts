import type { Context } from 'hono';

/** Where others reach the pages, without a slash at the end: where they were asked for, unless a setting says it. */
export function siteUrlOf(c: Context, publicUrl: string | null): string {
  return (publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, '');
}
