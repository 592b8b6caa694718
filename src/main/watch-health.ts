import { Registry } from 'prom-client';
import { loggable } from '../domain/loggable.ts';
import type { Config } from '../config.ts';

/** What a process may consist of beside its store. */
type Part = 'pages' | 'preview' | 'discord' | 'answers' | 'ingest';

/** How a part is: whether it does its work now, and what else can be told of it. */
interface PartHealth {
  readonly ready: boolean;
  readonly [figure: string]: boolean | number | string;
}

/** A part that tells how it is. */
interface WatchedPart {
  health(): PartHealth;
  /** For Prometheus, where several parts have some, those of the last are shown; absent where it has none. */
  readonly figures?: Registry | undefined;
}

/** The whole process: ready when its store can be read and each part is. */
interface ProcessHealth {
  readonly ready: boolean;
  readonly role: Config['role'];
  /** Null: the store cannot be read. */
  readonly articles: number | null;
  readonly [part: string]: unknown;
}

/** How this process is, for who watches over it. */
export interface Health {
  /** From now on that part of the process is as `watched` says. */
  watch(part: Part, watched: WatchedPart): void;
  now(): Promise<ProcessHealth>;
  figures(): Registry;
}

export interface WatchHealthDependencies {
  readonly config: Pick<Config, 'role' | 'discord' | 'web'>;
  readonly countArticles: () => Promise<number>;
  /** From then on nothing is ready. */
  readonly signal: AbortSignal;
  readonly log: { warn(about: object, message: string): void };
}

const NOT_YET: WatchedPart = { health: () => ({ ready: false }) };

/** Knows from the settings of what this process will consist; what is not started yet is not ready. */
export function watchHealth({ config, countArticles, signal, log }: WatchHealthDependencies): Health {
  const parts = new Map<Part, WatchedPart>(partsOf(config).map((part) => [part, NOT_YET]));
  const none = new Registry();
  return {
    watch: (part, watched) => void parts.set(part, watched),
    async now() {
      const articles = await countArticles().catch((error: unknown) => {
        log.warn({ err: loggable(error) }, 'the store cannot be read');
        return null;
      });
      const told = [...parts].map(([part, watched]) => [part, watched.health()] as const);
      const ready = !signal.aborted && articles !== null && told.every(([, { ready: isReady }]) => isReady);
      return { ready, role: config.role, articles, ...Object.fromEntries(told) };
    },
    figures: () => [...parts.values()].findLast(({ figures }) => figures)?.figures ?? none,
  };
}

function partsOf({ role, discord, web }: WatchHealthDependencies['config']): readonly Part[] {
  const parts: Part[] = [];
  if (web) parts.push('pages');
  if (web?.preview) parts.push('preview');
  if (role === 'answers' || role === 'ingest') parts.push(role);
  else if (discord) parts.push('discord');
  return parts;
}
