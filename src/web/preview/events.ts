import type { Handler } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SiteEnv } from '../env.ts';
import { isSeen, type ChangesSeen } from './changes-seen.ts';

export interface EventsDependencies {
  readonly conversation: ChangesSeen;
  /** Ends the streams. */
  readonly closing: AbortSignal;
}

/** Pages that are open at a time; each is told everything. */
const MOST_OPEN = 50;
/** What a page has not taken by then is not kept for it: its connection ends, and it starts anew. */
const MOST_WAITING = 1000;

/** A stream of all that there is to see, then of every change; 503 when too many listen already. */
export function createEvents({ conversation, closing }: EventsDependencies): Handler<SiteEnv> {
  let open = 0;
  return (context) => {
    if (open >= MOST_OPEN)
      return context.json({ error: `${MOST_OPEN} pages are open already; please close one.` }, 503);
    open++;
    return streamSSE(context, async (stream) => {
      const { outgoing } = context.env;
      const end = new AbortController();
      stream.onAbort(() => end.abort());
      // Nobody reads, and so nobody aborts, the stream of a HEAD.
      outgoing?.once('close', () => end.abort());
      let waiting = 0;
      const send = (change: object): void => {
        waiting++;
        if (waiting > MOST_WAITING) outgoing?.destroy();
        else void stream.writeSSE({ data: JSON.stringify(change) }).then(() => waiting--);
      };
      const stop = conversation.listen((change) => {
        if (isSeen(change)) send(change);
      });
      // All at once: what changes while the page still reads comes behind what it changes.
      for (const change of conversation.shown()) send(change);
      send({ kind: 'ready' });
      const signal = AbortSignal.any([closing, end.signal]);
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      stop();
      open--;
    });
  };
}
