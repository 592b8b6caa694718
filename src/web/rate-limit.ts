import { HTTPException } from 'hono/http-exception';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Guard } from './guards.ts';
import { isLoopback } from '../domain/loopback.ts';

export interface RateLimit {
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
