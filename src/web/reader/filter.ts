import type { Context } from 'hono';
import { UserError } from '../../errors.ts';

/** A question may be longer. */
const FILTER_CHARS = 200;

/** A filter of the address; undefined without one. Throws `UserError` for one that is too long. */
export function filter(c: Context, name: string): string | undefined {
  const text = c.req.query(name)?.trim() ?? '';
  if (text.length > FILTER_CHARS)
    throw new UserError(
      `“${name}” has ${text.length} characters; give it in at most ${FILTER_CHARS} characters.`,
    );
  return text === '' ? undefined : text;
}
