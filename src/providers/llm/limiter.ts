/** Runs work, but never more than `most` at once. */
export interface Limiter {
  /** Rejects with the signal's reason when it fires while waiting; work under way gets to see the signal itself. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** First come, first served. */
export function createLimiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;

  function wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      waiting.push(start);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return {
    async run(work, signal) {
      signal.throwIfAborted();
      // Whoever ends hands its place on, so that nobody who comes later gets in between.
      if (running >= most) await wait(signal);
      else running++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
