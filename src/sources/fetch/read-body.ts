import { pipeline } from 'node:stream/promises';
import { Writable, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** What is asked for and can be unpacked. */
export const ENCODINGS = 'gzip, deflate, br';

const UNPACK: ReadonlyMap<string, () => NodeJS.ReadWriteStream> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** What came cannot be read as what it says it is; its message is a clause. */
export class BodyFault extends Error {
  override readonly name = 'BodyFault';
}

/** More came than is read. */
export class TooLong extends BodyFault {
  /** What came before, within the bound. */
  readonly start: Buffer;

  constructor(start: Buffer) {
    super('it is too long');
    this.start = start;
  }
}

/**
 * A body's bytes, unpacked.
 *
 * @param encoding the header `Content-Encoding`, or null
 * @param mostBytes once unpacked; nothing is kept beyond that, however little was sent
 * @throws TooLong, BodyFault for an encoding that nobody asked for; else what the stream or the unpacking ends with
 */
export async function readBody(body: Readable, encoding: string | null, mostBytes: number): Promise<Buffer> {
  const packed = (encoding ?? '').trim().toLowerCase();
  const isPlain = packed === '' || packed === 'identity';
  const unpack = isPlain ? null : UNPACK.get(packed);
  if (unpack === undefined) {
    // Its end is nobody's error.
    body.on('error', () => undefined).destroy();
    throw new BodyFault(`it is packed as ${JSON.stringify(packed.slice(0, 40))}, which was not asked for`);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const kept = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const room = mostBytes - length;
      chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
      length += chunk.length;
      if (length > mostBytes) done(new TooLong(Buffer.concat(chunks)));
      else done();
    },
  });
  await (unpack === null ? pipeline(body, kept) : pipeline(body, unpack(), kept));
  return Buffer.concat(chunks);
}
