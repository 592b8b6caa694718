import { existsSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

/** No network of the browser's own, and no sandbox, which root cannot have. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (EXECUTABLE === undefined)
  process.stderr.write('Chromium is missing (apt-get install chromium): no page is tried in a browser.\n');

/** For tests that need the browser: skipped where there is none. `.ci/run` sees to it that there is. */
export const inBrowser = {
  it: it.skipIf(EXECUTABLE === undefined),
  describe: describe.skipIf(EXECUTABLE === undefined),
};

/** Debian's Chromium without a window; close it at the end. */
export async function openBrowser(): Promise<Browser> {
  if (EXECUTABLE === undefined) throw new Error('Chromium is missing');
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** A page that remembers what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Fails when anything was written to the console as an error, a request failed, or another host was asked. */
  readonly expectClean: () => void;
  /** Fails when axe-core finds anything serious or critical on the page as it is. */
  readonly expectAccessible: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A page of its own context below `origin`, the only one it may ask anything of. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still listening to.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^https?:$/.test(protocol) && asked !== origin) problems.push(`another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return {
    page,
    expectClean: () => expect(problems).toEqual([]),
    async expectAccessible() {
      // Evaluated by the debugger, which the page's Content-Security-Policy does not bind.
      const { violations } = await page.evaluate<AxeResults>(`${axe.source}; axe.run()`);
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
      expect(told).toEqual([]);
    },
    close: () => context.close(),
  };
}
