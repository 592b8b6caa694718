import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.ts';
import { loggable } from '../domain/loggable.ts';

/** Where the app says what happened besides its answers. */
export interface AppLog {
  info(message: string): void;
  warn(message: string): void;
}

/** Fields that clients put on their errors and requests, wherever they come to be logged. */
const SECRET = [
  'token',
  'authorization',
  'apiKey',
  'url',
  'requestBody',
  'body',
  'headers',
  'request',
  'response',
];

/**
 * The log of the running program, one JSON line each on standard output (or `to`). Whatever is logged as an error comes
 * in as `loggable` has it, and fields that may hold a secret are blanked: the second net, where one was forgotten.
 */
export function createLog(level: Config['logLevel'], to?: DestinationStream): Logger {
  const options = {
    level,
    serializers: { err: loggable, error: loggable },
    redact: SECRET.flatMap((field) => [`err.${field}`, `*.${field}`, `*.*.${field}`]),
  };
  return to ? pino(options, to) : pino(options);
}
