import { PermissionFlagsBits } from 'discord.js';
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterEach, expect, it } from 'vitest';
import { slashCommand } from '../../../src/discord-double/interactions.ts';
import type { Recorded } from '../../support/discord/discord-double.ts';
import { filled, PERSON } from '../../support/discord/discord-payloads.ts';
import { createFakeApp, evidence } from '../../support/fake-app.ts';
import { runBot, type RunningBotOptions } from '../../support/discord/running-bot.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function run(options: RunningBotOptions = {}) {
  const items = Array.from({ length: 7 }, (_, i) =>
    evidence({ text: `Missiles, sentence ${i + 1}.`, topics: ['missiles'], act: 'offers' }),
  );
  const running = await runBot({ app: createFakeApp(items), ...options });
  stops.push(() => running.stop());
  return running.discord;
}

/** Where the eight bytes of every PNG stand, and its width and height after them. */
function pngSize({ files: [file] }: Recorded): { readonly width: number; readonly height: number } | null {
  if (file === undefined) return null;
  const bytes = Buffer.from(file.bytes);
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const timeline = { topic: 'missiles' };
const words = '11 Jan 2022: US offers 7.';

it('/matrix shows its picture, with what it shows in words for those who do not see it', async () => {
  const sent = await (await run()).slash('matrix').edited();
  expect(sent.body.content).toBe('**What the sides say, by topic**\n-# 2 sides, 2 topics, 3 articles');
  expect(sent.body.cards).toHaveLength(1);
  expect(sent.body.cards[0].image).toEqual({ url: 'attachment://matrix-1.png' });
  expect(sent.answer.attachments).toMatchObject([
    {
      filename: 'matrix-1.png',
      content_type: 'image/png',
      description: 'US: Missiles 7 (offers). Russia: nothing.',
    },
  ]);
  const size = pngSize(sent);
  expect(size?.width).toBeGreaterThan(600);
  expect(size?.height).toBeGreaterThan(200);
});

it('/matrix with many topics shows several pictures, each in a box of its own', async () => {
  const app = createFakeApp();
  const topics = Array.from({ length: 60 }, (_, i) => `topic-${i}`);
  const cells = ['US', 'Russia'].flatMap((side) =>
    topics.map((topic) => ({ side, topic, statements: 3, act: 'offers' as const })),
  );
  const discord = await run({
    app: { ...app, matrix: async () => ({ ...(await app.matrix()), topics, cells }) },
  });
  const { body, answer } = await discord.slash('matrix').edited();
  const names = ['matrix-1.png', 'matrix-2.png'];
  expect(body.cards.map(({ image }: { image: unknown }) => image)).toEqual(
    names.map((name) => ({ url: `attachment://${name}` })),
  );
  expect(answer.attachments).toMatchObject(names.map((filename) => ({ filename })));
  expect(answer.attachments[1].description).toContain('topic-59 3 (offers)');
});

it('/timeline shows its picture on its first page alone', async () => {
  const discord = await run();
  const first = await discord.slash('timeline', timeline).edited();
  expect(first.answer.attachments).toMatchObject([{ filename: 'timeline.png', description: words }]);
  expect(first.body.cards[0].image).toEqual({ url: 'attachment://timeline.png' });
  const second = await discord.click(first.answer, 'More ▶').edited();
  expect(second.body.content).toContain('2 of 3');
  expect(second.body.cards[0].image).toBeUndefined();
  expect(second.answer.attachments).toEqual([]);
  const again = await discord.click(second.answer, '◀ Back').edited();
  expect(again.answer.attachments).toMatchObject([{ filename: 'timeline.png' }]);
  expect(pngSize(again)?.width).toBe(680);
});

it('a private answer is shared with its picture', async () => {
  const discord = await run({ settings: { isPrivate: true } });
  const first = await discord.slash('timeline', timeline).edited();
  const shared = await discord.click(first.answer, 'Share', { isPrivate: true }).followedUp();
  expect(shared.answer.attachments).toMatchObject([{ filename: 'timeline.png', description: words }]);
});

const sentence = 'Without its picture: I need the permission Attach Files here.';

it('without the permission for files the words stand in place of the picture, and it is said', async () => {
  const discord = await run();
  const without = (name: string, options = {}) => {
    const payload = slashCommand(name, filled(options), { by: PERSON });
    const permissions = BigInt(payload.app_permissions) & ~PermissionFlagsBits.AttachFiles;
    return discord.interact({ ...payload, app_permissions: permissions.toString() }).edited();
  };
  const matrix = await without('matrix');
  expect(matrix.body.content).toContain(sentence);
  expect(matrix.body.cards).toMatchObject([{ description: 'US: Missiles 7 (offers). Russia: nothing.' }]);
  expect(matrix.body.cards[0].image).toBeUndefined();
  const { body, files } = await without('timeline', timeline);
  expect(body.content).toContain(sentence);
  expect(body.cards[0].description).toBe('11 Jan 2022: US offers 7.');
  expect(body.content).toContain('7 statements with a date, the oldest first');
  expect([...matrix.files, ...files]).toEqual([]);
});

it('where Discord refuses the file all the same, the answer comes without it', async () => {
  const discord = await run();
  discord.fail({ method: 'PATCH', path: /@original$/, status: 403, code: 50013 });
  const { body, files } = await discord.slash('timeline', timeline).edited();
  expect(body.content).toContain(sentence);
  expect(body.cards).toHaveLength(1);
  expect(files).toEqual([]);
});

it('pictures arrive also where another version of undici sends all requests', async () => {
  const before = getGlobalDispatcher();
  setGlobalDispatcher(new Agent());
  stops.push(async () => setGlobalDispatcher(before));
  const discord = await run();
  expect(pngSize(await discord.slash('timeline', timeline).edited())).not.toBeNull();
});
