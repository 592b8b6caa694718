import { EventEmitter } from 'node:events';
import { REST, Routes } from 'discord.js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { LAID_OUT } from '../../../src/discord-double/checks/check-components.ts';
import { IDS } from '../../../src/discord-double/people.ts';
import { inBrowser, openBrowser, openPage, type WatchedPage } from '../../support/pages/browser.ts';
import { runPreview } from '../../support/pages/running-preview.ts';

const { describe, it } = inBrowser;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

let running: Awaited<ReturnType<typeof runPreview>>;
const opened: WatchedPage[] = [];
beforeEach(async () => {
  running = await runPreview();
});
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
  await running.stop();
});

async function open(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, running.address, options);
  opened.push(watched);
  await watched.page.goto('/preview');
  await watched.page.getByRole('heading', { name: 'Welcome to #talks' }).waitFor();
  return watched;
}

const composer = (page: Page) => page.getByRole('combobox', { name: 'Message #talks' });
/** The last message of the bot with these words in it. */
const said = (page: Page, words: string) => page.locator('discord-message[bot]', { hasText: words }).last();

async function ask(page: Page, words = '@Parley what did the US offer on missiles?'): Promise<void> {
  await composer(page).fill(words);
  await page.keyboard.press('Enter');
  await said(page, 'citations from').waitFor();
}

