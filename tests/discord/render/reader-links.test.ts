import { expect, it, onTestFinished } from 'vitest';
import { withReaderLinks } from '../../../src/discord/render/reader-links.ts';
import { createFakeApp } from '../../support/fake-app.ts';
import { runBot } from '../../support/discord/running-bot.ts';

const READER = 'https://parley.example';

it('leads every quote to its place in the reader', async () => {
  const app = withReaderLinks(createFakeApp(), READER);
  const answer = await app.ask('missiles');
  const [compared, timeline] = [await app.compare('missiles'), await app.timeline('missiles')];
  const items = [
    ...answer.evidence,
    ...(await app.ask('cheese')).nearMisses,
    ...(await app.compose(await app.ask('missiles'))).answer.evidence,
    ...(await app.speaker('Wendy Sherman')).statements,
    ...(await app.position('US', 'missiles')).statements,
    ...compared.sides.flatMap(({ statements }) => statements),
    ...timeline.statements,
    ...timeline.undated,
    (await app.verify('ironclad')).match,
  ];
  expect(items.length).toBeGreaterThan(15);
  for (const item of items) {
    const span = `s=${item?.start}-${item?.end}`;
    expect(item?.url).toBe(`${READER}/articles/${item?.article}?${span}#${span}`);
  }
});

it('leaves no match as it is, and everything without a reader', async () => {
  const app = createFakeApp();
  expect((await withReaderLinks(app, READER).verify('cheese')).match).toBeNull();
  expect(withReaderLinks(app, null)).toBe(app);
});

it('shows in what the bot posts; the list of articles still leads to the outlets', async () => {
  const running = await runBot({ readerUrl: READER });
  onTestFinished(() => running.stop());
  const { discord } = running;
  const asked = discord.slash('position', { side: 'US', topic: 'missiles' });
  const posted = JSON.stringify((await asked.edited()).body);
  expect(posted).toContain(`(<${READER}/articles/ndo?s=0-89#s=0-89>)`);
  expect(posted).not.toContain('example.org');
  const listed = discord.slash('sources', {});
  expect(JSON.stringify((await listed.edited()).body)).toContain('https://example.org/ndo');
});
