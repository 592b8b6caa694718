import type { SourceName } from '../../../app/capabilities.ts';
import { UserError } from '../../../errors.ts';
import type { Attached } from '../define/command.ts';
import { ADDING_WORDS } from '../../words/adding-words.ts';

/** As much as is fetched from an address. */
const MOST_BYTES = 10e6;

/** A file that came with a message, as it is read. Throws `UserError` for one that is too large. */
export function handedOver({ name, url, size }: Attached): SourceName {
  if (size > MOST_BYTES)
    throw new UserError(ADDING_WORDS.hasMbMost(name, (size / 1e6).toFixed(1), MOST_BYTES / 1e6));
  return { name, url };
}
