import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openAnswerer, type Answerer } from '../../src/discord/roles/answer-handed-on.ts';
import { readHandedOn, writeHandedOn } from '../../src/discord/roles/handed-on.ts';
import { isEphemeral } from '../support/discord/discord-double.ts';
import { IDS } from '../support/discord/discord-payloads.ts';
import { createMemoryJobs } from '../support/stores/memory-jobs.ts';
import { runBot } from '../support/discord/running-bot.ts';

/** A process that is connected and one that answers, with one store. */
let running: Awaited<ReturnType<typeof runBot>>;
let answerer: Answerer;
const { jobs, kept, done, state } = createMemoryJobs();
const counter = () => new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: 60 });
const asked = { question: 'What did the US offer on missiles?' };

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => void setImmediate(resolve));
};

beforeAll(async () => {
  running = await runBot({ handOn: { jobs, counter: counter() } });
  const { app, discord, log } = running;
  const { token, apiUrl } = discord;
  answerer = await openAnswerer({
    app,
    token,
    apiUrl,
    guildId: null,
    logQuestions: false,
    readerUrl: null,
    counter: counter(),
    log,
  });
  state.work = (payload) => answerer.answer(payload);
});
afterEach(() => {
  state.work = (payload) => answerer.answer(payload);
  state.isAway = null;
});
afterAll(async () => {
  await answerer.stop();
  await running.stop();
});

describe('what is asked of a process that hands it on', () => {
  it('is acknowledged there, and answered by the other as if there were one', async () => {
    const slash = running.discord.slash('ask', asked);
    expect((await slash.callback()).body.type).toBe(5);
    const { body } = await slash.edited();
    const alone = await runBot();
    const same = await alone.discord.slash('ask', asked).edited();
    await alone.stop();
    expect(body.cards).toEqual(same.body.cards);
    expect(body.components.length).toBe(same.body.components.length);
    expect(done).toContain(slash.id);
    const callbacks = running.discord.all({ path: new RegExp(`^/interactions/${slash.id}/`) });
    expect(callbacks).toHaveLength(1);
  });

  it('keeps private what is private, and shows a form itself', async () => {
    const help = running.discord.slash('help');
    expect(isEphemeral((await help.callback()).body.data)).toBe(true);
    const { body } = await help.edited();
    expect(body.content).not.toBe('');
    const { answer } = await running.discord.slash('ask', asked).edited();
    const wrong = running.discord.click(answer, 'Wrong?');
    expect((await wrong.callback()).body.type).toBe(9);
    expect(kept.has(wrong.id)).toBe(false);
  });

  it('turns the page of its answer, and shares it', async () => {
    const position = await running.discord.slash('ask', { ...asked, private: true }).edited();
    const share = running.discord.click(position.answer, 'Share', { isPrivate: true });
    expect((await share.callback()).body.type).toBe(6);
    expect((await share.followedUp()).body.content).toContain('shared by');
  });

  it('is a message that is answered once, and again where its words change', async () => {
    const sent = running.discord.message(`<@${IDS.bot}> what did the US offer on missiles?`);
    const { body } = await sent.replied();
    expect(body.cards.length).toBeGreaterThan(0);
    await until(() => done.includes(sent.id));
    running.discord.editMessage(sent, `<@${IDS.bot}> which guarantees does Russia demand?`);
    await sent.edited();
    running.discord.message('nobody asks the bot');
    await running.discord.message('and directly?', { place: 'direct' }).replied();
    expect(
      running.discord.all({ where: (one) => one.body?.message_reference?.message_id === sent.id }),
    ).toHaveLength(1);
  });

  it('is answered where it was acknowledged by nobody, or by who then died', async () => {
    const payloads: string[] = [];
    state.work = async (payload) => void payloads.push(payload);
    const slash = running.discord.slash('ask', asked);
    await slash.callback();
    await until(() => payloads.length > 0);
    const handedOn = readHandedOn(payloads[0] ?? '');
    // The acknowledgement arrived, and its process died before it said so.
    await answerer.answer(writeHandedOn({ ...handedOn, isAcknowledged: false }));
    await slash.edited();
    // The worker died before its job was over, so another one begins it again.
    await answerer.answer(payloads[0] ?? '');
    const first = await slash.edited(1);
    expect((await slash.edited(2)).body.cards).toEqual(first.body.cards);
  });

  it('is refused by a sentence where it cannot be handed on', async () => {
    state.isAway = new UserError('The connection to PostgreSQL was lost.');
    const { body } = await running.discord.slash('ask', asked).callback();
    expect(body.data.content).toBe('The connection to PostgreSQL was lost.');
    expect(isEphemeral(body.data)).toBe(true);
  });

  it('is counted where it is taken in', async () => {
    const few = createMemoryJobs();
    const limited = await runBot({
      handOn: { jobs: few.jobs, counter: counter() },
      settings: { perUser: 1 },
    });
    await limited.discord.slash('ask', asked).callback();
    const { body } = await limited.discord.slash('ask', asked).callback();
    expect(body.data.content).toMatch(/^You asked 1 question in a minute; please ask again in /);
    expect(few.kept.size).toBe(0);
    await limited.stop();
  });
});
