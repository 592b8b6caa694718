import type { Jobs } from '../../../src/discord/roles/handed-on.ts';

/** Jobs within this process; `work` is called with each as soon as it may be done, held ones when they are released. */
export function createMemoryJobs() {
  const kept = new Map<string, string>();
  const done: string[] = [];
  const state: { work: (payload: string) => Promise<void>; isAway: Error | null } = {
    work: async () => undefined,
    isAway: null,
  };
  const begin = async (key: string): Promise<void> => {
    const payload = kept.get(key);
    if (payload === undefined) return;
    await state.work(payload);
    kept.delete(key);
    done.push(key);
  };
  const jobs: Jobs = {
    async add(_kind, key, payload, heldMs = 0) {
      if (state.isAway) throw state.isAway;
      if (kept.has(key)) return false;
      kept.set(key, payload);
      if (heldMs === 0) void begin(key);
      return true;
    },
    async release(key, payload) {
      kept.set(key, payload);
      void begin(key);
    },
    async remove(key) {
      kept.delete(key);
    },
  };
  return { jobs, kept, done, state };
}
