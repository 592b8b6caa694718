import { UserError } from '../errors.ts';

/** The sentence about a source that could not be read, whatever broke. */
export function refusalOf(name: string, error: unknown): string {
  if (error instanceof UserError) return error.message;
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `${name} cannot be read (${reason.slice(0, 200)}): please report it; the others were read.`;
}
