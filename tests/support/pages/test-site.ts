import { load } from 'cheerio';
import { createSite, type SiteDependencies } from '../../../src/web/site.ts';
import { createFakeApp } from '../fake-app.ts';
import { captureLog } from '../discord/running-bot.ts';

/** The site as requests see it, without a server. */
export function createTestSite({ app = createFakeApp(), ...given }: Partial<SiteDependencies> = {}) {
  const captured = captureLog();
  const site = createSite({
    app,
    preview: null,
    hosts: [],
    behindProxy: false,
    answerWithinMs: 60_000,
    questionsPerMinute: 1_000,
    log: captured.log,
    ...given,
  });
  const get = async (path: string, init: RequestInit = {}, env: object = {}) => site.request(path, init, env);
  return {
    ...captured,
    get,
    /** The page, parsed as browsers do. */
    async page(path: string) {
      const response = await get(path);
      const html = await response.text();
      return { status: response.status, html, $: load(html) };
    },
  };
}
