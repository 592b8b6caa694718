import { expect, it } from 'vitest';
import { readOnlyApp } from '../../../src/discord/servers/read-only-app.ts';
import { createFakeApp } from '../../support/fake-app.ts';

it('a server that only reads the operator’s articles has nothing fetched by the operator’s reader', async () => {
  const app = createFakeApp();
  const fetched: unknown[] = [];
  app.override.checkSources = async (names) => {
    fetched.push(...names);
    return [];
  };
  const own = readOnlyApp(app, 'server');
  await expect(own.checkSources(['https://10.0.0.1/'])).rejects.toThrow(/^Nothing is added [^.]+\.$/);
  expect(fetched).toEqual([]);
});
