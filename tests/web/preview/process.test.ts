import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { freePort, readHealth } from '../../support/health.ts';
import { inBrowser, openBrowser, openPage } from '../../support/pages/browser.ts';

const { it } = inBrowser;

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

it('npm start without a token: from a question to its answer, its context and the quote in its article; SIGTERM stops it', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'parley-preview-'));
  const healthPort = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], DATA_DIR: dir, LOG_LEVEL: 'error', HEALTH_PORT: String(healthPort) },
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(dir, { recursive: true, force: true });
  });
  const address = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += String(part);
      const found = /(http:\S+\/preview)\n/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  await tryIt(address);
  const preview = { ready: true, gateway: 'Ready', queue: 0 };
  const health = { ready: true, role: 'all', articles: 5, pages: { ready: true }, preview };
  expect(await readHealth(healthPort)).toEqual([200, health]);
  const events = await fetch(`${address}/events`);
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 120_000);

/** What a new visitor does, over the articles that come with Parley. */
async function tryIt(address: string): Promise<void> {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const { page, expectClean } = await openPage(browser, new URL(address).origin);
  await page.goto('/preview');
  await page
    .getByRole('combobox', { name: 'Message #talks' })
    .fill('@Parley what did the US offer on missiles?');
  await page.keyboard.press('Enter');
  const answer = page.locator('discord-message[bot]', { hasText: 'citations from' }).last();
  await answer.getByRole('button', { name: 'Context' }).first().click();
  const context = page.locator('discord-message[bot]', { hasText: 'The words around' }).last();
  const quote =
    // Behind who says it.
    (await context.locator('.container strong').nth(1).textContent()) ?? '';
  expect(await answer.textContent()).toContain(quote);
  const [reader] = await Promise.all([page.waitForEvent('popup'), answer.getByRole('link').first().click()]);
  await reader.waitForURL(/\/articles\/[^/]+\?s=\d+-\d+#s=\d+-\d+$/);
  expect((await reader.locator('mark').allTextContents()).join('')).toBe(quote);
  expectClean();
}
