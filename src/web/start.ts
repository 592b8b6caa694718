import { once } from 'node:events';
import { createServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';
import { isLoopback } from '../domain/loopback.ts';
import type { Collections } from '../app/collections.ts';
import type { SiteEnv } from './env.ts';
import type { ReaderApp } from './reader/reader-routes.tsx';
import { createSite } from './site.ts';

export interface WebDependencies {
  readonly app: ReaderApp;
  /** Those of servers; absent or null for none. */
  readonly collections?: Pick<Collections, 'has' | 'use'> | null;
  /** Where to listen. */
  readonly host: string;
  /** Null: 3000, or a free one where that is taken. */
  readonly port: number | null;
  /** Where others reach the pages; null: nowhere. */
  readonly publicUrl: string | null;
  /** What answers `/preview` and everything below it; null without one. */
  readonly preview: Pick<Hono<SiteEnv>, 'fetch'> | null;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** The pages being served. */
export interface Web {
  /** Where this machine reaches them, without a slash at the end. */
  readonly url: string;
  /** Takes no new requests, finishes those under way (2 seconds at most). */
  close(): Promise<void>;
}

const USUAL_PORT = 3000;
const ANSWER_WITHIN_MS = 15_000;
const QUESTIONS_PER_MINUTE = 30;
const FINISH_WITHIN_MS = 2_000;

/**
 * Serves the reader, and the preview with it.
 *
 * @throws UserError for a host that cannot be used and a port that was set and is taken
 */
export async function startWeb({
  app,
  collections = null,
  host,
  port,
  publicUrl,
  preview,
  log,
}: WebDependencies): Promise<Web> {
  const site = createSite({
    app,
    collections,
    preview,
    hosts: isLoopback(host) ? (publicUrl === null ? [] : [new URL(publicUrl).hostname]) : null,
    publicUrl,
    behindProxy: publicUrl !== null,
    answerWithinMs: ANSWER_WITHIN_MS,
    questionsPerMinute: QUESTIONS_PER_MINUTE,
    log,
  });
  const server = createAdaptorServer({ fetch: site.fetch, createServer });

  async function listen(on: number): Promise<void> {
    server.listen(on, host);
    await once(server, 'listening');
  }
  try {
    await listen(port ?? USUAL_PORT).catch((error: unknown) => {
      if (port !== null || !isTaken(error)) throw error;
      return listen(0);
    });
  } catch (error) {
    const what = port === null ? `HOST ${host}` : `PORT ${port} of ${host}`;
    throw new UserError(`The pages cannot be served at ${what} (${String(error)}); set another one.`, {
      cause: error,
    });
  }
  const address = server.address();
  const at = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${name}:${at}`;
  log.info({ url }, 'pages');
  return {
    url,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const cut = setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        FINISH_WITHIN_MS,
      );
      await closed;
      clearTimeout(cut);
    },
  };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
