import { z } from 'zod';
import { UserError } from './errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every setting there is: `.env.example` and the README's table are checked against these keys. */
export const settings = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'wanted the token from the Bot page of your Discord application')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, "wanted a server's id: 17 to 20 digits")
    .optional(),
  DISCORD_API_URL: z.url({ protocol: /^https?$/, error: 'wanted an http(s) address' }).optional(),
  DATA_DIR: z.string().optional(),
  COLLECTION_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `wanted one of ${LOG_LEVELS.join(', ')}`).optional(),
  HEALTH_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'wanted a port: 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'wanted a port: 1 to 65535')
    .optional(),
  LOG_QUESTIONS: z.enum(['true', 'false'], 'wanted true or false').optional(),
};

const DISCORD_API = 'https://discord.com/api';

const Environment = z.object(settings);

/** What Parley runs with. */
export interface Config {
  /** Null: no Discord. */
  readonly discord: {
    readonly token: string;
    readonly guildId: string | null;
    readonly apiUrl: string;
  } | null;
  readonly dataDir: string;
  readonly collectionDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Whether the words of questions are logged. */
  readonly logQuestions: boolean;
  /** Null: no health endpoint. */
  readonly healthPort: number | null;
}

/** Settings whose value is never shown. */
const SECRET = new Set(['DISCORD_TOKEN']);

/**
 * Reads the settings.
 *
 * @throws UserError with every problem in one message, a line each; a secret's value is never in it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty line in `.env` is a setting that is not made.
  const made = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(made);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const came = SECRET.has(name) ? 'something else (not shown)' : JSON.stringify(environment[name]);
      return `  ${name}: ${issue.message}; found ${came}`;
    });
    throw new UserError(
      `These settings need correcting, in .env or the environment:\n${problems.join('\n')}`,
    );
  }
  const {
    DISCORD_TOKEN,
    DISCORD_GUILD_ID,
    DISCORD_API_URL,
    DATA_DIR,
    COLLECTION_DIR,
    LOG_LEVEL,
    LOG_QUESTIONS,
    HEALTH_PORT,
  } = result.data;
  return {
    discord: DISCORD_TOKEN
      ? { token: DISCORD_TOKEN, guildId: DISCORD_GUILD_ID ?? null, apiUrl: DISCORD_API_URL ?? DISCORD_API }
      : null,
    dataDir: DATA_DIR ?? 'data',
    collectionDir: COLLECTION_DIR ?? 'seeds',
    logLevel: LOG_LEVEL ?? 'info',
    logQuestions: LOG_QUESTIONS === 'true',
    healthPort: HEALTH_PORT ?? null,
  };
}
