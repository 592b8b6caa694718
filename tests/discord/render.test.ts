import { EmbedBuilder, type APIEmbed } from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unescapeMarkdown } from '../../src/discord/escape.ts';
import { CUT_MARK } from '../../src/discord/quote.ts';
import { renderAnswer, renderSpeaker } from '../../src/discord/render.ts';
import type { Reply } from '../../src/discord/reply.ts';
import type { Answer, Evidence } from '../../src/domain/answer.ts';
import { ACTS, STATEMENT_TYPES } from '../../src/domain/statement.ts';
import { checkMessage } from '../support/discord-checks.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';
import { outsideText } from '../support/outside-text.ts';
import { showReply } from '../support/show-reply.ts';

const { sides } = createFakeApp();

function answer(items: readonly Partial<Evidence>[], fields: Partial<Answer> = {}): Answer {
  return {
    question: 'what did the US offer?',
    answered: items.length > 0,
    answer: null,
    evidence: items.map((item, index) => evidence({ ...item, n: index + 1 })),
    nearMisses: [],
    searched: { articles: 5, passages: 189 },
    ...fields,
  };
}

const description = (item: Partial<Evidence>): string | undefined =>
  renderAnswer(answer([item]), sides).embeds[1]?.description;

describe('the words', () => {
  it.each<[Partial<Evidence>, string]>([
    [{ type: 'direct', text: 'We will see.' }, '“We will see.”'],
    [{ type: 'direct', text: '"We will see."' }, '"We will see."'],
    [{ type: 'direct', text: '“We will see,” he said' }, '“We will see,” he said'],
    [{ type: 'direct', text: 'We will see,”' }, '“We will see,”'],
    [{ type: 'direct', text: "'Twas tough" }, "“'Twas tough”"],
    [{ type: 'indirect', text: 'he would see' }, '> he would see'],
    [{ type: 'mixed', text: 'he called it "tough"\nand long' }, '> he called it "tough"\n> and long'],
    [{ type: 'narration', text: 'Talks ended.' }, '> Talks ended.'],
  ])('%j', (item, shown) => expect(description(item)).toBe(shown));

  it('that are too long are cut after a sentence, and it is said', () => {
    const text = 'This is a sentence of some length about the talks. '.repeat(200).trim();
    const [, embed] = renderAnswer(answer([{ text }]), sides).embeds;
    expect(embed?.description).toMatch(/about the talks\.” \[…\]$/);
    const kept = embed?.description?.slice(1, -CUT_MARK.length - 1) ?? '';
    expect(text.startsWith(kept)).toBe(true);
    expect(embed?.footer?.text).toContain(`cut here: the first ${kept.length} of ${text.length} characters`);
  });
});

describe('a message', () => {
  it('leaves later items out as a whole and counts them', () => {
    const long = Array.from({ length: 5 }, () => ({ text: 'word '.repeat(400).trim() }));
    const { embeds } = renderAnswer(answer(long), sides);
    expect(embeds).toHaveLength(4);
    expect(embeds.at(-1)?.description).toMatch(/^3 more did not fit/);
    const many = renderAnswer(answer(Array.from({ length: 25 }, () => ({}))), sides);
    expect(many.embeds).toHaveLength(10);
    expect(many.embeds.at(-1)?.description).toMatch(/^17 more did not fit/);
    expect(
      renderAnswer(answer(Array.from({ length: 9 }, () => ({}))), sides).embeds.at(-1)?.author?.name,
    ).toMatch(/^9 ·/);
  });

  it('reads well', () => {
    const reply = renderAnswer(
      answer([
        {
          text: 'The US announced its readiness to discuss missile systems',
          type: 'indirect',
          speaker: null,
          act: 'offers',
        },
        {
          text: 'no plans to "attack Ukraine."',
          type: 'mixed',
          speaker: 'Sergey Ryabkov',
          side: 'Russia',
          act: 'denies',
        },
        {
          text: 'Talks ended.',
          type: 'narration',
          speaker: null,
          side: null,
          act: null,
          outlet: null,
          published: null,
        },
      ]),
      sides,
    );
    expect(showReply(reply)).toBe(
      [
        '3 citations from 1 article: US, Sergey Ryabkov (Russia)',
        '┃ [what did the US offer?]',
        '┃ 1 · US · offers · reported',
        '┃ ▎The US announced its readiness to discuss missile systems',
        '┃    Negotiations between Russia and US underway in Geneva · The Messenger · 11 Jan 2022',
        '┃ 2 · Sergey Ryabkov (Russia) · denies · partly quoted',
        '┃ ▎no plans to "attack Ukraine."',
        '┃    Negotiations between Russia and US underway in Geneva · The Messenger · 11 Jan 2022',
        "┃ 3 · the article's own words",
        '┃ ▎Talks ended.',
        '┃    Negotiations between Russia and US underway in Geneva · outlet not given · undated',
      ].join('\n'),
    );
  });
});

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    text: outsideText.filter((text) => text !== ''),
    title: outsideText,
    outlet: fc.option(outsideText),
    published: fc.option(fc.constantFrom('2022-01-11', '1999-12-31')),
    url: fc.option(fc.oneof(fc.webUrl(), outsideText)),
    speaker: fc.option(outsideText),
    side: fc.option(fc.oneof(fc.constantFrom('US', 'Russia'), outsideText)),
    type: fc.constantFrom(...STATEMENT_TYPES),
    act: fc.option(fc.constantFrom(...ACTS)),
  })
  .map(evidence);

