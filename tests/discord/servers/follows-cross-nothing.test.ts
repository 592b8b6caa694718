import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InteractionResponseType, PermissionFlagsBits } from 'discord.js';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { createBot } from '../../../src/discord/bot.ts';
import { renderBatch, withMatrix } from '../../../src/discord/render/render-batch.ts';
import { DEFAULT_SETTINGS, writeSettings } from '../../../src/discord/server-settings.ts';
import { PACES, type Pace } from '../../../src/domain/follow.ts';
import * as interactions from '../../../src/discord-double/interactions.ts';
import { startDiscordDouble } from '../../support/discord/discord-double.ts';
import { filled, IDS, inServer, PERSON } from '../../support/discord/discord-payloads.ts';
import { openCollections, crossed, fill, quotes, twoMade } from '../../support/made-collections.ts';
import { captureLog } from '../../support/discord/running-bot.ts';

afterEach(() => {
  vi.useRealTimers();
});

const WEEK_MS = 8 * 24 * 60 * 60 * 1000;
const SERVERS = [IDS.guild, '900000000000000032'] as const;
const CHANNELS: readonly string[] = [IDS.channel, '900000000000000033'];
const DEFERRED = InteractionResponseType.DeferredChannelMessageWithSource;

it('what followers are told and direct messages are of one collection', async () => {
  await fc.assert(
    fc.asyncProperty(twoMade, async (both) => {
      const { log } = captureLog();
      const { dir, collections } = await openCollections();
      const discord = await startDiscordDouble();
      const { apiUrl, token } = discord;
      const app = collections.shared;
      const rest = { guildId: null, logQuestions: false, readerUrl: null, log };
      const bot = createBot({ app, collections, token, apiUrl, ...rest });
      try {
        const keys = [await fill(collections, dir, both[0]), await fill(collections, dir, both[1])] as const;
        for (const [i, id] of SERVERS.entries()) {
          const key = keys[i] ?? '';
          const ties = { collections: [{ key, name: 'own' }], collection: key };
          await writeSettings(app, id, { ...DEFAULT_SETTINGS, ...ties });
        }
        await bot.start();
        discord.join(undefined, CHANNELS[1], SERVERS[1]);

        // Directly, the shared articles are read, whichever servers somebody is in.
        for (const of of both) {
          const asked = `What did ${of.first} ${of.last} offer on the ${of.topic}?`;
          const written = [asked, of === both[0] ? 'list speakers' : 'show me the matrix'];
          for (const one of written) {
            const { body } = await discord.message(one, { place: 'direct' }).replied();
            for (const other of both) expect(crossed(JSON.stringify(body), one, other), one).toEqual([]);
          }
          for (const [command, options] of [
            ['ask', { question: asked }],
            ['speaker', { name: `${of.first} ${of.last}` }],
            ['following', {}],
          ] as const) {
            const slash = discord.slash(command, options, 'direct');
            const sent = await slash.callback();
            // Deferred: what it becomes is an edit.
            const { body } =
              sent.body.type === DEFERRED ? await Promise.race([slash.edited(), slash.followedUp()]) : sent;
            const said = JSON.stringify(options);
            for (const other of both) expect(crossed(JSON.stringify(body), said, other), command).toEqual([]);
          }
        }

        // The same person follows both, in each at every pace, to themselves and in the server's channel.
        const by = { by: PERSON, permissions: PermissionFlagsBits.ManageGuild };
        for (const [i, server] of SERVERS.entries()) {
          const { side, side2 } = both[i === 0 ? 0 : 1];
          const [channelId = '', otherChannel = ''] = i === 0 ? CHANNELS : CHANNELS.toReversed();
          // Digests have nothing that was told at once.
          const sideAt = (pace: Pace): string => (pace === 'at once' ? side2 : side);
          for (const pace of PACES)
            for (const where of ['me', 'here']) {
              const options = filled({ side: sideAt(pace), pace, where });
              const slash = interactions.slashCommand('follow', options, { ...by, channelId: IDS.channel });
              const { channel, ...from } = inServer(slash, server);
              const here = {
                ...from,
                channel_id: channelId,
                channel: { ...channel, id: channelId, guild_id: server },
              };
              const { body } = await discord.interact(here).edited();
              expect(body.content).toMatch(/^Followed: /);
            }
          // A channel of the other server, as if it had once read this collection.
          await collections.use(keys[i] ?? '', async (open) => {
            const place = { person: PERSON.id, kind: 'channel', place: otherChannel } as const;
            for (const pace of PACES)
              await open.follow({
                ...place,
                subject: 'side',
                target: sideAt(pace),
                act: null,
                quiet: null,
                pace,
              });
          });
        }

        const posts = { method: 'POST', path: /^\/channels\/\d+\/messages$/ };
        const before = discord.all(posts).length;
        const told = (channel: string) =>
          discord
            .all(posts)
            .slice(before)
            .filter((one) => one.path.includes(channel));
        // Digests are due, too.
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + WEEK_MS });
        for (const [i, of] of both.entries()) {
          const file = path.join(dir, `more-${i}.md`);
          await writeFile(file, quotes(of, 3));
          await collections.use(keys[i] ?? '', (open) => open.ingest([file]));
        }
        // Of each: at every pace in its channel and directly, and that what the other's channel was to be told has ended.
        await discord.waitFor(posts, before + 2 * 3 * PACES.length);

        for (const [i, channel] of CHANNELS.entries()) {
          const [mine, other] = i === 0 ? both : [both[1], both[0]];
          const out = told(channel);
          for (const { body } of out) {
            expect(crossed(JSON.stringify(body), '', other)).toEqual([]);
            expect(JSON.stringify(body).toLowerCase()).toContain(mine.thing);
          }
          const pictures = out.flatMap(({ files }) => files.map(({ bytes }) => Buffer.from(bytes)));
          const own = await collections.use(keys[i] ?? '', (open) =>
            withMatrix(renderBatch({ pace: 'daily', nonce: '', quotes: [], procedural: [] }, open), open),
          );
          expect(pictures.length).toBeGreaterThan(0);
          for (const picture of pictures)
            expect(own.files?.map(({ data }) => data.equals(picture))).toEqual([true]);
        }
        const directly = told(IDS.directChannel).map(({ body }) => JSON.stringify(body));
        for (const one of directly)
          expect(both.filter((of) => crossed(one, '', of).length > 0).length, one).toBe(1);
      } finally {
        await bot.stop();
        await discord.stop();
        await collections.close();
        vi.useRealTimers();
        await rm(dir, { recursive: true, force: true });
      }
    }),
    { numRuns: 1 },
  );
}, 300_000);
