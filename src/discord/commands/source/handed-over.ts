import type { SourceName } from '../../../app/capabilities.ts';
import { UserError } from '../../../errors.ts';
import type { Attached } from '../define/command.ts';

/** As much as is fetched from an address. */
const MOST_BYTES = 10e6;

/** A file that came with a message, as it is read. Throws `UserError` for one that is too large. */
export function handedOver({ name, url, size }: Attached): SourceName {
  if (size > MOST_BYTES)
    throw new UserError(
      `${name} has ${(size / 1e6).toFixed(1)} MB: at most ${MOST_BYTES / 1e6} MB are read. Split it, or attach its text.`,
    );
  return { name, url };
}
