import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { UserError } from '../../errors.ts';
import { loggable } from '../../domain/loggable.ts';
import { OPERATOR_WORDS } from '../words/operator-words.ts';

/** How the bot is, for who watches over it. */
interface Health {
  /** Whether questions are answered now. */
  readonly ready: boolean;
  /** The state of the connection to Discord, as discord.js names it. */
  readonly gateway: string;
  readonly articles: number;
  /** Answers under way. */
  readonly queue: number;
}

export interface HealthDependencies {
  readonly host: string;
  readonly port: number;
  readonly registry: Registry;
  readonly health: () => Promise<Health>;
  readonly log: Logger;
}

/**
 * Listens for `GET /health` (JSON; 503 when not ready) and `GET /metrics` (Prometheus), `HEAD` too. Throws `UserError` for a
 * host or port that cannot be used.
 */
export async function startHealth({
  host,
  port,
  registry,
  health,
  log,
}: HealthDependencies): Promise<Server> {
  async function answer(path: string, response: ServerResponse): Promise<void> {
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
    } else if (path === '/health') {
      const now = await health();
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
    throw new UserError(OPERATOR_WORDS.healthPortTaken(port, host, String(error)), { cause: error });
  }
  const address = server.address();
  log.info({ port: typeof address === 'object' ? address?.port : port }, 'health endpoint');
  return server;
}
