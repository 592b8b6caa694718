import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Collections } from '../app/collections.ts';
import { createCollectionDoor } from './collection-door.ts';
import type { SiteEnv } from './env.ts';
import { createFailure } from './failure-page.tsx';
import { onlyHosts, rateLimit, readableAddress, readOnly, strictHeaders, timeLimit } from './guards.ts';
import { createAssets } from './reader/assets.ts';
import { createReaderRoutes, type ReaderApp } from './reader/reader-routes.tsx';

export interface SiteDependencies {
  readonly app: ReaderApp;
  /** Those of servers; absent or null for none. */
  readonly collections?: Pick<Collections, 'has' | 'use'> | null;
  /** What answers `/preview` and everything below it; null without one. */
  readonly preview: Pick<Hono<SiteEnv>, 'fetch'> | null;
  /** Host names besides this machine's own that are answered; null: any. */
  readonly hosts: readonly string[] | null;
  /** Where others reach the pages; absent or null: where they are asked for. */
  readonly publicUrl?: string | null;
  /** Whether requests from this machine come through a proxy, which says whose they are. */
  readonly behindProxy: boolean;
  readonly answerWithinMs: number;
  /** A minute, of one address. */
  readonly questionsPerMinute: number;
  readonly log: Pick<Logger, 'error'>;
}

const BODY_BYTES = 100_000;

/** All pages behind one door: the reader, which changes nothing, and the preview, which looks after itself. */
export function createSite(dependencies: SiteDependencies): Hono<SiteEnv> {
  const {
    app,
    collections = null,
    preview,
    hosts,
    behindProxy,
    answerWithinMs,
    questionsPerMinute,
    log,
  } = dependencies;
  const tryable = preview !== null;
  const publicUrl = dependencies.publicUrl ?? null;
  const onError = createFailure({ log, tryable });

  const reader = new Hono<SiteEnv>();
  reader.use(readOnly, etag(), timeLimit(answerWithinMs));
  const limit = rateLimit({ questions: questionsPerMinute, perSeconds: 60, behindProxy });
  reader.use('/search', limit);
  reader.route('/', createAssets());
  reader.route('/', createReaderRoutes({ app, tryable, publicUrl }));

  const site = new Hono<SiteEnv>();
  site.use(strictHeaders, compress());
  if (hosts !== null) site.use(onlyHosts(new Set(hosts)));
  site.use(readableAddress, bodyLimit({ maxSize: BODY_BYTES, onError: tooLarge }));
  if (preview !== null) site.all('/preview/*', (c) => preview.fetch(c.req.raw, c.env));
  if (collections !== null) {
    const enter = createCollectionDoor({ collections, publicUrl, answerWithinMs, limit, onError });
    site.all('/c/:key', enter).all('/c/:key/*', enter);
  }
  site.route('/', reader);
  site.notFound((c) => onError(new HTTPException(404, { message: 'There is no such page.' }), c));
  site.onError(onError);
  return site;
}

function tooLarge(): never {
  throw new HTTPException(413, { message: `At most ${BODY_BYTES} bytes can be sent here.` });
}
