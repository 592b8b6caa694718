import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { IDS } from '../../src/discord-double/people.ts';
import { openBrowser } from '../support/pages/browser.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { createPreviewClient } from '../support/pages/preview-client.ts';
import { runPreview } from '../support/pages/running-preview.ts';
import { openSeededApp } from '../support/seeded-app.ts';

// `npm run pictures:discord FOLDER`: has the bot answer in the preview, takes a picture of each message on a phone and on a
// desktop, light and dark, and prints how high each is.

const ASKED = [
  ['answer', 'ask', { question: 'what did the US offer on missiles?' }],
  [
    'longer answer',
    'ask',
    { question: 'What does the Secretary of State blame for instability in the region?' },
  ],
  ['longest answer', 'ask', { question: 'What does Russia demand about strike weapons near its borders?' }],
  ['narrowed', 'ask', { question: 'missiles', side: 'US' }],
  ['the article’s own words', 'ask', { question: 'How long did the talks last?' }],
  ['no answer', 'ask', { question: 'What did Xi Jinping say about Taiwan?' }],
  ['speaker', 'speaker', { name: 'Wendy Sherman' }],
  ['position', 'position', { side: 'Russia', topic: 'nato-enlargement' }],
  ['latest', 'latest', { side: 'Russia', topic: 'nato-enlargement' }],
  ['changes', 'changes', { topic: 'nato-enlargement' }],
  ['compare', 'compare', { topic: 'nato-enlargement' }],
  ['timeline', 'timeline', { topic: 'missiles' }],
  ['matrix', 'matrix', {}],
  ['verify', 'verify', { quote: 'We need ironclad guarantees' }],
  ['sources', 'sources', {}],
  ['sides', 'sides', {}],
  ['topics', 'topics', {}],
  ['help', 'help', {}],
] as const;
/** What somebody writes, and what is asked of it in reply; the bot's own answer to the last is the picture. */
const CHECKED = [
  [
    'a quotation checked',
    'Sherman said “We will not allow anyone to slam closed NATO’s open-door policy.”',
    'is that right?',
  ],
  ['a claim checked', 'ryabkov said they will never attack ukraine, it was on the radio', 'true?'],
] as const;
const WIDTHS = { phone: 400, desktop: 1100 };
/** Higher than all messages together, so that none is scrolled away. */
const HEIGHT = 9000;

/** It comes last, and nobody asked for it. */
const WELCOME = 'welcome';

const folder = process.argv[2] ?? 'pictures';
mkdirSync(folder, { recursive: true });
const app = await openSeededApp();
const { override, asked } = createFakeApp();
const running = await runPreview({ ...app, override, asked });
const browser = await openBrowser();
const client = createPreviewClient(running.address);
const heights = new Map<string, string[]>();
try {
  for (const [i, [, name, values]] of ASKED.entries()) {
    await client.post('command', { channel: IDS.channel, name, values });
    const ids = new Set<string>();
    // Edited in place of "thinking": done when it shows something.
    await client.told(({ message }) => {
      if (message?.interaction && message.components.length > 0) ids.add(message.id);
      return ids.size > i;
    });
  }
  for (const [, content, question] of CHECKED) {
    await client.post('message', { channel: IDS.channel, content, repliesTo: null });
    const theirs = await client.told(({ message }) => message?.content === content);
    const text = `<@${IDS.bot}> ${question}`;
    await client.post('message', { channel: IDS.channel, content: text, repliesTo: theirs.message.id });
    await client.told(({ message }) => message?.author.bot && message.referenced_message?.content === text);
  }
  running.preview.join();
  await client.answered('Hello!');
  const shown = [...ASKED.map(([what]) => what), ...CHECKED.map(([what]) => what), WELCOME];
  for (const [device, width] of Object.entries(WIDTHS))
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: HEIGHT }, colorScheme });
      const page = await context.newPage();
      await page.goto(`${running.address}/preview`);
      const messages = page.locator('discord-message[bot]');
      await messages.nth(shown.length - 1).waitFor();
      for (const [i, what] of shown.entries()) {
        const message = messages.nth((await messages.count()) - shown.length + i);
        const file = `${what.replaceAll(' ', '-')}-${device}-${colorScheme}.png`;
        await message.screenshot({ path: path.join(folder, file) });
        const height = Math.round((await message.boundingBox())?.height ?? 0);
        if (colorScheme === 'light')
          heights.set(what, [...(heights.get(what) ?? []), `${height} px ${device}`]);
      }
      await context.close();
    }
  for (const [what, of] of heights) process.stdout.write(`${what}: ${of.join(', ')}\n`);
} finally {
  await browser.close();
  await running.stop();
  await app.close();
}
