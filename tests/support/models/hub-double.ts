import { createServer } from 'node:http';

export interface HubDouble {
  readonly url: string;
  /** The paths asked for. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A hub on loopback with one model in it, whose files are given by name. */
export async function startHubDouble(
  model: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<HubDouble> {
  const requests: string[] = [];
  const prefix = `/${model}/resolve/main/`;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const file = path.startsWith(prefix) ? files.get(path.slice(prefix.length)) : undefined;
    if (file) response.writeHead(200, { 'content-length': file.length }).end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
