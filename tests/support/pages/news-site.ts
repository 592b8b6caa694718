import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { onTestFinished } from 'vitest';
import type { ResolveHost } from '../../../src/sources/fetch/guarded-agent.ts';

/** A server on loopback, ended with the test that asked for it. */
export interface NewsSite {
  readonly port: number;
  /** The address of a path under a name that `resolveTo` can resolve. */
  readonly at: (path: string, host?: string) => string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
}

/** Listens on `address`; what `answer` does not end stays open until the test is over. */
export async function startNewsSite(answer: RequestListener, address = '127.0.0.1'): Promise<NewsSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await listen(server, address);
  const place = server.address();
  const port = typeof place === 'object' && place ? place.port : 0;
  return { port, at: (path, host = 'news.example') => `http://${host}:${port}${path}`, asked };
}

async function listen(server: Server, address: string): Promise<void> {
  server.listen(0, address);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
}

/** Resolves every name to the same addresses. */
export function resolveTo(...addresses: readonly string[]): ResolveHost {
  return async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

/** A page with an article of its own. */
export function pageOf(title: string, more: { readonly head?: string; readonly body?: string } = {}): string {
  const words =
    more.body ??
    `<p>${title}: the two delegations met in the old town hall, and nobody left before noon.</p>`;
  return (
    `<html lang="en"><head><title>${title}</title>${more.head ?? ''}</head><body><article><h1>${title}</h1>${words}` +
    '<p>They will go on with their talks in the spring, it was said on the stairs.</p></article></body></html>'
  );
}
