import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { UserError } from '../errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const ROLES = ['all', 'gateway', 'answers', 'ingest'] as const;

const EMBEDDING_PROVIDERS = ['openai', 'ollama', 'transformers'] as const;
const LLM_PROVIDERS = ['openai', 'ollama', 'anthropic'] as const;
const RERANK_PROVIDERS = ['transformers'] as const;

/** `provider:MODEL`, or `alone` by itself. */
function choiceOf<P extends string>(providers: readonly P[], alone: string) {
  const wanted = `wanted ${alone}, ${providers.map((provider) => `${provider}:MODEL`).join(', ')}`;
  return z.string().transform((text, context): { provider: P; model: string } | null => {
    if (text === alone) return null;
    const at = text.indexOf(':');
    const provider = providers.find((one) => one === text.slice(0, Math.max(at, 0)));
    const model = text.slice(at + 1).trim();
    if (provider && model !== '') return { provider, model };
    context.addIssue({ code: 'custom', message: wanted });
    return z.NEVER;
  });
}

/** A whole number from `least` to `most`. */
function count(least: number, most: number) {
  const wanted = `wanted a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, wanted)
    .transform(Number)
    .refine((number) => number >= least && number <= most, wanted);
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'wanted a port: 1 to 65535')
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535, 'wanted a port: 1 to 65535');

const address = z.url({ protocol: /^https?$/, error: 'wanted an http(s) address' });

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'wanted the address of a PostgreSQL database, such as postgres://USER:PASSWORD@HOST:5432/NAME',
});

/** Throws `UserError` for what is no address of a PostgreSQL database, which is not shown: a password may be in it. */
export function readDatabaseUrl(given: string): string {
  const { data, error } = databaseUrl.safeParse(given);
  if (data === undefined) throw new UserError(`The database: ${error?.issues[0]?.message ?? ''}.`);
  return data;
}

/** The pages' links begin at the root of their host. */
const rootAddress = address.refine(
  (url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`,
  'wanted an http(s) address without a path, such as https://parley.example',
);

/** Addresses and ranges of them, with commas between. */
const ranges = z
  .string()
  .transform((text) => text.split(',').map((range) => range.trim()))
  .refine(
    (all) => all.every((range) => ipaddr.isValid(range) || ipaddr.isValidCIDR(range)),
    'wanted addresses or ranges with commas between, such as 192.168.1.20, 10.0.0.0/8',
  );

/** Every setting there is: `.env.example` and the table in docs/settings.md are checked against these keys. */
export const settings = {
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, 'wanted the token from the Bot page of your Discord application')
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, "wanted a server's id: 17 to 20 digits")
    .optional(),
  DISCORD_API_URL: address.optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: databaseUrl.optional(),
  ROLE: z.enum(ROLES, `wanted one of ${ROLES.join(', ')}`).optional(),
  COLLECTION_DIR: z.string().optional(),
  MAX_FILE_MB: count(1, 1000).optional(),
  FETCH_ALLOW: ranges.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `wanted one of ${LOG_LEVELS.join(', ')}`).optional(),
  HEALTH_PORT: port.optional(),
  LOG_QUESTIONS: z.enum(['true', 'false'], 'wanted true or false').optional(),
  HOST: z.string().optional(),
  PORT: port.optional(),
  PUBLIC_URL: rootAddress.optional(),
  PREVIEW: z.enum(['true', 'false'], 'wanted true or false').optional(),
  LLM: choiceOf(LLM_PROVIDERS, 'none').optional(),
  LLM_BASE_URL: address.optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_TIMEOUT_MS: count(100, 600_000).optional(),
  LLM_MAX_TOKENS: count(50, 100_000).optional(),
  LLM_CONCURRENCY: count(1, 100).optional(),
  EMBEDDINGS: choiceOf(EMBEDDING_PROVIDERS, 'packaged').optional(),
  EMBEDDINGS_BASE_URL: address.optional(),
  EMBEDDINGS_API_KEY: z.string().optional(),
  HF_MODELS_DIR: z.string().optional(),
  HF_ENDPOINT: address.optional(),
  RERANK: z
    .union([z.literal('llm'), choiceOf(RERANK_PROVIDERS, 'none')], 'wanted none, llm, transformers:MODEL')
    .optional(),
};

const Environment = z.object(settings).superRefine((made, context) => {
  const { ROLE: role = 'all' } = made;
  if (role !== 'all' && made.DATABASE_URL === undefined) {
    const message = 'wanted all, or DATABASE_URL too: only a database on a server joins several processes';
    context.addIssue({ code: 'custom', path: ['ROLE'], message });
  }
  if ((role === 'gateway' || role === 'answers') && made.DISCORD_TOKEN === undefined) {
    const message = `wanted the token of the bot, which a process with ROLE=${role} speaks for`;
    context.addIssue({ code: 'custom', path: ['DISCORD_TOKEN'], message });
  }
  for (const [choice, baseUrl, key] of [
    ['LLM', 'LLM_BASE_URL', 'LLM_API_KEY'],
    ['EMBEDDINGS', 'EMBEDDINGS_BASE_URL', 'EMBEDDINGS_API_KEY'],
  ] as const) {
    const provider = made[choice]?.provider;
    const keyed = provider === 'openai' || provider === 'anthropic';
    if (keyed && made[baseUrl] === undefined && made[key] === undefined) {
      const message = `wanted the key of the ${provider} model, or ${baseUrl} for a server that needs none`;
      context.addIssue({ code: 'custom', path: [key], message });
    }
  }
  if (made.RERANK === 'llm' && !made.LLM)
    context.addIssue({ code: 'custom', path: ['LLM'], message: 'wanted a model, since RERANK is llm' });
});

/** Settings whose value is never shown. */
const SECRET = new Set(['DISCORD_TOKEN', 'LLM_API_KEY', 'EMBEDDINGS_API_KEY', 'DATABASE_URL']);

export type Settings = z.infer<typeof Environment>;

/**
 * The settings that are made, as they are meant.
 *
 * @throws UserError with every problem in one message, a line each; a secret's value is never in it
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  // An empty line in `.env` is a setting that is not made.
  const made = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(made);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}: ${issue.message}; found ${shownValue(name, made[name])}`;
    });
    throw new UserError(
      `These settings need correcting, in .env or the environment:\n${problems.join('\n')}`,
    );
  }
  return result.data;
}

function shownValue(name: string, value: string | undefined): string {
  if (value === undefined) return 'nothing';
  return SECRET.has(name) ? 'something else (not shown)' : JSON.stringify(value);
}
