import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { UserError } from '../../errors.ts';

const WHERE = 'https://discord.com/developers/applications';

/** What is said to those who want answers without a mention where the intent is not granted. */
export const INTENT_MISSING =
  'I cannot read messages there: the Message Content intent is not granted to my application. Who runs me can switch it on ' +
  'in the Discord developer portal.';

/** What is said when Discord closes with 4014; mentions and direct messages come with their content all the same. */
export const INTENT_REFUSED =
  'the Message Content intent is not granted: commands, mentions and direct messages work, but Discord keeps back the ' +
  `words of messages that do not mention the bot itself. Switch it on at ${WHERE} under Bot, Privileged Gateway Intents`;

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
    return new UserError(
      `Discord cannot be reached at ${apiUrl} (${code || String(error)}); check the network and DISCORD_API_URL.`,
      { cause: error },
    );
  return error;
}

function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  // The second is how discord.js tells the gateway's close code 4004.
  return error instanceof Error && error.message === 'Authentication failed';
}

function badToken(): UserError {
  return new UserError(
    `Discord does not take DISCORD_TOKEN; make a new one at ${WHERE} (your application, Bot, Reset Token) and put it into .env.`,
  );
}