describe('the preview in a browser', () => {
  it('takes a command by keyboard alone: the list, a choice, the answer', async () => {
    const { page, expectClean, expectAccessible } = await open();
    await expectAccessible();
    await page.keyboard.type('/');
    const list = page.getByRole('listbox', { name: 'Commands' });
    await list.getByRole('option', { name: '/ask' }).waitFor();
    expect(await composer(page).getAttribute('aria-expanded')).toBe('true');
    await expectAccessible();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.type('compa');
    await list.getByRole('option', { name: '/compare' }).waitFor();
    await page.keyboard.press('Tab');
    const topic = page.getByRole('combobox', { name: 'topic' });
    await page.keyboard.type('miss');
    // What is offered is asked for anew at each letter.
    const isActive = async (): Promise<boolean> => {
      const active = await topic.getAttribute('aria-activedescendant');
      return (
        active !== null && (await page.locator(`#${active}`).allTextContents()).join('').includes('Missiles')
      );
    };
    await expect.poll(isActive).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => topic.inputValue()).toBe('Missiles');
    await page.keyboard.press('Enter');
    const answer = said(page, 'Missiles, compared');
    await answer.waitFor();
    expect(await answer.locator('discord-command').getAttribute('command')).toBe('compare');
    expect(await composer(page).evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    await expectAccessible();
    expectClean();
  });

  it('completes what is typed out of what the bot offers', async () => {
    const { page, expectClean } = await open();
    await page.keyboard.type('/speaker ');
    const name = page.getByRole('combobox', { name: 'name' });
    await page.getByRole('option', { name: 'Wendy Sherman' }).waitFor();
    // Faster than the bot: what it offered before must not be taken.
    const held = new EventEmitter();
    await page.route('**/preview/autocomplete', (route) => held.once('let go', () => void route.continue()));
    await page.keyboard.type('ryab');
    await page.keyboard.press('Enter');
    expect(await name.inputValue()).toBe('ryab');
    held.emit('let go');
    await expect.poll(() => name.inputValue()).toContain('Sergey Ryabkov');
    await page.keyboard.press('Enter');
    await said(page, 'Sergey Ryabkov').waitFor();
    expectClean();
  });

  it('takes a choice that is written out whole, wherever it stands in the list', async () => {
    const { page } = await open();
    await page.keyboard.type('/position ');
    const side = page.getByRole('combobox', { name: 'side' });
    await side.fill('Russia');
    await page.getByRole('option', { name: 'Russia', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    expect(await side.inputValue()).toBe('Russia');
  });

  it('says what an option still needs, and leaves the command on Escape', async () => {
    const { page } = await open();
    await page.keyboard.type('/ask ');
    await page.getByRole('button', { name: '+4 more' }).click();
    expect(await page.getByRole('group', { name: '/ask' }).getByRole('combobox').count()).toBe(5);
    await page.getByRole('combobox', { name: 'question' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '“question” is needed.' }).waitFor();
    await page.keyboard.press('Escape');
    await composer(page).waitFor();
  });

  it('answers a mention, shows the context privately, and goes on in a reply', async () => {
    const { page, expectClean, expectAccessible } = await open();
    await page.keyboard.type('@Par');
    await page.getByRole('option', { name: '@Parley' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('what did the US offer on missiles?');
    await page.keyboard.press('Enter');
    const answer = said(page, 'citations from');
    await answer.getByRole('button', { name: 'Context' }).first().click();
    const context = said(page, 'The words around');
    await context.getByText('Only you can see this').waitFor();
    await expectAccessible();
    await context.getByRole('button', { name: 'Dismiss message' }).click();
    await context.waitFor({ state: 'detached' });
    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('and what about NATO enlargement?');
    await page.keyboard.press('Enter');
    await said(page, 'going on with').waitFor();
    expectClean();
  });

  it('opens the form for corrections, which can be filled in and sent', async () => {
    const { page, expectClean, expectAccessible } = await open();
    await ask(page);
    await page.getByRole('button', { name: 'Wrong?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who really said it?' });
    await dialog.waitFor();
    await expectAccessible();
    await dialog.getByLabel('Which quote').selectOption({ index: 0 });
    await dialog.getByLabel('Who said it').fill('Antony Blinken');
    expect(await dialog.getByLabel('Note').getAttribute('maxlength')).toBe('1000');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await said(page, 'Quote 1 is noted as said by Antony Blinken').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await running.app.corrections()).toMatchObject([{ speaker: 'Antony Blinken' }]);
    expectClean();
  });

  it('goes on in a thread of its own', async () => {
    const { page, expectClean } = await open();
    await ask(page);
    await page.getByRole('button', { name: 'Thread' }).click();
    await page.getByRole('button', { name: 'See the thread' }).click();
    await page.getByRole('heading', { name: 'what did the US offer on missiles?' }).waitFor();
    await said(page, 'Ask on here').waitFor();
    await page.keyboard.type('and what about NATO enlargement?');
    await page.keyboard.press('Enter');
    await said(page, 'going on with').waitFor();
    await page.getByRole('button', { name: 'Back to #talks' }).click();
    await said(page, 'Go on in').waitFor();
    expectClean();
  });

  it('shows what breaks a limit as an error, and outside text as text', async () => {
    const { page, expectClean, expectAccessible } = await open();
    const rest = new REST({ api: running.preview.apiUrl, retries: 0 }).setToken(running.preview.token);
    const send = (body: object) => rest.post(Routes.channelMessages(IDS.channel), { body });
    await expect(send({ content: 'x'.repeat(2001) })).rejects.toThrow('Invalid Form Body');
    await page.getByText('Discord would refuse this: Invalid Form Body (50035)').waitFor();
    const nasty = '<img src=https://example.org/x onerror=alert(1)> <:x:12345678901234567>';
    await send({
      flags: LAID_OUT,
      components: [
        { type: 10, content: nasty },
        {
          type: 17,
          components: [
            { type: 10, content: `**${nasty}**` },
            { type: 12, items: [{ media: { url: 'https://example.org/x.png' }, description: nasty }] },
          ],
        },
      ],
    });
    await said(page, '<img src=').waitFor();
    expect(await page.locator('.container img').count()).toBe(0);
    await expectAccessible();
    expectClean();
  });

  it('shows pictures with what stands in for them', async () => {
    const { page, expectClean } = await open();
    const rest = new REST({ api: running.preview.apiUrl, retries: 0 }).setToken(running.preview.token);
    const data = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await rest.post(Routes.channelMessages(IDS.channel), {
      body: {
        flags: LAID_OUT,
        components: [
          {
            type: 12,
            items: [{ media: { url: 'attachment://chart.png' }, description: 'Who said how much' }],
          },
        ],
      },
      files: [{ name: 'chart.png', data, contentType: 'image/png' }],
    });
    const picture = page.getByRole('img', { name: 'Who said how much' });
    await picture.waitFor();
    expect(await picture.count()).toBe(1);
    expectClean();
  });

  it('starts with questions to click, and shows what was said before to who comes later', async () => {
    const { page, expectClean } = await open({ colorScheme: 'light' });
    await page.getByRole('button', { name: '/compare topic: Missiles' }).click();
    await said(page, 'Missiles, compared').waitFor();
    await page.getByRole('heading', { name: 'Welcome to #talks' }).waitFor({ state: 'hidden' });
    await page.reload();
    await said(page, 'Missiles, compared').waitFor();
    expectClean();
  });

  for (const colorScheme of ['dark', 'light'] as const)
    it(`fits a phone, ${colorScheme}`, async () => {
      const { page, expectClean, expectAccessible } = await open({
        viewport: { width: 360, height: 640 },
        hasTouch: true,
        colorScheme,
      });
      await ask(page);
      const tooWide = await page.evaluate(
        'document.documentElement.scrollWidth > innerWidth || document.querySelector("[role=log]").scrollWidth > innerWidth',
      );
      expect(tooWide).toBe(false);
      await expectAccessible();
      expectClean();
    });
});
