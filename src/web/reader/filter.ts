import type { Context } from 'hono';
import type { Theme } from '../../pictures/theme.ts';
import type { Filters } from '../../domain/question.ts';
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

/** The filters of the address that a page takes, by name. Throws as `filter` does. */
export function filtersOf(c: Context, ...names: readonly (keyof Narrowing)[]): Narrowing {
  return Object.fromEntries(names.map((name) => [name, filter(c, name)]));
}

type Narrowing = Omit<Filters, 'limit'> & { readonly side2?: string | undefined };

/** What a picture is drawn for: light, unless dark is asked for. */
export function themeOf(c: Context): Theme {
  return c.req.query('theme') === 'dark' ? 'dark' : 'light';
}
