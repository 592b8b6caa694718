import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, populate } from 'dotenv';
import { UserError } from '../errors.ts';

/**
 * Adds the settings of the file to the environment, which goes before them; where there is no such file it adds none.
 *
 * @throws UserError for one that cannot be read: what ran without it would be another Parley than was meant
 */
export function readSettingsFile(environment: NodeJS.ProcessEnv, file = '.env'): void {
  try {
    populate(environment, parse(readFileSync(file)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return;
    throw new UserError(
      `The settings in ${path.resolve(file)} cannot be read (${code}): let the user that runs Parley read that file, or ` +
        'remove it where the settings are in the environment.',
      { cause: error },
    );
  }
}
