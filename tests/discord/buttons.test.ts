import { FIELDS } from '../support/answers/answer-fields.ts';
import { InteractionResponseType, MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isEphemeral, type Buttons } from '../support/discord/discord-double.ts';
import { OTHER_PERSON } from '../support/discord/discord-payloads.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { recordOf } from '../support/records.ts';
import { buttonsOf } from '../support/discord/read-cards.ts';
import { runBot } from '../support/discord/running-bot.ts';

const items = Array.from({ length: 12 }, (_, i) =>
  evidence({ text: `Missiles, sentence ${i + 1}.`, n: i + 1, topics: ['missiles'] }),
);
let running: Awaited<ReturnType<typeof runBot>>;
beforeAll(async () => {
  running = await runBot();
});
afterEach(() => {
  for (const name of ['ask', 'context', 'correct', 'article'] as const) delete running.app.override[name];
});
afterAll(() => running.stop());

const many = () => {
  running.app.override.ask = async (question) => ({
    question,
    answered: true,
    answer: null,
    evidence: items,
    ...FIELDS,
    closest: [],
    nearMisses: [],
    searched: { articles: 1, passages: 12 },
  });
};
const ask = async (options = {}) =>
  (await running.discord.slash('ask', { question: 'which missiles?', ...options }).edited()).body;
const labels = ({ components = [] }: Buttons): string[] => buttonsOf(components).map(({ label }) => label);

/** The form that the button of a message opens. */
async function openForm(shown: Buttons) {
  const { body } = await running.discord.click(shown, 'Wrong?').callback();
  expect(body.type).toBe(InteractionResponseType.Modal);
  return body.data;
}

describe('an answer', () => {
  it('has the buttons that fit it', async () => {
    expect(labels(await ask())).toEqual(['Context', 'More ▶', 'Other side', 'Thread', 'Wrong?', 'Follow']);
    expect(labels(await ask({ private: true }))).toEqual([
      'Context',
      'More ▶',
      'Other side',
      'Share',
      'Wrong?',
      'Follow',
    ]);
    const compared = await running.discord.slash('compare', { topic: 'missiles' }).edited();
    expect(labels(compared.body)).toEqual(['Context', 'More ▶', 'Thread', 'Wrong?']);
    const helped = (await running.discord.slash('help').edited()).body;
    expect(labels(helped)).not.toContain('Context');
  });
});

