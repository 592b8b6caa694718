import { z } from 'zod';

/** The numbers as they lie in memory (of four bytes, little-endian on every platform Node runs on). */
export function blobOf(vector: Float32Array | Uint32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

const blob = z
  .instanceof(Buffer)
  .refine(
    (bytes) => bytes.byteLength % Float32Array.BYTES_PER_ELEMENT === 0,
    'not a list of numbers of four bytes',
  );

/** Copied: a view must start at a multiple of four, and the driver's buffers need not. */
function bytesOf(stored: unknown): ArrayBufferLike {
  const bytes = blob.parse(stored);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

/** What `blobOf` made of a vector; throws `ZodError` for what it did not make. */
export const vectorIn = (stored: unknown): Float32Array => new Float32Array(bytesOf(stored));

/** What `blobOf` made of a signature; throws `ZodError` for what it did not make. */
export const signatureIn = (stored: unknown): Uint32Array => new Uint32Array(bytesOf(stored));

/** The columns of a stored `EmbeddingStamp`. */
export const stampIn = z.object({ provider: z.string(), model: z.string(), dimensions: z.int().positive() });
