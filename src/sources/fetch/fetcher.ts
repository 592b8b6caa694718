import type { ResolveHost } from './guarded-agent.ts';
import type { HostTurns } from './host-turns.ts';

/** By what a server tells whether something has changed. */
interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What came from an address. */
export interface Fetched extends Validators {
  /** Where it was in the end, all redirects followed. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** When, as ISO 8601 in UTC. */
  readonly at: string;
}

interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  /** As they came the last time: what has not changed since is not sent again. */
  readonly validators?: Validators | null | undefined;
  /** Somebody handed over this very file: `robots.txt` is for programs that look around, and its name tells its kind. */
  readonly isHandedOver?: boolean;
}

/** Fetches what people name, safely and politely: public hosts alone, one request a host at a time. */
export interface Fetcher {
  /**
   * @returns what came, or null when it has not changed since `validators`
   * @throws UserError in one sentence that names the address; the signal's reason
   */
  fetch(url: string, options?: FetchOptions): Promise<Fetched | null>;
  close(): Promise<void>;
}

export interface FetcherOptions {
  /** The content types that are read, in small letters. */
  readonly contentTypes: readonly string[];
  /** Addresses and ranges that are fetched from though they are not public. */
  readonly allowed?: readonly string[];
  readonly resolve?: ResolveHost;
  readonly turns?: HostTurns;
  readonly pauseMs?: number;
  readonly withinMs?: number;
  readonly mostBytes?: number;
  readonly now?: () => Date;
}
