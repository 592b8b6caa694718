import { z } from 'zod';
import type { Config } from '../../config.ts';
import { saying, unwell, well, type Check } from './check.ts';

const WHERE = 'https://discord.com/developers/applications';
const WITHIN_MS = 10_000;

/** https://docs.discord.com/developers/resources/application#application-object-application-flags */
const MESSAGE_CONTENT = (1 << 18) | (1 << 19);

const application = z.object({ name: z.string(), flags: z.int().default(0) });

/** Whether Discord takes the token, and whether the Message Content intent is granted; asks only with a token. */
export async function checkDiscord(
  { discord }: Pick<Config, 'discord'>,
  signal: AbortSignal,
  withinMs = WITHIN_MS,
): Promise<Check> {
  if (!discord) return well('discord', 'no DISCORD_TOKEN: the bot is tried on a page');
  const { token, apiUrl } = discord;
  const unreachable = (found: string): Check =>
    unwell('discord', found, `check the network and that Discord is at ${apiUrl} (DISCORD_API_URL)`);
  let response: Response;
  let said: unknown;
  try {
    response = await fetch(`${apiUrl.replace(/\/+$/, '')}/v10/applications/@me`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.any([signal, AbortSignal.timeout(withinMs)]),
    });
    said = await response.json().catch(() => null);
  } catch (error) {
    signal.throwIfAborted();
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    const reason = isLate ? `nothing within ${withinMs / 1000} s` : causeOf(error);
    return unreachable(`Discord cannot be asked: ${reason}`);
  }
  if (response.status === 401)
    return unwell(
      'discord',
      'Discord does not take DISCORD_TOKEN',
      `make a new one at ${WHERE} (your application, Bot, Reset Token) and put it into .env`,
    );
  const { data } = application.safeParse(said);
  if (!response.ok || !data)
    return unreachable(`Discord answered with ${response.status} and no application`);
  if ((data.flags & MESSAGE_CONTENT) !== 0)
    return well('discord', `the token is that of ${data.name}, with the Message Content intent`);
  return unwell(
    'discord',
    `the token is that of ${data.name}, without the Message Content intent`,
    `switch it on at ${WHERE} (your application, Bot, Privileged Gateway Intents); until then commands, mentions and direct messages work`,
  );
}

/** Node's fetch says "fetch failed" and keeps the reason to itself. */
function causeOf(error: unknown): string {
  return saying(error instanceof Error && error.cause ? error.cause : error);
}
