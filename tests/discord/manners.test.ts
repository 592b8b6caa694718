import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, writeSettings } from '../../src/discord/server-settings.ts';
import { IDS, OTHER_BOT, OTHER_PERSON, PERSON } from '../support/discord/discord-payloads.ts';
import { isEphemeral } from '../support/discord/discord-double.ts';
import { botOfTest } from '../support/discord/bot-of-test.ts';

const question = 'which missiles?';
const mention = `<@${IDS.bot}>`;
const elsewhere = '900000000000000090';

describe('a rate limit', () => {
  it('of a person is told to them alone, with the seconds left, and holds for nobody else', async () => {
    const { discord, app } = await botOfTest({ settings: { perUser: 2 } });
    for (let i = 0; i < 2; i++) await discord.slash('ask', { question }).edited();
    const { body } = await discord.slash('ask', { question }).callback();
    expect(body.data.content).toMatch(
      /^You asked 2 questions in a minute; please ask again in \d+ seconds\.$/,
    );
    expect(isEphemeral(body.data)).toBe(true);
    expect(app.asked).toHaveLength(2);
    const other = discord.message(`${mention} ${question}`, { author: OTHER_PERSON });
    expect((await other.replied()).body.content).toContain('citations');
  });

  it('does not count help, settings, what is around a quote, and clicks on one’s own answer', async () => {
    const { discord } = await botOfTest({ settings: { perUser: 1, perServer: 2 } });
    const shown = (await discord.slash('ask', { question }).edited()).answer;
    for (let i = 0; i < 3; i++) {
      expect((await discord.click(shown, 'Context').edited()).body.content).toContain('The words around');
      expect((await discord.click(shown, 'Other side').edited()).body.content).toBeTruthy();
      await discord.click(shown, 'Context', { by: OTHER_PERSON }).edited();
      expect((await discord.slash('help').edited()).body.content).toMatch(/^Who said what/);
      await discord.message(`${mention} what can you do?`).replied();
    }
    const manager = PermissionFlagsBits.ManageGuild;
    const settings = await discord.subcommand('parley', 'settings', { reset: true }, manager).edited();
    expect(settings.body.cards[0].description).toContain('10 of one person');
  });

  it('counts clicks on other people’s answers, and is told of once', async () => {
    const { discord } = await botOfTest({ settings: { perUser: 1 } });
    const shown = (await discord.slash('ask', { question }).edited()).answer;
    const click = () => discord.click(shown, 'Other side', { by: OTHER_PERSON });
    await click().edited();
    expect((await click().callback()).body.data.content).toContain('please ask again');
    // Acknowledged, and nothing said.
    expect((await click().callback()).body).toEqual({ type: 6 });
  });

  it('of the server is told to each person once', async () => {
    const { discord } = await botOfTest({ settings: { perServer: 1 } });
    await discord.message(`${mention} ${question}`).replied();
    for (const author of [PERSON, OTHER_PERSON]) {
      const refused = await discord.message(`${mention} ${question}`, { author }).replied();
      expect(refused.body.content).toContain('This server asked');
      discord.message(`${mention} ${question}`, { author });
    }
  });

  it('of direct messages is told once', async () => {
    const { discord, logged } = await botOfTest();
    for (let i = 0; i < 10; i++) await discord.message(question, { place: 'direct' }).replied();
    const over = discord.message(question, { place: 'direct' });
    expect((await over.replied()).body.content).toMatch(/^You asked 10 questions in a minute;/);
    discord.message(question, { place: 'direct' });
    await logged('message handled', 12);
    expect(discord.all({ method: 'POST', path: /\/messages$/ })).toHaveLength(11);
    // Help is free.
    await discord.message('what can you do?', { place: 'direct' }).replied();
  });

  it('of the server holds for all there', async () => {
    const { discord } = await botOfTest({ settings: { perServer: 1 } });
    await discord.slash('ask', { question }).edited();
    const other = discord.message(`${mention} ${question}`, { author: OTHER_PERSON });
    expect((await other.replied()).body.content).toMatch(/^This server asked 1 question in a minute;/);
  });

  it('is told once where all can see it', async () => {
    const { discord, lines } = await botOfTest({ settings: { perUser: 1 } });
    await discord.message(`${mention} ${question}`).replied();
    await discord.message(`${mention} ${question}`).replied();
    discord.message(`${mention} ${question}`);
    await discord.message(`${mention} ${question}`, { author: OTHER_PERSON }).replied();
    expect(discord.all({ method: 'POST', path: /\/messages$/ })).toHaveLength(3);
    expect(lines().filter(({ outcome }) => outcome === 'rate-limited')).toHaveLength(2);
  });
});

