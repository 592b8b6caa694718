import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Logger } from 'pino';
import { loggable } from '../domain/loggable.ts';
import { UserError } from '../errors.ts';
import type { Health } from './watch-health.ts';

export interface StartHealthDependencies {
  readonly host: string;
  readonly port: number;
  readonly health: Pick<Health, 'now' | 'figures'>;
  readonly log: Logger;
}

/**
 * Listens for `GET /health` (JSON; 503 when not ready) and `GET /metrics` (Prometheus), `HEAD` too; gives what ends it. Throws
 * `UserError` for a host or port that cannot be used.
 */
export async function startHealth({
  host,
  port,
  health,
  log,
}: StartHealthDependencies): Promise<() => Promise<void>> {
  async function answer(path: string, response: ServerResponse): Promise<void> {
    if (path === '/metrics') {
      const figures = health.figures();
      response.writeHead(200, { 'content-type': figures.contentType }).end(await figures.metrics());
    } else if (path === '/health') {
      const now = await health.now();
      response.writeHead(now.ready ? 200 : 503, { 'content-type': 'application/json' });
      response.end(JSON.stringify(now));
    } else response.writeHead(404).end();
  }

  const server = createServer(({ method, url = '/' }, response) => {
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    answer(url.replace(/\?.*$/, ''), response).catch((error: unknown) => {
      log.error({ err: loggable(error) }, 'health endpoint');
      response.writeHead(500).end();
    });
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new UserError(
      `HEALTH_PORT ${port} cannot be used on HOST ${host} (${String(error)}); take another port or host.`,
      { cause: error },
    );
  }
  const address = server.address();
  log.info({ port: typeof address === 'object' ? address?.port : port }, 'health endpoint');
  return async () => {
    server.close();
    server.closeAllConnections();
  };
}
