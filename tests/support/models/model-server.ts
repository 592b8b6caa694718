import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';
import type { WireFormat } from './wire-formats.ts';

/** What the server does with a chat request. */
export type Behaviour =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'status'; readonly status: number }
  /** Answers nothing, ever. */
  | { readonly kind: 'silent' }
  /** Begins, and never ends. */
  | { readonly kind: 'stalled' }
  | { readonly kind: 'endless' }
  /** Breaks the connection off. */
  | { readonly kind: 'broken' };

interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
  /** Settles when the client has left or the answer is out. */
  readonly closed: Promise<void>;
}

export interface ModelServer {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  /** What is done with the next requests, in turn; the last goes on. */
  behave(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

const Body = z.record(z.string(), z.unknown());
const Inputs = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** A server on loopback that speaks a provider's protocol; `vectorOf` makes its embeddings. */
export async function startModelServer(
  format: WireFormat,
  vectorOf: (text: string) => Float32Array = () => new Float32Array(4),
): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let script: readonly Behaviour[] = [{ kind: 'text', text: '' }];

  const server = createServer((request, response) => {
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    void readText(request).then((text) => {
      const body = Body.parse(JSON.parse(text));
      const path = request.url ?? '';
      requests.push({ path, headers: request.headers, body, closed });
      const [behaviour = { kind: 'silent' as const }, ...rest] = script;
      const known = path === format.chatPath || path === format.embeddingsPath;
      if (rest.length > 0) script = rest;
      if (!known) send(response, 404, format.error(404));
      else if (behaviour.kind === 'text' && path === format.embeddingsPath)
        send(response, 200, embeddingsAnswer(path, body, vectorOf));
      else behaveAs(behaviour, format, response, body['stream'] === true);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    behave: (...behaviours) => void (script = behaviours),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function behaveAs(
  behaviour: Behaviour,
  format: WireFormat,
  response: ServerResponse,
  streamed: boolean,
): void {
  const begin = (): void => {
    response.writeHead(200, { 'content-type': format.contentType }).flushHeaders();
    response.write(format.open());
  };
  switch (behaviour.kind) {
    case 'silent':
      return;
    case 'broken':
      response.destroy();
      return;
    case 'status':
      send(response, behaviour.status, format.error(behaviour.status));
      return;
    case 'stalled':
      begin();
      return;
    case 'endless': {
      begin();
      const more = (): void => {
        if (!response.writableEnded && !response.destroyed)
          response.write(format.piece('and so on '.repeat(100)), more);
      };
      more();
      return;
    }
    case 'refusal':
      begin();
      response.end(format.close('refusal'));
      return;
    case 'text':
      if (!streamed) {
        send(response, 200, format.whole(behaviour.text));
        return;
      }
      begin();
      for (const piece of behaviour.text.match(/[\s\S]{1,7}/gu) ?? []) response.write(format.piece(piece));
      response.end(format.close('stop'));
  }
}

function embeddingsAnswer(
  path: string,
  body: Readonly<Record<string, unknown>>,
  vectorOf: (text: string) => Float32Array,
): unknown {
  const vectors = Inputs.parse(body['input']).map(vectorOf);
  if (path === '/api/embed')
    return { model: 'stub', embeddings: vectors.map((vector) => Array.from(vector)) };
  const coded = (vector: Float32Array): string | number[] =>
    body['encoding_format'] === 'base64'
      ? Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64')
      : Array.from(vector);
  return {
    object: 'list',
    model: 'stub',
    data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: coded(vector) })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}