describe('any evidence', () => {
  it('makes a message that Discord and discord.js take, which pings and links nobody', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvidence, { maxLength: 25 }),
        outsideText,
        fc.option(outsideText),
        (items, question, composed) => {
          const numbered = items.map((item, index) => ({ ...item, n: index + 1 }));
          const found = renderAnswer(answer(numbered, { question, answer: composed }), sides);
          expectSafe(found);
          expectExact(found, numbered);
          const near = numbered.slice(0, 2);
          const none = renderAnswer(answer([], { question, nearMisses: near }), sides);
          expectSafe(none);
          expectExact(none, near);
          const profile = { name: question, side: composed, aliases: [question] };
          const said = { speaker: profile, statements: numbered, suggestions: [] };
          const spoken = renderSpeaker(said, { name: question, topic: composed ?? undefined }, sides);
          expectSafe(spoken);
          if (items.length > 0) expectExact(spoken, numbered);
          expectSafe(
            renderSpeaker(
              { speaker: null, statements: [], suggestions: [question] },
              { name: question },
              sides,
            ),
          );
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});

function expectSafe(reply: Reply): void {
  expect(checkMessage(reply)).toBeNull();
  expect(reply.allowed_mentions).toEqual({ parse: [] });
  expect(reply.content.trim()).not.toBe('');
  for (const embed of reply.embeds) {
    expectValid(embed);
    for (const markdown of [reply.content, embed.title ?? '', embed.description ?? '']) {
      const bare = markdown.replace(/\\[^0-9A-Za-z\s]/gu, ' ');
      expect(bare).not.toMatch(/[@<`|]|\]\(|:\/\//);
    }
  }
  expect(JSON.stringify(reply)).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u);
}

/** discord.js checks what is set by its methods, not what a builder is made from. */
function expectValid({ title, description: words, author, footer, color }: APIEmbed): void {
  const embed = new EmbedBuilder();
  if (title !== undefined) embed.setTitle(title);
  if (words !== undefined) embed.setDescription(words);
  if (author)
    embed.setAuthor({ name: author.name, ...(author.url === undefined ? {} : { url: author.url }) });
  if (footer) embed.setFooter({ text: footer.text });
  if (color !== undefined) embed.setColor(color);
}

/** Every item is shown in order with its citation and the article's words, or is counted as left out. */
function expectExact({ embeds }: Reply, items: readonly Evidence[]): void {
  const shown = embeds.filter(({ footer }) => footer !== undefined);
  expect(shown.length).toBeGreaterThanOrEqual(Math.min(1, items.length));
  if (shown.length < items.length)
    expect(embeds.at(-1)?.description).toMatch(
      new RegExp(`^${items.length - shown.length} more did not fit`),
    );
  for (const [index, { description: words = '', footer, author }] of shown.entries()) {
    const item = items[index];
    if (!item) throw new Error('more shown than there is');
    expect(author?.name).toContain(
      {
        direct: 'quoted',
        mixed: 'partly quoted',
        indirect: 'reported',
        narration: "the article's own words",
      }[item.type],
    );
    const whole = !footer?.text.includes(' · cut here: ');
    const dressed = whole ? words : words.slice(0, -CUT_MARK.length);
    if (!whole) expect(words.endsWith(CUT_MARK)).toBe(true);
    const bare = item.type === 'direct' ? dressed : dressed.replace(/^> /gm, '');
    const text = unescapeMarkdown(bare);
    const withoutOurMarks = item.type === 'direct' ? [text, text.slice(1), text.slice(1, -1)] : [text];
    const exact = (quote: string): boolean => (whole ? item.text === quote : item.text.startsWith(quote));
    expect(withoutOurMarks.some(exact)).toBe(true);
  }
}
