import { createRequire } from 'node:module';
import path from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/app/create-log.ts';
import { loggable } from '../../src/domain/loggable.ts';
import { UserError } from '../../src/errors.ts';

const SECRET = 'aW50ZXJhY3Rpb246-secret';

type ErrorClass = new (...given: unknown[]) => Error;

/** The error classes of a library, found from another that uses it. */
function errorsOf(name: string, ...through: string[]): [string, ErrorClass][] {
  let require = createRequire(import.meta.url);
  for (const one of through) require = createRequire(require.resolve(one));
  const library: Record<string, unknown> = require(name);
  const all = { ...library, ...(typeof library['errors'] === 'object' ? library['errors'] : {}) };
  return Object.entries(all).flatMap(([key, made]) => (isErrorClass(made) ? [[`${name} ${key}`, made]] : []));
}

function isErrorClass(made: unknown): made is ErrorClass {
  return typeof made === 'function' && made.prototype instanceof Error;
}

const CLASSES = [
  ...errorsOf('discord.js'),
  ...errorsOf('undici', 'discord.js'),
  ...errorsOf('openai', '@langchain/openai'),
  ...errorsOf('@anthropic-ai/sdk', '@langchain/anthropic'),
  ...errorsOf('@langchain/core/errors'),
  ...errorsOf('@langchain/core/output_parsers'),
  ...errorsOf('better-sqlite3'),
  ...errorsOf('yaml'),
];

/** What the clients put on their errors, and where. */
const LADEN = {
  url: `https://discord.example/webhooks/1/${SECRET}`,
  requestBody: { json: { content: SECRET }, files: [] },
  rawError: { message: SECRET },
  headers: { authorization: SECRET },
  body: SECRET,
  error: { message: SECRET },
  llmOutput: SECRET,
  request: { path: SECRET },
};

/** An error of that class as near to a real one as its constructor lets it be, with the secret wherever it can hold one. */
function laden(Class: ErrorClass): Error {
  const body = { files: [], json: { content: SECRET } };
  const ways: unknown[][] = [
    [{ message: SECRET, code: 50_035 }, 50_035, 503, 'POST', LADEN.url, body],
    [503, SECRET, 'POST', LADEN.url, body],
    [SECRET, 503, LADEN],
    [503, LADEN.error, SECRET, new Headers()],
    [LADEN],
    [[0, 1], SECRET, SECRET],
  ];
  let error = Object.assign(Object.create(Class.prototype), { stack: `Error: ${SECRET}` });
  for (const way of ways) {
    try {
      error = new Class(...way);
      if (JSON.stringify([error.message, error]).includes(SECRET)) break;
    } catch {
      // Another way, then.
    }
  }
  for (const [field, value] of Object.entries({ ...LADEN, cause: new Error(SECRET) }))
    if (!(field in error)) Object.defineProperty(error, field, { value, enumerable: true });
  return error;
}

function captured() {
  let text = '';
  const stream = new Writable({
    write(chunk, _, done) {
      text += chunk;
      done();
    },
  });
  const log = createLog('trace', stream);
  return { log, text: () => text };
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the log', () => {
  it.each(CLASSES)('has nothing of what %s holds', (_, Class) => {
    const { log, text } = captured();
    const error = laden(Class);
    for (const one of [error, new AggregateError([error], SECRET), new UserError('no', { cause: error })]) {
      log.error({ err: loggable(one) }, 'failed');
      // Where it was forgotten.
      log.error({ err: one }, 'failed');
      log.error(one, 'failed');
    }
    expect(text()).not.toContain(SECRET);
    expect(text()).toContain('"name"');
  });

  it.each<[string, () => unknown]>([
    ['an address that cannot be reached', () => fetch(`http://127.0.0.1:1/${SECRET}`)],
    ['an address that is none', () => fetch(`nowhere ${SECRET}`)],
    ['an address that cannot be read', () => new URL(`nowhere ${SECRET}`)],
    ['JSON that is none', () => JSON.parse(`{"a": ${SECRET}`)],
    ['a value of another shape', () => z.object({ a: z.literal('b') }).parse({ a: SECRET, [SECRET]: 1 })],
    ['a string', () => Promise.reject(SECRET)],
    ['an object', () => Promise.reject({ message: SECRET, name: SECRET })],
  ])('has nothing of what is thrown for %s', async (_, work) => {
    const { log, text } = captured();
    const error = await thrownBy(work);
    log.error({ err: loggable(error) }, 'failed');
    log.error({ err: error }, 'failed');
    expect(text()).not.toContain(SECRET);
  });

  it('blanks fields that hold what was sent, whatever else is logged', () => {
    const { log, text } = captured();
    log.warn({ call: { url: SECRET, options: { headers: SECRET, token: SECRET } } }, 'called');
    expect(text()).not.toContain(SECRET);
  });

  it('tells what and where, and the words of our own errors but for addresses', () => {
    const error = new Error('disk full at https://example.org/a?b=c', { cause: new TypeError('why') });
    const logged = loggable(error);
    expect(logged).toMatchObject({
      name: 'Error',
      message: 'disk full at (address)',
      cause: { name: 'TypeError', message: 'why' },
    });
    expect(logged.stack).toContain(path.basename(import.meta.filename));
    expect(loggable(logged)).toBe(logged);
  });

  it('keeps codes, statuses and methods', () => {
    const error = Object.assign(new Error('no'), { code: 'ECONNRESET', status: 503, method: 'POST' });
    expect(loggable(error)).toMatchObject({ code: 'ECONNRESET', status: 503, method: 'POST' });
  });

  it('ends where errors cause each other', () => {
    const error = new Error('one');
    error.cause = new AggregateError([error, error], 'two');
    expect(JSON.stringify(loggable(error)).length).toBeLessThan(100_000);
  });
});
