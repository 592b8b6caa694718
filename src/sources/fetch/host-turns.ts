import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';

/** Waits, or rejects with the signal's reason. */
export type Wait = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

const waitFor: Wait = (ms, signal) => sleep(ms, undefined, { signal, ref: true });

interface Host {
  readonly queue: PQueue;
  /** When the last request ended, in ms of `now`. */
  lastEnd: number;
}

/** So many hosts are remembered before those that nobody waits for are forgotten. */
const MOST_HOSTS = 500;

/** Runs one work a host at a time, with a pause between two. */
export interface HostTurns {
  /** @param pauseMs between the work before, which has ended, and this one */
  take<T>(host: string, pauseMs: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

export function createHostTurns({
  now = () => performance.now(),
  wait = waitFor,
}: { readonly now?: () => number; readonly wait?: Wait } = {}): HostTurns {
  const hosts = new Map<string, Host>();

  function hostOf(name: string): Host {
    const known = hosts.get(name);
    if (known) return known;
    if (hosts.size >= MOST_HOSTS) {
      for (const [other, { queue }] of hosts)
        if (queue.size === 0 && queue.pending === 0) hosts.delete(other);
    }
    const host = { queue: new PQueue({ concurrency: 1 }), lastEnd: -Infinity };
    hosts.set(name, host);
    return host;
  }

  return {
    async take(name, pauseMs, work, signal) {
      const host = hostOf(name);
      return host.queue.add(
        async () => {
          const left = host.lastEnd + pauseMs - now();
          if (left > 0) await wait(left, signal);
          signal?.throwIfAborted();
          try {
            return await work();
          } finally {
            host.lastEnd = now();
          }
        },
        signal ? { signal } : {},
      );
    },
  };
}
