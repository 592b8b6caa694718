import { existsSync } from 'node:fs';
import path from 'node:path';
import { readSettings, type Settings } from './config/settings.ts';
import { isLoopback, LOOPBACK } from './domain/loopback.ts';

type Chosen<K extends keyof Settings> = NonNullable<Settings[K]>;

/** The collection that comes with Parley, wherever it is installed. */
const OWN_COLLECTION = path.join(import.meta.dirname, '../seeds');

const DISCORD_API = 'https://discord.com/api';

/** Where models of @huggingface/transformers are. */
interface ModelPlaces {
  /** A folder with them. */
  readonly modelsDir: string | null;
  /** Where those that are downloaded are kept. */
  readonly downloadsDir: string;
  /** Another hub to download them from. */
  readonly hub: string | null;
}

/** What Parley runs with. */
export interface Config {
  /** Null: no Discord. */
  readonly discord: {
    readonly token: string;
    readonly guildId: string | null;
    readonly apiUrl: string;
  } | null;
  readonly dataDir: string;
  /** Of the PostgreSQL server that keeps the store, with its password; null: the store is a file in `dataDir`. */
  readonly databaseUrl: string | null;
  /**
   * What this process does: all, or a part beside others that the database joins: what comes from Discord and goes there by
   * itself, answers, articles.
   */
  readonly role: Chosen<'ROLE'>;
  readonly collectionDir: string;
  /** What an article's file may have, in millions of bytes. */
  readonly maxFileMb: number;
  /** Addresses and ranges that are fetched from though they are not public. */
  readonly fetchAllow: readonly string[];
  readonly logLevel: Chosen<'LOG_LEVEL'>;
  /** Whether the words of questions are logged. */
  readonly logQuestions: boolean;
  /** Where the health endpoint listens; null: there is none. */
  readonly healthAt: { readonly host: string; readonly port: number } | null;
  /** Null: no web pages. */
  readonly web: {
    readonly host: string;
    /** Null: the usual one, or another where that is taken. */
    readonly port: number | null;
    /** Where others reach the pages, without a slash at the end; null: nowhere. */
    readonly publicUrl: string | null;
    /** Whether the bot can be tried on a page. */
    readonly preview: boolean;
  } | null;
  /** Null: answers are quotes alone. */
  readonly llm: {
    readonly provider: Chosen<'LLM'>['provider'];
    readonly model: string;
    /** Null: the provider's own. */
    readonly baseUrl: string | null;
    readonly apiKey: string | null;
    readonly timeoutMs: number;
    readonly maxTokens: number;
    /** Questions answered at once. */
    readonly concurrency: number;
  } | null;
  /** Null: the packaged ones. */
  readonly embeddings:
    | ({
        readonly provider: Chosen<'EMBEDDINGS'>['provider'];
        readonly model: string;
        readonly baseUrl: string | null;
        readonly apiKey: string | null;
      } & ModelPlaces)
    | null;
  /** What orders candidates anew: the language model, or a cross-encoder; null: nothing. */
  readonly rerank: 'llm' | ({ readonly model: string } & ModelPlaces) | null;
}

/**
 * Reads the settings.
 *
 * @throws UserError with every problem in one message, a line each; a secret's value is never in it
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const made = readSettings(environment);
  const dataDir = made.DATA_DIR ?? 'data';
  const modelPlaces: ModelPlaces = {
    modelsDir: made.HF_MODELS_DIR ?? null,
    downloadsDir: path.join(dataDir, 'models'),
    hub: made.HF_ENDPOINT ?? null,
  };
  const { RERANK } = made;
  return {
    discord: discordOf(made),
    dataDir,
    databaseUrl: made.DATABASE_URL ?? null,
    role: made.ROLE ?? 'all',
    collectionDir: made.COLLECTION_DIR ?? (existsSync('seeds') ? 'seeds' : OWN_COLLECTION),
    maxFileMb: made.MAX_FILE_MB ?? 20,
    fetchAllow: made.FETCH_ALLOW ?? [],
    logLevel: made.LOG_LEVEL ?? 'info',
    logQuestions: made.LOG_QUESTIONS === 'true',
    healthAt: healthOf(made),
    web: webOf(made),
    llm: llmOf(made),
    embeddings: embeddingsOf(made, modelPlaces),
    rerank: RERANK && RERANK !== 'llm' ? { model: RERANK.model, ...modelPlaces } : (RERANK ?? null),
  };
}

function discordOf({ DISCORD_TOKEN, DISCORD_GUILD_ID, DISCORD_API_URL }: Settings): Config['discord'] {
  if (DISCORD_TOKEN === undefined) return null;
  return {
    token: DISCORD_TOKEN,
    guildId: DISCORD_GUILD_ID ?? null,
    apiUrl: DISCORD_API_URL ?? DISCORD_API,
  };
}

function healthOf({ HEALTH_PORT, HOST }: Settings): Config['healthAt'] {
  return HEALTH_PORT === undefined ? null : { host: HOST ?? LOOPBACK, port: HEALTH_PORT };
}

function webOf({ DISCORD_TOKEN, ROLE, HOST, PORT, PUBLIC_URL, PREVIEW }: Settings): Config['web'] {
  const isAsked = PORT !== undefined || PUBLIC_URL !== undefined || PREVIEW === 'true';
  // Beside Discord the pages are extra, and a port that nobody asked for should stay closed.
  if (!isAsked && (DISCORD_TOKEN !== undefined || ROLE === 'ingest')) return null;
  const host = HOST ?? LOOPBACK;
  // Everybody who can reach the preview may talk to its bot.
  const isAlone = DISCORD_TOKEN === undefined && PUBLIC_URL === undefined && isLoopback(host);
  return {
    host,
    port: PORT ?? null,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    preview: PREVIEW === undefined ? isAlone : PREVIEW === 'true',
  };
}

function llmOf({ LLM, ...made }: Settings): Config['llm'] {
  if (!LLM) return null;
  return {
    ...LLM,
    baseUrl: made.LLM_BASE_URL ?? null,
    apiKey: made.LLM_API_KEY ?? null,
    timeoutMs: made.LLM_TIMEOUT_MS ?? 20_000,
    maxTokens: made.LLM_MAX_TOKENS ?? 600,
    concurrency: made.LLM_CONCURRENCY ?? 2,
  };
}

function embeddingsOf({ EMBEDDINGS, ...made }: Settings, places: ModelPlaces): Config['embeddings'] {
  if (!EMBEDDINGS) return null;
  return {
    ...EMBEDDINGS,
    baseUrl: made.EMBEDDINGS_BASE_URL ?? null,
    apiKey: made.EMBEDDINGS_API_KEY ?? null,
    ...places,
  };
}
