import { once } from 'node:events';
import { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../errors.ts';

const USUAL_PORT = 3000;

export interface WebDependencies {
  readonly routes: Hono;
  readonly host: string;
  /** Null: the usual one, or a free one where that is taken. */
  readonly port: number | null;
}

export interface Web {
  /** Where the pages are, without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the pages. Throws `UserError` when the port that was set cannot be had. */
export async function startWeb({ routes, host, port }: WebDependencies): Promise<Web> {
  const server =
    port === null
      ? await listen(routes, host, USUAL_PORT).catch(() => listen(routes, host, 0))
      : await listen(routes, host, port).catch((error: unknown) => {
          throw new UserError(
            `The pages cannot be served at ${host}:${port} (${codeOf(error)}); set PORT or HOST to something else.`,
            { cause: error },
          );
        });
  const bound = server.address();
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${bracketed}:${typeof bound === 'object' && bound ? bound.port : port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(routes: Hono, hostname: string, port: number): Promise<Server> {
  const server = serve({ fetch: routes.fetch, hostname, port });
  await Promise.race([
    once(server, 'listening'),
    once(server, 'error').then(([error]) => {
      throw error;
    }),
  ]);
  if (!(server instanceof Server)) throw new Error('the pages are served by plain HTTP');
  return server;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
