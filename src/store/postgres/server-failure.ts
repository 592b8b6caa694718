import pg from 'pg';
import { ZodError } from 'zod';
import { UserError } from '../../errors.ts';

/** The server and database that an address names, without who asks and the password. */
export function shownServer(url: string): string {
  if (!URL.canParse(url)) return 'PostgreSQL';
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host || 'localhost'}${pathname}`;
}

/** The database has tables of Parley's names, but not those of its version; `how` tells what is amiss. */
export function otherTables(url: string, how: string): UserError {
  return new UserError(
    `The tables of ${shownServer(url)} are not those of Parley (${how}): name another database in DATABASE_URL, or put a backup in place.`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The driver has no code for these. */
function isCutOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  );
}

/** The server did not say a word in time: what it is still doing there nobody here waits for. */
export function isUnanswered(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

function sentenceOf(code: string, server: string): string | null {
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/.test(code))
    return `No server answers as ${server} (${code}): start it, or mend DATABASE_URL.`;
  if (code.startsWith('28'))
    return `The ${server} does not take the user or password of DATABASE_URL: mend it there, or on the server.`;
  if (code === '3D000')
    return `The ${server} has no such database: make it ("createdb"), or mend DATABASE_URL.`;
  if (code === '53100')
    return `The disk of ${server} is full and the last change was not saved: free some space, then try again.`;
  // It ends statements that take too long.
  if (code === '57014')
    return `The ${server} did not answer in time, and the last change was not saved: try again when it has less to do.`;
  if (/^(57P0|08|53300|ECONNRESET|EPIPE|ETIMEDOUT)/.test(code))
    return `The connection to ${server} was lost or refused (${code}), and the last change was not saved: try again when the server is there.`;
  if (/^(25006|42501)$/.test(code))
    return `The user of DATABASE_URL may not write to ${server} (${code}): give it the rights to, or name another in DATABASE_URL.`;
  return null;
}

/** What a person can mend becomes a `UserError` about the server; anything else comes back as it is. */
export function serverFailure(error: unknown, url: string): unknown {
  const server = shownServer(url);
  if (error instanceof ZodError)
    return new UserError(
      `What ${server} holds is damaged: put a backup in its place, or name another database in DATABASE_URL.`,
    );
  if (error instanceof AggregateError && error.errors.length > 0) return serverFailure(error.errors[0], url);
  const code = codeOf(error);
  if (isUnanswered(error)) return new UserError(sentenceOf('57014', server) ?? '', { cause: error });
  if (code === '' && isCutOff(error))
    return new UserError(sentenceOf('08006', server) ?? '', { cause: error });
  if (!(error instanceof pg.DatabaseError) && code === '') return error;
  if (/^42(P01|703|P07)$/.test(code)) return otherTables(url, code);
  const sentence = sentenceOf(code, server);
  return sentence === null ? error : new UserError(sentence, { cause: error });
}
