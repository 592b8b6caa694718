import type { Collections } from '../../src/app/collections.ts';
import { UserError } from '../../src/errors.ts';
import { createFakeApp, evidence, type FakeApp } from './fake-app.ts';

/** Collections of servers in memory, each of canned evidence that nobody else has: what it is about is `harbourN`. */
export function createFakeCollections(shared: FakeApp) {
  const apps = new Map<string, FakeApp>();
  const collections: Collections = {
    shared,
    refusal: null,
    async make() {
      const n = apps.size + 1;
      const key = n.toString(16).padStart(32, '0');
      const text = `Harbour${n} takes the missiles of nobody`;
      apps.set(key, createFakeApp([evidence({ text, topics: ['missiles'] })]));
      return key;
    },
    async use(key, work) {
      const app = apps.get(key);
      if (app === undefined) throw new UserError('There is no such collection any more.');
      return work(app);
    },
    has: (key) => apps.has(key),
    openKeys: () => [...apps.keys()],
    keys: async () => [...apps.keys()],
    async remove(key) {
      apps.delete(key);
    },
    watch: async () => undefined,
    close: async () => undefined,
  };
  return { collections, apps };
}
