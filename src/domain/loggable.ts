/** What the log may know of an error. */
export interface Loggable {
  readonly name: string;
  /** Of our own errors alone. */
  readonly message?: string;
  readonly code?: string | number;
  /** An HTTP status. */
  readonly status?: number;
  readonly method?: string;
  /** Where it came from: the first line as it would be, and the frames. */
  readonly stack: string;
  readonly cause?: Loggable;
  readonly errors?: readonly Loggable[];
}

const MOST_FRAMES = 20;
const MOST_CAUSES = 5;
const MESSAGE_CHARS = 500;

/** What was made here already is not read again. */
const made = new WeakSet<object>();

/**
 * What may be logged of whatever was thrown: its name, code, status, method and stack, and the same of its causes. Clients
 * write addresses (Discord's hold tokens), what was sent and what came back into their messages and fields: none of that
 * is taken over. A message is kept only where this project's own code made the error, and not for a library that passes it on;
 * addresses and what may be a key are blanked in it.
 */
export function loggable(error: unknown): Loggable {
  return isLoggable(error) ? error : read(error, MOST_CAUSES, true);
}

function isLoggable(error: unknown): error is Loggable {
  return typeof error === 'object' && error !== null && made.has(error);
}

function read(error: unknown, depth: number, trusted: boolean): Loggable {
  const known =
    error instanceof Error ? readError(error, depth, trusted) : { name: `a ${typeof error}`, stack: '' };
  made.add(known);
  return known;
}

function readError(error: Error, depth: number, trusted: boolean): Loggable {
  const name = plain(error.name) ?? 'Error';
  const frames = framesOf(error);
  const ours = trusted && isOurs(error, frames);
  const message = ours ? withoutKeys(error.message) : undefined;
  const code = 'code' in error ? codeOf(error.code) : undefined;
  const status = statusOf(error);
  const method = 'method' in error ? plain(error.method) : undefined;
  const cause = depth > 0 && error.cause !== undefined ? read(error.cause, depth - 1, ours) : undefined;
  const errors: unknown = 'errors' in error ? error.errors : undefined;
  const head = message === undefined ? name : `${name}: ${message}`;
  return {
    name,
    ...(message === undefined ? {} : { message }),
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
    ...(method === undefined ? {} : { method }),
    stack: [head, ...frames.slice(0, MOST_FRAMES)].join('\n'),
    ...(cause === undefined ? {} : { cause }),
    ...(depth > 0 && Array.isArray(errors)
      ? { errors: errors.slice(0, MOST_CAUSES).map((one) => read(one, depth - 1, ours)) }
      : {}),
  };
}

/** The lines of the stack that name a place in code. What a message puts into the stack may look alike, but for its file. */
function framesOf({ stack, message }: Error): string[] {
  const frames = (stack ?? '').replace(message, '').split('\n');
  return frames
    .filter((line) =>
      /^ {4}at .*(?:\.[cm]?[jt]sx?:\d+:\d+|<anonymous>|node:[\w/]+:\d+:\d+|native)\)?$/.test(line),
    )
    .filter((line) => !/https?:/.test(line));
}

/** Plain errors and those that people can mend, thrown by this project's code rather than by a library or Node. */
function isOurs({ constructor, name }: Error, [first]: readonly string[]): boolean {
  const isPlain = constructor === Error || constructor === TypeError || constructor === RangeError;
  const kind = isPlain || name === 'UserError' || name === 'UsageError';
  return kind && first !== undefined && !/node_modules|node:|<anonymous>|native/.test(first);
}

function withoutKeys(message: string): string {
  return message
    .replace(/\b[a-z][a-z+.-]*:\/\/\S+/gi, '(address)')
    .replace(/\b(?:sk|key|bearer|bot)[ _-][\w*-]{4,}|[\w+=-]{24,}(?:\.[\w-]+)*/gi, '(key)')
    .slice(0, MESSAGE_CHARS);
}

function codeOf(code: unknown): string | number | undefined {
  return typeof code === 'number' ? code : plain(code);
}

/** The clients' various names of it. */
function statusOf(error: Error): number | undefined {
  const fields: unknown[] = [
    'status' in error && error.status,
    'statusCode' in error && error.statusCode,
    'status_code' in error && error.status_code,
  ];
  return fields.find((field) => typeof field === 'number');
}

/** A word, as codes and names are; anything else might be anything. */
function plain(text: unknown): string | undefined {
  return typeof text === 'string' && /^[\w[\].]{1,60}$/.test(text) ? text : undefined;
}
