import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { UserError } from '../../errors.ts';
import { OPERATOR_WORDS } from '../words/operator-words.ts';

/** Throws `UserError` for a token that cannot even be sent. */
export function requireToken(token: string): void {
  if (!/^[\x21-\x7E]+$/.test(token)) throw badToken();
}

/** discord.js tells the close code 4014 by this sentence alone. */
export function isIntentRefused(error: unknown): boolean {
  return error instanceof Error && error.message === 'Used disallowed intents';
}

/** The `UserError` for what a person can mend about the connection; anything else as it came. */
export function connectionProblem(error: unknown, apiUrl: string): unknown {
  if (isTokenRefused(error)) return badToken();
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof DiscordAPIError || error instanceof HTTPError || /^E[A-Z_]+$|^UND_ERR/.test(code))
    return new UserError(OPERATOR_WORDS.discordOutOfReach(apiUrl, code || String(error)), { cause: error });
  return error;
}

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  // The second is how discord.js tells the gateway's close code 4004.
  return error instanceof Error && error.message === 'Authentication failed';
}

function badToken(): UserError {
  return new UserError(OPERATOR_WORDS.tokenRefused);
}
