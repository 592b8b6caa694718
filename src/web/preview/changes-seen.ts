import type { Change } from '../../discord-double/seen-changes.ts';

/** What the page shows of the server: changes in the order in which they came, and who is told of the next ones. */
export type ChangesSeen = ReturnType<typeof createChangesSeen>;

/** The oldest go when there are more: messages, and errors among them; the commands stay. */
const MOST_SHOWN = 300;

/** Answers to one thing that the visitor did, which nobody else sees. */
const ANSWERS = new Set<Change['kind']>(['acknowledged', 'choices', 'form']);

/** Whether all who look at the channel see it. */
export const isSeen = ({ kind }: Change): boolean => !ANSWERS.has(kind);

/** Keeps what there is to see, in memory only. */
export function createChangesSeen() {
  const shown = new Map<string, Change>();
  const listeners = new Set<(change: Change) => void>();
  let refusals = 0;

  function keyOf(change: Change): string {
    if (change.kind === 'message') return `message ${change.message.id}`;
    if (change.kind === 'thread') return `thread ${change.thread.id}`;
    if (change.kind === 'refused') return `refused ${(refusals += 1)}`;
    return change.kind;
  }

  return {
    add(change: Change): void {
      if (change.kind === 'deleted') shown.delete(`message ${change.id}`);
      else if (isSeen(change) && change.kind !== 'typing') shown.set(keyOf(change), change);
      const oldest = [...shown.keys()].find((key) => key !== 'commands');
      if (shown.size > MOST_SHOWN && oldest !== undefined) shown.delete(oldest);
      for (const listener of listeners) listener(change);
    },
    /** All there is to see now. */
    shown: (): readonly Change[] => [...shown.values()],
    /** Tells of every change from now on, until the function it gives is called. */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The first change from now on for which `pick` gives something; null when none comes `withinMs`. */
    next<T>(pick: (change: Change) => T | null, withinMs: number): Promise<T | null> {
      return new Promise((resolve) => {
        const end = (result: T | null): void => {
          clearTimeout(timer);
          stop();
          resolve(result);
        };
        const timer = setTimeout(() => end(null), withinMs);
        const stop = this.listen((change) => {
          const picked = pick(change);
          if (picked !== null) end(picked);
        });
      });
    },
  };
}
