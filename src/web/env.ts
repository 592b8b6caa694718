import type { HttpBindings } from '@hono/node-server';

/** What handlers find in their context. */
export interface SiteEnv {
  /** Missing where a request did not come through the server. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Aborted when the time for an answer is over. */
    signal: AbortSignal;
  };
}