describe('settings that another version wrote', () => {
  it.each([
    ['{"perUser":0,"perServer":-1}', 'perUser'],
    ['{"perUser":"many"}', 'perUser'],
    ['{"channels":"everywhere","autoChannel":7}', 'channels'],
    ['{"channels":["@everyone"]}', 'channels'],
    ['[]', 'channels'],
    ['not JSON', 'channels'],
  ])('%s hold as if they were not set, which the log says once', async (note, setting) => {
    const { discord, app, lines } = await botOfTest({ settings: null });
    await app.setNote(`discord.settings.${IDS.guild}`, note);
    for (let i = 0; i < 2; i++)
      expect((await discord.slash('ask', { question }).edited()).body.content).toContain('citations');
    expect(lines().filter(({ msg }) => msg.startsWith(`the setting ${setting} of server `))).toHaveLength(1);
  });

  it('are mended by a reset, what is usable of them is kept until then', async () => {
    const { discord, app } = await botOfTest({ settings: null });
    await app.setNote(`discord.settings.${IDS.guild}`, '{"perUser":0,"perServer":7,"future":true}');
    const manager = PermissionFlagsBits.ManageGuild;
    const before = await discord.subcommand('parley', 'settings', {}, manager).edited();
    expect(before.body.cards?.[0]?.description).toContain('10 of one person, 7 of the server');
    const after = await discord.subcommand('parley', 'settings', { reset: true }, manager).edited();
    expect(after.body.cards?.[0]?.description).toContain('10 of one person, 60 of the server');
    expect(await app.note(`discord.settings.${IDS.guild}`)).toContain('"perUser":10');
  });

  it('are never written as they cannot be read', async () => {
    const { app } = await botOfTest({ settings: null });
    await expect(writeSettings(app, IDS.guild, { ...DEFAULT_SETTINGS, perUser: 0 })).rejects.toThrow();
  });
});

describe('the settings of a server', () => {
  const manage = PermissionFlagsBits.ManageGuild;

  it('are shown and changed by those who may manage it, and kept', async () => {
    const { discord, app } = await botOfTest();
    const options = { private: true, only_in: elsewhere, auto_answer: IDS.channel, per_user: 3 };
    const asked = discord.subcommand('parley', 'settings', options, manage);
    expect(isEphemeral((await asked.callback()).body.data)).toBe(true);
    expect((await asked.edited()).body.cards[0].description).toBe(
      [
        `**Answers for all to see** · only in <#${elsewhere}>`,
        '**Answers to commands** · shown only to who asked',
        `**Without a mention** · every question in <#${IDS.channel}>`,
        '**Articles are added and taken out** · by who manages the server',
        '**Questions a minute** · 3 of one person, 600 of the server',
      ].join('\n'),
    );
    const again = await botOfTest({ app, settings: null });
    const shown = (await again.discord.subcommand('parley', 'settings', {}, manage).edited()).body;
    expect(shown.cards[0].description).toContain('3 of one person');
    const reset = again.discord.subcommand('parley', 'settings', { reset: true, not_in: elsewhere }, manage);
    expect((await reset.edited()).body.cards[0].description).toContain('in every channel');
  });

  it('are refused to others, and where there is no server', async () => {
    const { discord, app } = await botOfTest();
    const before = await app.note(`discord.settings.${IDS.guild}`);
    const asked = discord.subcommand(
      'parley',
      'settings',
      { private: true },
      PermissionFlagsBits.SendMessages,
    );
    expect((await asked.edited()).body.content).toContain('Only who may manage this server');
    expect(await app.note(`discord.settings.${IDS.guild}`)).toBe(before);
    const direct = discord.slash('parley', {}, 'direct');
    expect((await direct.edited()).body.content).toContain('those of a server');
  });

  it('make answers private, everywhere or outside the channels named', async () => {
    for (const settings of [{ isPrivate: true }, { channels: [elsewhere] }]) {
      const { discord } = await botOfTest({ settings });
      const { body } = await discord.slash('ask', { question }).callback();
      expect(isEphemeral(body.data)).toBe(true);
    }
    const { discord } = await botOfTest({ settings: { channels: [elsewhere, IDS.channel] } });
    expect(isEphemeral((await discord.slash('ask', { question }).callback()).body.data)).toBe(false);
  });

  it('keep mentions unanswered outside the channels named', async () => {
    const { discord, app } = await botOfTest({ settings: { channels: [elsewhere] } });
    discord.message(`${mention} ${question}`);
    await discord.message(question, { place: 'direct' }).replied();
    expect(app.asked).toHaveLength(1);
  });

  it('name a channel where every question is answered, but no other sentence and no bot', async () => {
    const { discord, app } = await botOfTest({ settings: { autoChannel: IDS.channel } });
    discord.message('That is about missiles.');
    discord.message('missiles?', { author: OTHER_BOT });
    expect((await discord.message('and which missiles?').replied()).body.content).toContain('citations');
    expect(app.asked.map((one) => one.question)).toEqual(['and which missiles?']);
  });

  it('say when the words of messages cannot be read there', async () => {
    const { discord } = await botOfTest({ grantsMessageContent: false });
    const asked = discord.subcommand('parley', 'settings', { auto_answer: IDS.channel }, manage);
    expect((await asked.edited()).body.cards[0].description).toContain('I cannot read messages there');
  });
});

describe('the log', () => {
  it('has one line an interaction, without the words of the question', async () => {
    const { discord, logged, text } = await botOfTest();
    await discord.slash('ask', { question }).edited();
    await discord.message(`${mention} ${question}`).replied();
    expect(await logged('interaction', 2)).toMatchObject([
      { command: 'ask', server: IDS.guild, outcome: 'done', evidence: 3 },
      { command: 'mention', server: IDS.guild, outcome: 'done', evidence: 3 },
    ]);
    expect(text()).not.toContain(question);
  });

  it('has the words where that is wanted', async () => {
    const { discord, logged } = await botOfTest({ logQuestions: true });
    await discord.slash('ask', { question }).edited();
    expect(await logged('interaction')).toMatchObject([{ question }]);
  });
});