describe('More and Back', () => {
  it('turn the page for who asked, there and back', async () => {
    many();
    const first = await ask();
    expect(labels(first)).toContain('More ▶');
    const click = running.discord.click(first, 'More ▶');
    expect((await click.callback()).body.type).toBe(InteractionResponseType.DeferredMessageUpdate);
    const second = (await click.edited()).body;
    expect(second.content).toContain('2 of 4');
    expect(second.cards[0].author.name).toMatch(/^2 ·/);
    expect(labels(second)).toEqual(expect.arrayContaining(['◀ Back', 'More ▶']));
    const last = (await running.discord.click(second, 'Last »').edited()).body;
    expect(last.content).toContain('4 of 4');
    expect(labels(last)).toEqual(expect.arrayContaining(['« First', '◀ Back']));
    const begin = (await running.discord.click(last, '« First').edited()).body;
    expect(begin.cards).toEqual(first.cards);
    expect(labels(last)).not.toContain('More ▶');
    const again = (await running.discord.click(second, '◀ Back').edited()).body;
    expect(again.cards).toEqual(first.cards);
  });

  it('show the page to somebody else alone', async () => {
    many();
    const click = running.discord.click(await ask(), 'More ▶', { by: OTHER_PERSON });
    const { body } = await click.callback();
    expect(body.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
    expect(isEphemeral(body.data)).toBe(true);
    const own = (await click.edited()).body;
    expect(own.content).toContain('2 of 4');
    const next = running.discord.click(own, 'More ▶', { by: OTHER_PERSON, isPrivate: true });
    expect((await next.callback()).body.type).toBe(InteractionResponseType.DeferredMessageUpdate);
  });

  it('tell a failure to who clicked alone, and leave the message', async () => {
    many();
    const first = await ask();
    running.app.override.ask = async () => {
      throw new Error('store is shut');
    };
    const { body } = await running.discord.click(first, 'More ▶').followedUp();
    expect(body.content).toMatch(/reference [0-9a-f]{6}/);
    expect(isEphemeral(body)).toBe(true);
  });
});

describe('Context', () => {
  it('shows the paragraph around the quote that it stands beside, the quote in bold, to who clicked', async () => {
    const shown = await ask({ question: 'which guarantees?' });
    const click = running.discord.click(shown, 'Context');
    expect((await click.callback()).body.data.flags).toBe(MessageFlags.Ephemeral);
    const { body } = await click.edited();
    expect(body.cards).toHaveLength(1);
    expect(body.cards[0]).toMatchObject({
      author: { name: '1 · Sergey Ryabkov (Russia) · demands · quoted' },
      description:
        'She was asked. **We need ironclad, legally relevant guarantees, not promises** Then she left.\n' +
        '-# Eight-hour US-Russia talks—what sides (not) agreed on',
    });
    expect(labels(body)).toEqual([]);
  });

  it('says when the article was changed since', async () => {
    const shown = await ask();
    running.app.override.context = async () => null;
    const { body } = await running.discord.click(shown, 'Context').edited();
    expect(body.cards[0].description).toContain('changed since');
  });
});

describe('Other side', () => {
  it('shows the other side’s position on the topic, privately, to be shared', async () => {
    const click = running.discord.click(await ask(), 'Other side');
    expect(isEphemeral((await click.callback()).body.data)).toBe(true);
    const { body } = await click.edited();
    expect(body.content).toBe('Russia on Missiles: No statement found in 3 articles.');
    const guarantees = running.discord.slash('position', { side: 'Russia', topic: 'nato-enlargement' });
    const other = (await running.discord.click((await guarantees.edited()).body, 'Other side').edited()).body;
    expect(other.content).toBe('**US on NATO enlargement**\n-# Rejects 1 · 1 statement from 1 article');
    expect(labels(other)).toContain('Share');
  });
});

describe('Share', () => {
  it('shows a private answer to all, once', async () => {
    const shown = await ask({ private: true });
    const click = running.discord.click(shown, 'Share', { isPrivate: true });
    const shared = (await click.followedUp()).body;
    expect(isEphemeral(shared)).toBe(false);
    expect(shared.content).toBe(`${shown.content} · shared by Ada`);
    expect(shared.cards).toEqual(shown.cards);
    expect(labels(shared)).not.toContain('Share');
    expect(labels((await click.edited()).body)).not.toContain('Share');
  });

  it('says where the bot may not write for all to see', async () => {
    const shown = await ask({ private: true });
    const click = running.discord.click(shown, 'Share', { isPrivate: true });
    const path = new RegExp(`^/webhooks/\\d+/${click.token}$`);
    running.discord.fail({ method: 'POST', path, status: 403, code: 50013 });
    const { body } = await running.discord.waitFor({ method: 'POST', path, status: 200 });
    expect(body.content).toBe('I may not write in this channel for all to see.');
    expect(isEphemeral(body)).toBe(true);
  });

  it('is refused where answers are not shown to all', async () => {
    const other = await runBot({ settings: { channels: ['900000000000000090'] } });
    const asked = other.discord.slash('ask', { question: 'which missiles?' });
    expect(isEphemeral((await asked.callback()).body.data)).toBe(true);
    const click = other.discord.click((await asked.edited()).body, 'Share', { isPrivate: true });
    const { body } = await click.followedUp();
    expect(body.content).toContain('not shown to all');
    expect(isEphemeral(body)).toBe(true);
    await other.stop();
  });
});

describe('Wrong?', () => {
  it('opens a form, and keeps what is filled in with who said so', async () => {
    const form = await openForm(await ask());
    const sent = running.discord.submitForm(form, { which: '1', speaker: ' Ryabkov ', note: 'see above' });
    expect(isEphemeral((await sent.callback()).body.data)).toBe(true);
    expect((await sent.edited()).body.content).toContain('Quote 1 is noted as said by Ryabkov');
    const [kept] = await running.app.corrections();
    expect(kept).toMatchObject({
      article: 'ndo',
      start: 0,
      speaker: 'Ryabkov',
      side: null,
      note: 'see above',
      by: { id: '900000000000000005', name: 'Ada' },
    });
  });

  it('can be taken back, by who made it alone', async () => {
    const made = running.discord.submitForm(await openForm(await ask()), { which: '1', speaker: 'Ryabkov' });
    const answered = (await made.edited()).body;
    expect(labels(answered)).toEqual(['Undo']);
    const count = (await running.app.corrections()).length;
    const undone = running.discord.click(answered, 'Undo', { isPrivate: true });
    expect((await undone.edited()).body.content).toBe('Taken back: the quote shows as it did before.');
    expect(await running.app.corrections()).toHaveLength(count - 1);
    const again = running.discord.click(answered, 'Undo', { isPrivate: true });
    expect((await again.edited()).body.content).toContain('There is no correction');
  });

  it('takes an empty speaker for nobody', async () => {
    const sent = running.discord.submitForm(await openForm(await ask()), {});
    expect((await sent.edited()).body.content).toContain('nobody’s, the article’s own words');
    expect((await running.app.corrections()).at(-1)).toMatchObject({ speaker: null, note: null });
  });

  it('is refused when the article was changed since', async () => {
    const form = await openForm(await ask());
    running.app.override.context = async () => null;
    const sent = running.discord.submitForm(form, { speaker: 'Ryabkov' });
    expect((await sent.edited()).body.content).toContain('changed since that answer');
  });
});

describe('after a restart', () => {
  it('the buttons of a message from before work', async () => {
    const app = createFakeApp();
    const before = await runBot({ app });
    const shown = (await before.discord.slash('ask', { question: 'which missiles?' }).edited()).body;
    await before.stop();
    const after = await runBot({ app });
    const { body } = await after.discord.click(shown, 'Context').edited();
    expect(body.cards[0].author).toEqual(shown.cards[0].author);
    const form = (await after.discord.click(shown, 'Wrong?').callback()).body.data;
    await after.discord.submitForm(form, { speaker: 'Ryabkov' }).edited();
    expect(await app.corrections()).toHaveLength(1);
    await after.stop();
  });

  it('those of a message that is no longer known say so and are switched off', async () => {
    const other = await runBot();
    const shown = await ask();
    const click = other.discord.click(shown, 'Context');
    const { body } = await click.callback();
    expect(body.type).toBe(InteractionResponseType.UpdateMessage);
    expect(labels(body.data)).toEqual(labels(shown));
    for (const button of buttonsOf(body.data.components)) expect(button.disabled).toBe(true);
    expect(body.data.flags).toBe(MessageFlags.IsComponentsV2);
    expect(body.data.cards).toEqual(shown.cards);
    const told = (await click.followedUp()).body;
    expect(told.content).toContain('please ask again');
    expect(isEphemeral(told)).toBe(true);
    await other.stop();
  });
});

describe('an answer whose article is no longer what it was', () => {
  it('says so when its buttons are pressed', async () => {
    many();
    const shown = await ask();
    running.app.override.context = async ({ text }) =>
      /sentence [13]\./.test(text) ? null : { before: '', quote: text, after: '' };
    const told = async (label: string): Promise<string> =>
      (await running.discord.click(shown, label).edited()).body.content;
    expect(await told('Context')).toMatch(
      /^Since that answer “.+” was taken out \(quote 1\): these words stand there no longer\.\n/,
    );
    running.app.override.article = async () => ({
      article: recordOf({ id: 'messenger', text: 'Another version.' }).article,
      statements: [],
    });
    expect(await told('Context')).toMatch(
      /^Since that answer “.+” was replaced by a new version \(quote 1\)/,
    );
    running.app.override.context = async ({ text }) => ({ before: '', quote: text, after: '' });
    expect(await told('Context')).toMatch(/^The words around/);
  });
});
