import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nothing listened on a moment ago: `HEALTH_PORT` takes no 0. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The status and what `/health` tells on that port. */
export async function readHealth(port: number): Promise<readonly [number, unknown]> {
  const response = await fetch(`http://127.0.0.1:${port}/health`);
  return [response.status, await response.json()];
}
