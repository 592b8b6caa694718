import { GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/discord/bot.ts';
import { UserError } from '../../src/errors.ts';
import { startDiscordDouble, type DoubleOptions } from '../support/discord/discord-double.ts';
import { IDS } from '../support/discord/discord-payloads.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { captureLog, runBot, type RunningBotOptions } from '../support/discord/running-bot.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function run(options: RunningBotOptions = {}) {
  const running = await runBot(options);
  stops.push(() => running.stop());
  return running;
}

async function botOn(options: DoubleOptions & { readonly botToken?: string; readonly apiUrl?: string }) {
  const discord = await startDiscordDouble(options);
  const { log, text } = captureLog();
  const { botToken: token = discord.token, apiUrl = discord.apiUrl } = options;
  const bot = createBot({
    app: createFakeApp(),
    token,
    apiUrl,
    guildId: null,
    logQuestions: false,
    readerUrl: null,
    log,
  });
  stops.push(
    () => discord.stop(),
    () => bot.stop(),
  );
  return { discord, bot, text };
}

describe('commands', () => {
  it('are registered at the first start, and not again while they stay the same', async () => {
    const app = createFakeApp();
    const first = await run({ app });
    const put = first.discord.all({ method: 'PUT' });
    expect(put.map(({ path, status }) => [path, status])).toEqual([
      [`/applications/${IDS.application}/commands`, 200],
    ]);
    const { registered } = first.discord;
    expect((await run({ app, registered })).discord.all({ method: 'PUT' })).toEqual([]);
    // They are the same for every collection.
    const other = { ...app, topics: [] };
    expect((await run({ app: other, registered })).discord.all({ method: 'PUT' })).toEqual([]);
    const [kept] = [...registered.values()];
    await app.setNote('discord.commands', `of an older Parley ${kept?.length ?? 0}`);
    expect((await run({ app, registered })).discord.all({ method: 'PUT' })).toHaveLength(1);
  });

  it('are registered again when Discord does not have them any more', async () => {
    const app = createFakeApp();
    const [[, commands = []] = []] = (await run({ app })).discord.registered;
    const left = [[], commands.slice(1), [...commands, { id: '1', name: 'other', type: 1 }]];
    for (const there of left) {
      const { discord } = await run({ app, registered: new Map([[null, there]]) });
      expect(discord.all({ method: 'PUT' })).toHaveLength(1);
    }
  });

  it('move from everywhere to one server and back without standing there twice', async () => {
    const app = createFakeApp();
    await run({ app });
    const everywhere = `/applications/${IDS.application}/commands`;
    const here = `/applications/${IDS.application}/guilds/${IDS.guild}/commands`;
    const puts = async (guildId: string | null) =>
      (await run({ app, guildId })).discord
        .all({ method: 'PUT' })
        .map(({ path, body }) => [path, body.length > 0]);
    expect(await puts(IDS.guild)).toEqual([
      [here, true],
      [everywhere, false],
    ]);
    expect(await puts(null)).toEqual([
      [everywhere, true],
      [here, false],
    ]);
  });

  it('that cannot be registered are explained, and the bot answers all the same', async () => {
    const running = await run({ guildId: '900000000000000099' });
    expect(running.text()).toContain('is the bot in server 900000000000000099 (DISCORD_GUILD_ID)?');
    expect((await running.discord.slash('ask', { question: 'missiles?' }).edited()).status).toBe(200);
  });
});

describe('the connection', () => {
  it('asks for no more intents than it needs', async () => {
    const { discord } = await run();
    const identify = await discord.waitFor({ method: 'GATEWAY', path: /Identify/ });
    expect(identify.body.intents).toBe(
      GatewayIntentBits.Guilds |
        GatewayIntentBits.GuildMessages |
        GatewayIntentBits.DirectMessages |
        GatewayIntentBits.MessageContent,
    );
  });

  it('goes without Message Content where it is not granted, says so, and answers mentions', async () => {
    const { discord, text } = await run({ grantsMessageContent: false });
    const second = await discord.waitFor({ method: 'GATEWAY', path: /Identify/ }, 2);
    expect(second.body.intents & GatewayIntentBits.MessageContent).toBe(0);
    expect(text()).toContain('the Message Content intent is not granted');
    await discord.message(`<@${IDS.bot}> missiles?`).replied();
  });

  it('comes back without Message Content when it is taken away later', async () => {
    const { discord } = await run();
    discord.revokeMessageContent();
    discord.dropGateway(4014);
    await discord.waitFor({ method: 'GATEWAY', path: /Identify/ }, 2);
    await discord.message(`<@${IDS.bot}> missiles?`).replied();
  });

  it('is resumed after a drop, with what was asked meanwhile', async () => {
    const { discord } = await run();
    discord.dropGateway();
    const asked = discord.slash('ask', { question: 'missiles?' });
    expect((await asked.edited()).body.content).toContain('citations');
    expect(discord.all({ method: 'GATEWAY', path: /Resume/ })).toHaveLength(1);
  });

  it('finishes an answer that was under way when it dropped', async () => {
    const { app, discord } = await run();
    const other = createFakeApp();
    app.override.ask = async (...args) => {
      await discord.waitFor({ method: 'GATEWAY', path: /Resume/ });
      return other.ask(...args);
    };
    const asked = discord.slash('ask', { question: 'missiles?' });
    await asked.callback();
    discord.dropGateway();
    expect((await asked.edited()).status).toBe(200);
  });

  it('that is lost is told of once, with its reason, and its end not at all', async () => {
    const { bot, discord, lines } = await run();
    discord.dropGateway(4000);
    await discord.waitFor({ method: 'GATEWAY', path: /Resume/ });
    await bot.stop();
    const told = lines().filter(({ msg }) => msg.includes('reconnecting'));
    expect(told).toMatchObject([{ msg: 'connection to discord lost, reconnecting', code: 4000 }]);
  });

  it('can be ended while the gateway refuses everybody, of which the log has one line', async () => {
    const { bot, discord, text } = await botOn({ refusesGateway: true });
    const started = bot.start();
    await discord.waitFor({ method: 'GATEWAY', path: /Refused/ }, 3);
    await bot.stop();
    expect(text().match(/reconnecting/g)).toHaveLength(1);
    void started.catch(() => undefined);
  });

  it('can be ended twice, and before it began', async () => {
    const { bot } = await botOn({});
    await bot.stop();
    await bot.start();
    await bot.stop();
    await bot.stop();
  });
});

describe('a token that Discord does not take', () => {
  it.each([
    ['refused by the address', { botToken: 'wrong-token' }],
    ['refused by the gateway', { authenticates: false }],
    ['empty', { botToken: '' }],
    ['with a line break', { botToken: 'a\nb' }],
  ])('%s: says how to get one and never shows it', async (_, options) => {
    const { bot, text } = await botOn(options);
    const error: unknown = await bot.start().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('Reset Token');
    expect(String(error) + text()).not.toContain('wrong-token');
  });
});

it('says when Discord cannot be reached', async () => {
  const gone = await startDiscordDouble();
  await gone.stop();
  const { bot } = await botOn({ apiUrl: gone.apiUrl });
  const error: unknown = await bot.start().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain(`cannot be reached at ${gone.apiUrl}`);
});
