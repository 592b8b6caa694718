import { newId } from './people.ts';

/** A file that came with a message, as Discord tells it. */
export interface KeptFile {
  readonly id: string;
  readonly filename: string;
  /** What stands in for a picture to those who do not see it. */
  readonly description?: string;
  readonly content_type: string;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
}

/** A file as the bot sent it; `index` is the n of `files[n]`. */
export interface SentFile {
  readonly index: number;
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type FileUrl = (id: string, filename: string) => string;

export type Files = ReturnType<typeof createFiles>;

/** The files of messages, in memory: each is kept until `drop`. */
export function createFiles(urlOf: FileUrl) {
  const kept = new Map<string, SentFile>();
  return {
    keep(file: SentFile, description: string | undefined): KeptFile {
      const id = newId();
      kept.set(id, file);
      const url = urlOf(id, file.filename);
      const { filename, type, bytes } = file;
      return {
        id,
        filename,
        ...(description === undefined ? {} : { description }),
        content_type: type,
        size: bytes.length,
        url,
        proxy_url: url,
      };
    },
    get: (id: string): SentFile | undefined => kept.get(id),
    drop(files: readonly KeptFile[]): void {
      for (const { id } of files) kept.delete(id);
    },
  };
}
