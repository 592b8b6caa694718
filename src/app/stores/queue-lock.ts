import { unlessAborted } from '../../providers/unless-aborted.ts';

/** Takes a lock that other processes may hold; resolves to its release. */
export type Lock = (signal?: AbortSignal, onLost?: (why: Error) => void) => Promise<() => void>;

/**
 * The same lock for all in this process, who take it in turn: however long one of them holds it, the next one waits for it,
 * which is no other process's fault.
 */
export function createQueue(take: Lock): Lock {
  let last: Promise<void> = Promise.resolve();
  return async (signal, onLost) => {
    const before = last;
    let done = nothing;
    const own = new Promise<void>((resolve) => (done = resolve));
    last = before.then(() => own);
    try {
      await (signal ? unlessAborted(signal, before) : before);
      const release = await take(signal, onLost);
      return () => {
        release();
        done();
      };
    } catch (error) {
      done();
      throw error;
    }
  };
}

const nothing = (): void => undefined;
