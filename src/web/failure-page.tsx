import { randomBytes } from 'node:crypto';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import { loggable } from '../domain/loggable.ts';
import { UserError } from '../errors.ts';
import type { SiteEnv } from './env.ts';
import { showUnseen } from '../show/show-unseen.ts';
import { Layout } from './reader/layout.tsx';
import { page } from './reader/page.tsx';

export interface FailureDependencies {
  readonly log: Pick<Logger, 'error'>;
  /** Whether the pages lead to the preview. */
  readonly tryable: boolean;
}

const TITLES: Readonly<Record<number, string>> = {
  404: 'Not found',
  405: 'For reading only',
  429: 'One moment, please',
  500: 'Something went wrong',
  503: 'This took too long',
};

/**
 * What went wrong as a page: what a person can mend as its sentence; all else is logged, without the words of
 * questions, and shown as a reference number.
 */
export function createFailure({ log, tryable }: FailureDependencies): ErrorHandler<SiteEnv> {
  const show = (c: Context, status: ContentfulStatusCode, sentence: string) => {
    const title = TITLES[status] ?? 'This cannot be used';
    const shown = (
      <Layout title={title} tryable={tryable}>
        <h1>{title}</h1>
        <p class="lead">{showUnseen(sentence)}</p>
        <p>
          <a href="/">All articles</a>
        </p>
      </Layout>
    );
    return page(c, shown, status);
  };
  return (error, c) => {
    if (error instanceof HTTPException) {
      return show(c, error.status, error.message);
    }
    if (c.var.signal?.aborted) return show(c, 503, TOO_LATE);
    // What a path names is not there; what a query asks for cannot be used.
    if (error instanceof UserError)
      return show(c, new URL(c.req.url).search === '' ? 404 : 400, error.message);
    const reference = randomBytes(3).toString('hex');
    log.error({ path: c.req.path, reference, err: loggable(error) }, 'page failed');
    return show(c, 500, `This page could not be made (reference ${reference}).`);
  };
}

/** Said when the time for an answer is over. */
export const TOO_LATE = 'The answer was not ready in time and was stopped; please try again.';
