import type { IncomingMessage } from 'node:http';
import type { SentFile } from './files.ts';

/** A body as discord.js sends it: JSON, or a form with the JSON and files. */
export interface RequestBody {
  /** Null for none. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
  /** In bytes. */
  readonly size: number;
}

/** Reads a request to its end; of one that is larger than `mostBytes` no more than its size. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<RequestBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    size += part.length;
    if (size <= mostBytes) chunks.push(part);
  }
  if (size > mostBytes) return { json: null, files: [], size };
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  const text = bytes.toString('utf8');
  return { json: text === '' ? null : JSON.parse(text), files: [], size: bytes.length };
}

async function readForm(bytes: Buffer<ArrayBuffer>, type: string): Promise<RequestBody> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const json = form.get('payload_json');
  const files: SentFile[] = [];
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    files.push({
      index: Number(index),
      filename: value.name,
      type: value.type || 'application/octet-stream',
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { json: typeof json === 'string' ? JSON.parse(json) : null, files, size: bytes.length };
}
