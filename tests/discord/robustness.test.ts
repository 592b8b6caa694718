import { EventEmitter, once } from 'node:events';
import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { IDS } from '../support/discord/discord-payloads.ts';
import { isEphemeral, type Recorded } from '../support/discord/discord-double.ts';
import { createFakeApp } from '../support/fake-app.ts';
import { botOfTest } from '../support/discord/bot-of-test.ts';

const question = 'which missiles?';
const mention = `<@${IDS.bot}>`;

/** The app's answer waits until it is let go. */
function held({ override }: ReturnType<typeof createFakeApp>) {
  const other = createFakeApp();
  const waiting = new EventEmitter();
  const gone = once(waiting, 'gone');
  override.ask = async (...args) => {
    await gone;
    return other.ask(...args);
  };
  return () => waiting.emit('gone');
}

describe('stopping', () => {
  it('finishes what is under way, turns new work away kindly, then disconnects', async () => {
    const { app, bot, discord } = await botOfTest();
    const letGo = held(app);
    const slow = discord.slash('ask', { question });
    await slow.callback();
    const stopped = bot.stop();
    const late = (await discord.slash('ask', { question }).callback()).body;
    expect(late.data.content).toContain('being restarted');
    expect(isEphemeral(late.data)).toBe(true);
    const told = await discord.message(`${mention} ${question}`).replied();
    expect(told.body.content).toContain('being restarted');
    letGo();
    expect((await slow.edited()).body.content).toContain('citations');
    await stopped;
  });

  it('does not leave out a message that it is only reading', async () => {
    const app = createFakeApp();
    const events = new EventEmitter();
    const [reading, gone] = [once(events, 'reading'), once(events, 'gone')];
    const readNames: typeof app.readNames = async (text) => {
      events.emit('reading');
      await gone;
      return app.readNames(text);
    };
    const { bot, discord } = await botOfTest({ app: { ...app, readNames } });
    const asked = discord.message(`${mention} ${question}`);
    await reading;
    const stopped = bot.stop();
    events.emit('gone');
    await stopped;
    const isReply = ({ body }: Recorded): boolean => body?.message_reference?.message_id === asked.id;
    expect(discord.all({ method: 'POST', path: /\/messages$/, status: 200, where: isReply })).toHaveLength(1);
  });
});

describe('what Discord does not let the bot do', () => {
  it('is told to who asked directly when it may not write in the channel', async () => {
    for (const code of [50001, 50013, 160002]) {
      const { discord, lines } = await botOfTest();
      const path = new RegExp(`^/channels/${IDS.channel}/messages$`);
      discord.fail({ method: 'POST', path, status: 403, code });
      discord.message(`${mention} ${question}`);
      const direct = new RegExp(`^/channels/${IDS.directChannel}/messages$`);
      const { body } = await discord.waitFor({ method: 'POST', path: direct });
      expect(body.content).toContain('I need the permissions View Channels');
      expect(lines().find(({ msg }) => msg === 'not allowed to answer here')?.err?.code).toBe(code);
    }
  });

  it('is logged when they take no direct messages', async () => {
    const { discord, logged } = await botOfTest();
    discord.fail({ method: 'POST', path: /\/messages$/, status: 403, code: 50013 });
    discord.fail({ method: 'POST', path: /^\/users\/@me\/channels$/, status: 403, code: 50007 });
    discord.message(`${mention} ${question}`);
    await logged('no direct message either');
    await discord.message(`${mention} ${question}`).replied();
  });

  it('is answered where links show no embeds', async () => {
    const { discord } = await botOfTest({
      everyone: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages,
    });
    const { body } = await discord.message(`${mention} ${question}`).replied();
    expect(body.cards.length).toBeGreaterThan(0);
  });

  it('ends quietly when message or channel are gone', async () => {
    for (const code of [10008, 10003]) {
      const { discord, logged } = await botOfTest();
      discord.fail({ method: 'POST', path: /\/messages$/, status: 404, code });
      discord.message(`${mention} ${question}`);
      await logged('message is gone');
    }
  });
});

describe('an interaction', () => {
  it('is answered with a reference when its settings cannot be read', async () => {
    const { app, discord, lines } = await botOfTest();
    app.override.note = async () => {
      throw new Error('disk full');
    };
    const { body } = await discord.slash('ask', { question }).callback();
    expect(body.data.content).toMatch(/reference [0-9a-f]{6}/);
    expect(lines().some(({ err }) => err?.message === 'disk full')).toBe(true);
    delete app.override.note;
    await discord.slash('ask', { question }).edited();
  });

  it('that ends in a UserError or a bug ends nothing else', async () => {
    const { app, discord } = await botOfTest();
    for (const error of [new UserError('Ask otherwise.'), new Error('broken'), null]) {
      app.override.ask = async () => {
        throw error;
      };
      const asked = discord.slash('ask', { question });
      await (error instanceof UserError ? asked.followedUp() : asked.edited());
    }
    delete app.override.ask;
    expect((await discord.slash('ask', { question }).edited()).body.content).toContain('citations');
  });

  it('is answered after 5xx and 429 of Discord', async () => {
    const { discord } = await botOfTest();
    const asked = discord.slash('ask', { question });
    const path = new RegExp(asked.token);
    discord.fail({ method: 'PATCH', path, status: 502, times: 2 });
    discord.fail({ method: 'PATCH', path, status: 429, retryAfterSeconds: 0.01 });
    expect((await asked.edited()).body.content).toContain('citations');
  });
});

describe('the health of the bot', () => {
  it('tells how it is, and the figures', async () => {
    const { app, bot, discord, logged } = await botOfTest();
    await discord.slash('ask', { question }).edited();
    await discord.slash('ask', { question: 'What about China?' }).edited();
    app.override.ask = async () => {
      throw new Error('broken');
    };
    await discord.slash('ask', { question }).edited();
    await logged('interaction', 3);
    expect(bot.health()).toEqual({ ready: true, gateway: 'Ready', queue: 0 });
    const metrics = await bot.figures.metrics();
    expect(metrics).toContain('parley_answers_total{command="ask"} 1');
    expect(metrics).toContain('parley_no_answers_total{command="ask"} 1');
    expect(metrics).toContain('parley_errors_total{command="ask"} 1');
    expect(metrics).toContain('parley_latency_seconds_count{command="ask"} 2');
  });

  it('is not ready while it stops', async () => {
    const { app, bot, discord } = await botOfTest();
    const letGo = held(app);
    const slow = discord.slash('ask', { question });
    await slow.callback();
    const stopped = bot.stop();
    expect(bot.health()).toMatchObject({ ready: false, queue: 1 });
    letGo();
    await stopped;
  });
});
