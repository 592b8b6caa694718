import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { App } from '../../src/app.ts';
import { startWeb, type Web } from '../../src/web/start.ts';
import { inBrowser, openBrowser, openPage } from '../support/pages/browser.ts';
import { captureLog } from '../support/discord/running-bot.ts';
import { openSeededApp } from '../support/seeded-app.ts';

const { describe, it } = inBrowser;

let app: App;
let web: Web;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([openSeededApp(), openBrowser()]);
  const { log } = captureLog();
  web = await startWeb({ app, host: '127.0.0.1', port: null, publicUrl: null, preview: null, log });
});
afterAll(async () => {
  await browser.close();
  await web.close();
  await app.close();
});

const PAGES = [
  '/',
  '/speakers',
  '/changes',
  '/changes?topic=missiles',
  '/speakers/Sergei%20Ryabkov',
  '/articles/messenger',
  '/articles/messenger?s=1059-1219#s=1059-1219',
  '/quotes/messenger/1059-1219',
  '/positions/US/missiles',
  '/compare/nato-enlargement',
  '/timeline/ukraine',
  '/search?q=What+did+the+US+offer+on+missiles%3F&side=US',
  '/search?q=What+did+Xi+Jinping+say+about+Taiwan%3F',
  '/search',
  '/privacy',
  '/terms',
];

async function open(options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, web.url, options);
  onTestFinished(() => opened.close());
  return opened;
}

const highlighted = async (page: Page): Promise<string> =>
  (await page.locator('mark').allTextContents()).join('');

/** The first of the links that a statement's words are. */
const statementLink = (span: string): string => `a[href="?s=${span}#s=${span}"]`;

/** A computed style of the first element there, or of something before or behind it. */
const styleOf = (page: Page, selector: string, part: string, property: string): Promise<string> =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}'), '${part}').${property}`);

/** The words of a statement, as they stand in the article. */
async function wordsAt(article: string, start: number, end: number): Promise<string> {
  return (await app.article(article))?.article.text.slice(start, end) ?? '';
}

describe.each([
  { colorScheme: 'light', javaScriptEnabled: true },
  { colorScheme: 'dark', javaScriptEnabled: false },
] as const)('from question to quote ($colorScheme, script $javaScriptEnabled)', (options) => {
  it('a question leads to an answer, and its link to the highlighted quote in the article', async () => {
    const { page, expectClean } = await open(options);
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Question' }).fill('What did Sherman offer on missiles?');
    await page.getByRole('button', { name: 'Ask' }).click();
    const quote = page.locator('.quote').first();
    const words = await quote.locator('blockquote').textContent();
    await quote.locator('.source a').first().click();
    await page.waitForURL(/\/articles\/.*#s=/);
    expect(await highlighted(page)).toBe(words);
    await expectInView(page);
    await page.locator('.marked .who a').first().click();
    await page.waitForURL(/\/speakers\//);
    expect(await page.locator('h1').textContent()).toBe('Wendy Sherman');
    await page.locator('.quote .topics a').first().click();
    await page.waitForURL(/\/positions\/US\//);
    expectClean();
  });
});

async function expectInView(page: Page): Promise<void> {
  const box = await page.locator('mark').first().boundingBox();
  expect(box?.y).toBeGreaterThan(0);
  expect(box?.y).toBeLessThan((page.viewportSize()?.height ?? 0) - 100);
}

describe('links with a number sign alone', () => {
  it('highlight the statement', async () => {
    const { page, expectClean } = await open();
    await page.goto('/articles/messenger#s=1059-1219');
    await page.waitForURL(/\?s=1059-1219#/);
    expect(await highlighted(page)).toBe(await wordsAt('messenger', 1059, 1219));
    await expectInView(page);
    expectClean();
  });

  it('highlight any other span, also when one follows the other', async () => {
    const { page } = await open();
    await page.goto('/articles/messenger#s=1100-1150');
    await page.waitForURL(/\?s=1100-1150#/);
    expect(await highlighted(page)).toBe(await wordsAt('messenger', 1100, 1150));
    await page.evaluate("location.hash = 's=20-40'");
    await page.waitForURL(/\?s=20-40#/);
    expect(await highlighted(page)).toBe(await wordsAt('messenger', 20, 40));
  });

  it('lead to the statement without script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/articles/messenger#s=4380-4747');
    const box = await page.locator(statementLink('4380-4747')).first().boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
    const colours = await Promise.all(
      ['4380-4747', '5133-5239'].map((span) => styleOf(page, statementLink(span), '', 'backgroundColor')),
    );
    expect(colours[0]).not.toBe(colours[1]);
  });
});

describe('a statement', () => {
  it('tells who says it and how under the pointer and at the keyboard, over nothing that is read', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto('/articles/messenger');
    const statement = page.locator(statementLink('611-671')).first();
    const note = (): Promise<string> => styleOf(page, statementLink('611-671'), '::after', 'content');
    expect(await note()).toBe('none');
    await statement.hover();
    expect(await note()).toBe('"Wendy Sherman (United States) · rejects · quoted · NATO enlargement"');
    await page.mouse.move(0, 0);
    expect(await note()).toBe('none');
    // At most once around the page.
    for (let i = 0; i < 40 && (await note()) === 'none'; i++) await page.keyboard.press('Tab');
    expect(await note()).toContain('Wendy Sherman');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?s=611-671#/);
    expect(await highlighted(page)).toBe(await wordsAt('messenger', 611, 671));
  });

  it('is told about on a phone when it is touched', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await page.goto('/articles/messenger');
    await page.locator(statementLink('611-671')).first().tap();
    await page.waitForURL(/\?s=611-671#/);
    expect(await page.locator('.marked').textContent()).toContain('Wendy Sherman');
    const box = await page.locator('.marked').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(741);
    await expectInView(page);
  });
});

it('by keyboard alone one skips to the content and asks', async () => {
  const { page } = await open();
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate("document.activeElement.closest('ul').className")).toBe('articles');
  await page.goto('/');
  for (let i = 0; i < 6; i++) await page.keyboard.press('Tab');
  await page.keyboard.type('What did the US offer on missiles?');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  expect(await page.locator('h2').first().textContent()).toMatch(/^US offers, in \d article/);
});

it.each(['/timeline/ukraine', '/compare/missiles', '/search?q=What+did+the+US+offer+on+missiles%3F'])(
  'prints the words of %s without what only a screen can use',
  async (path) => {
    const { page } = await open();
    await page.goto(path);
    expect(await page.locator('main form').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form:visible, nav:visible, .take-along:visible').count()).toBe(0);
    expect(await page.locator('.quote').first().isVisible()).toBe(true);
  },
);

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const)('every page ($colorScheme, $width pixels)', ({ colorScheme, width }) => {
  it.each(PAGES)('%s is accessible, clean and not too wide', async (path) => {
    const { page, expectClean, expectAccessible } = await open({
      colorScheme,
      viewport: { width, height: 740 },
    });
    await page.goto(path);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await expectAccessible();
    expectClean();
  });
});
