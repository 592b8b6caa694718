/** Something made of the articles, kept while they stay as they are. */
export interface Current<T> {
  /** What is kept; of many articles that change all the time, what was made of them a moment ago. */
  (): Promise<T>;
  /** Makes it of the articles as they are now, where it was ever asked for. */
  upToDate(): Promise<void>;
}

/** Whoever asks waits for what takes no longer than this. */
export const WAIT_MS = 50;
/** What takes longer is made beside those who ask, and takes one part in so many of the time. */
const MAKE_PART = 5;
/** Nobody gets what was made longer ago than this and is not known to hold. */
export const OLD_MS = 15_000;

/**
 * Makes something anew where the articles have changed.
 *
 * @param revision changes with every article
 * @param make gives others a turn now and then where it takes long; called once at a time
 */
export function keepCurrent<T>(
  revision: () => Promise<number>,
  make: () => Promise<T>,
  now: () => number = () => performance.now(),
): Current<T> {
  /** `heldMs`: when it was last known to hold. */
  let kept: { readonly value: T; readonly revision: number; heldMs: number } | null = null;
  let making: { readonly revision: number; readonly made: Promise<T> } | null = null;
  let [tookMs, endedMs] = [0, 0];

  function begin(of: number): Promise<T> {
    if (making?.revision === of) return making.made;
    const before = making?.made.catch(() => undefined);
    const made = (async () => {
      await before;
      const startMs = now();
      const value = await make();
      endedMs = now();
      tookMs = endedMs - startMs;
      kept = { value, revision: of, heldMs: startMs };
      return value;
    })();
    const own = { revision: of, made };
    making = own;
    const end = (): void => {
      if (making === own) making = null;
    };
    made.then(end, end);
    return made;
  }

  async function current(): Promise<T> {
    const of = await revision();
    if (kept?.revision === of) {
      kept.heldMs = now();
      return kept.value;
    }
    if (kept === null || tookMs <= WAIT_MS || now() - kept.heldMs > OLD_MS) return begin(of);
    // What fails is made again by the next who asks, and told to them once what is kept is old.
    if (making === null && now() - endedMs >= (MAKE_PART - 1) * tookMs) begin(of).catch(() => undefined);
    return kept.value;
  }
  return Object.assign(current, {
    async upToDate(): Promise<void> {
      const of = await revision();
      if (kept !== null && kept.revision !== of) await begin(of);
    },
  });
}
