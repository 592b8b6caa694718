import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SiteEnv } from './env.ts';
import { TOO_LATE } from './failure-page.tsx';
import { isLoopback } from '../domain/loopback.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A middleware of the site. */
export type Guard = MiddlewareHandler<SiteEnv>;

/** Of path and query; a question of 1,000 letters of any script fits. */
const URL_CHARS = 10_000;

/** What a page may load, and who may have it in a frame. */
export function contentPolicy(ancestors: "'none'" | '*'): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

const HEADERS = {
  'Content-Security-Policy': contentPolicy("'none'"),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Asked for again each time, and answered by 304 while it is the same.
  'Cache-Control': 'no-cache',
};

/** Strict headers on whatever does not bring its own. */
export const strictHeaders: Guard = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
};

/** Refuses addresses that are too long or not written as addresses are. */
export const readableAddress: Guard = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (pathname.length + search.length > URL_CHARS)
    throw new HTTPException(414, { message: `This address is longer than ${URL_CHARS} characters.` });
  try {
    decodeURIComponent(pathname);
    decodeURIComponent(search);
  } catch {
    throw new HTTPException(400, { message: 'This address is not written as web addresses are.' });
  }
  await next();
};

/** The reader changes nothing. */
export const readOnly: Guard = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    throw new HTTPException(405, { message: 'These pages can be read, not written to.' });
  }
  await next();
};

/**
 * Answers only who asks for this machine by its own names or one of `names`: a page elsewhere could otherwise have its
 * own name lead here, and read along.
 */
export function onlyHosts(names: ReadonlySet<string>): Guard {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    if (!isLoopback(hostname) && !names.has(hostname))
      throw new HTTPException(421, { message: 'There is no site of that name here.' });
    await next();
  };
}

/** Gives the signal, and a page that says so when the time is over. */
export function timeLimit(withinMs: number): Guard {
  return async (c, next) => {
    const stop = new AbortController();
    c.set('signal', stop.signal);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new HTTPException(503, { message: TOO_LATE }));
        stop.abort();
      }, withinMs);
    });
    try {
      await Promise.race([next(), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}

interface RateLimit {
  /** Questions of one address. */
  readonly questions: number;
  readonly perSeconds: number;
  /** Whether requests from this machine come through a proxy, which says whose they are. */
  readonly behindProxy: boolean;
}

/** Turns away who asks too often; a page without a question does not count. */
export function rateLimit({ questions, perSeconds, behindProxy }: RateLimit): Guard {
  const limiter = new RateLimiterMemory({ points: questions, duration: perSeconds });
  return async (c, next) => {
    if (!c.req.query('q')) return next();
    const peer = c.env?.incoming?.socket.remoteAddress ?? 'unknown';
    const forwarded = behindProxy && isLoopback(peer) ? c.req.header('x-forwarded-for') : undefined;
    try {
      // The last one is what the proxy saw; those before it anybody can make up.
      await limiter.consume(forwarded?.split(',').at(-1)?.trim() || peer);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      c.header('Retry-After', String(seconds));
      throw new HTTPException(429, {
        message: `${questions} questions in ${perSeconds} seconds are the most; ask again in ${seconds} seconds.`,
      });
    }
    return next();
  };
}
