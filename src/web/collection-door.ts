import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { App } from '../app.ts';
import type { Collections } from '../app/collections.ts';
import type { SiteEnv } from './env.ts';
import type { createFailure } from './failure-page.tsx';
import { readOnly, timeLimit, type Guard } from './guards.ts';
import { createAssets } from './reader/assets.ts';
import { createReaderRoutes } from './reader/reader-routes.tsx';

export interface CollectionDoorDependencies {
  readonly collections: Pick<Collections, 'has' | 'use'>;
  readonly publicUrl: string | null;
  readonly answerWithinMs: number;
  /** Counts questions, those of the shared pages with them. */
  readonly limit: Guard;
  readonly onError: ReturnType<typeof createFailure>;
}

/** Where the pages of a server's collection are. */
const BELOW = /^(\/c\/([^/]+))(\/.*)?$/;
/** Links of ours: outside text has no quotation mark that is not escaped. */
const LINK = / (href|action|src)="\/(?!\/)/g;

/**
 * The pages of servers' collections, each below the key of its own: who has a link can read that collection, and its links
 * lead to no other. Search engines are told to leave them alone.
 */
export function createCollectionDoor(dependencies: CollectionDoorDependencies) {
  const { collections, publicUrl, answerWithinMs, limit, onError } = dependencies;
  /** Made anew when a collection was closed meanwhile: what is kept of its pages goes with it. */
  const readers = new WeakMap<App, Hono<SiteEnv>>();

  function readerOf(app: App, base: string): Hono<SiteEnv> {
    const made = readers.get(app);
    if (made !== undefined) return made;
    const reader = new Hono<SiteEnv>();
    reader.use(unlisted, linksBelow(base), readOnly, etag(), timeLimit(answerWithinMs));
    reader.use('/search', limit);
    reader.route('/', createAssets());
    reader.route('/', createReaderRoutes({ app, tryable: false, publicUrl, base }));
    reader.notFound((c) => onError(new HTTPException(404, { message: NO_PAGE }), c));
    reader.onError(onError);
    readers.set(app, reader);
    return reader;
  }

  return async (c: Context<SiteEnv>): Promise<Response> => {
    const address = new URL(c.req.url);
    const [, base = '', key = '', path] = BELOW.exec(address.pathname) ?? [];
    if (!collections.has(key)) throw new HTTPException(404, { message: NO_PAGE });
    if (path === undefined) return c.redirect(`${base}/`);
    address.pathname = path;
    return collections.use(key, async (app) =>
      readerOf(app, base).fetch(new Request(address, c.req.raw), c.env),
    );
  };
}

const NO_PAGE = 'There is no such page.';

const unlisted: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
  c.res.headers.set('Cache-Control', 'private, no-cache');
};

/** Has the links of its pages, which are written as those of the shared ones, lead below `base`. */
function linksBelow(base: string): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) return;
    const page = await c.res.text();
    c.res = new Response(page.replace(LINK, ` $1="${base}/`), {
      status: c.res.status,
      headers: c.res.headers,
    });
  };
}
