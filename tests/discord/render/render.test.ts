import { FIELDS } from '../../support/answers/answer-fields.ts';
import { MessageFlags } from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { context } from '../../../src/discord/buttons/context.ts';
import { rowsOf } from '../../../src/discord/buttons/index.ts';
import { layOutMessage } from '../../../src/discord/layout/lay-out-message.ts';
import { unescapeMarkdown } from '../../../src/discord/render/escape.ts';
import { cardHeight, roomForCards, WORDS } from '../../../src/discord/render/paging/phone-height.ts';
import { CUT_MARK } from '../../../src/discord/render/quote.ts';
import { renderCompare } from '../../../src/discord/render/render-compare.ts';
import { renderPosition, renderTimeline } from '../../../src/discord/render/render-positions.ts';
import { renderVerify, verdictCard } from '../../../src/discord/render/render-verify.ts';
import { renderAnswer, renderSpeaker } from '../../../src/discord/render/render-answer.ts';
import { createReply, type Reply } from '../../../src/discord/reply.ts';
import type { Answer, Evidence } from '../../../src/domain/answer.ts';
import { checkMessage } from '../../../src/discord-double/checks/check-message.ts';
import { anyEvidence } from '../../support/answers/any-evidence.ts';
import { citation } from '../../../src/discord/render/evidence-card.ts';
import { createFakeApp, evidence } from '../../support/fake-app.ts';
import { outsideText } from '../../support/outside-text.ts';
import { showReply } from '../../support/discord/show-reply.ts';

const { sides, topics } = createFakeApp();
const labels = { sides, topics };

function answer(items: readonly Partial<Evidence>[], fields: Partial<Answer> = {}): Answer {
  return {
    question: 'what did the US offer?',
    answered: items.length > 0,
    answer: null,
    evidence: items.map((item, index) => evidence({ ...item, n: index + 1 })),
    ...FIELDS,
    closest: [],
    nearMisses: [],
    searched: { articles: 5, passages: 189 },
    ...fields,
  };
}

const description = (item: Partial<Evidence>): string | undefined =>
  renderAnswer(answer([item]), sides).cards[0]?.description?.replace(/\n-# [^\n]*$/, '');

describe('the words', () => {
  it.each<[Partial<Evidence>, string]>([
    [{ type: 'direct', text: 'We will see.' }, '“We will see.”'],
    [{ type: 'direct', text: '"We will see."' }, '"We will see."'],
    [{ type: 'direct', text: '“We will see,” he said' }, '“We will see,” he said'],
    [{ type: 'direct', text: 'We will see,”' }, '“We will see,”'],
    [{ type: 'direct', text: "'Twas tough" }, "“'Twas tough”"],
    [{ type: 'direct', text: "“We don't know" }, "“We don't know”"],
    [{ type: 'direct', text: 'She said “We will see.”' }, '> She said “We will see.”'],
    [{ type: 'indirect', text: 'he would see' }, '> he would see'],
    [{ type: 'mixed', text: 'he called it "tough"\nand long' }, '> he called it "tough"\n> and long'],
    [{ type: 'narration', text: 'Talks ended.' }, '> Talks ended.'],
  ])('%j', (item, shown) => expect(description(item)).toBe(shown));

  it('that are too long are cut after a sentence, and it is said', () => {
    const text = 'This is a sentence of some length about the talks. '.repeat(200).trim();
    const [card] = renderAnswer(answer([{ text }]), sides).cards;
    const [words = ''] = card?.description?.split('\n') ?? [];
    expect(words).toMatch(/about the talks\.” \[…\]$/);
    const kept = words.slice(1, -CUT_MARK.length - 1);
    expect(text.startsWith(kept)).toBe(true);
  });

  it('that are too long begin where most of what is asked for is within them', () => {
    const talk = 'This is a sentence of some length about the talks. ';
    const text = `${talk.repeat(20)}Nobody has promised anything about missiles. ${talk.repeat(20)}`.trim();
    const asked = { question: 'who promised missiles?' };
    const shownAs = (item: Partial<Evidence>) =>
      renderAnswer(answer([item], asked), sides).cards[0]?.description;
    expect(shownAs({ text })).toMatch(
      /^\[…\] “Nobody has promised anything about missiles\. This.+talks\.” \[…\]\n/,
    );
    expect(shownAs({ text, type: 'indirect' })).toMatch(/^> \[…\] Nobody has.+talks\. \[…\]\n/);
    expect(shownAs({ text: text.slice(0, -talk.length * 20) })).toMatch(/^\[…\] “.+ missiles\.”\n/);
  });

  it('are no higher than a phone shows at once, cut to four lines where even that is too much', () => {
    for (const chars of [20, 150, 300, 900])
      for (const name of ['Al', 'A Deputy Assistant Secretary of the Interior and of Much Besides']) {
        const text = 'many words '.repeat(chars / 11).trim();
        const { content, cards } = renderAnswer(answer([{ text, speaker: name }, { text }]), sides);
        const height = cards.reduce((sum, card) => sum + cardHeight(card), 0);
        const words = (cards[0]?.description ?? '').replace(/\n-# .*/s, '');
        expect(height <= roomForCards(content) || words.length <= 4 * WORDS.chars).toBe(true);
      }
  });
});

describe('a message', () => {
  it('has as many items as fit, and the rest on further pages', () => {
    const long = answer(Array.from({ length: 5 }, () => ({ text: 'word '.repeat(400).trim() })));
    const pages = [0, 1, 2].map((page) => renderAnswer(long, sides, page));
    expect(pages.map(({ shown }) => shown?.items.map(({ n }) => n))).toEqual([[1], [2], [3]]);
    expect(pages[1]?.content).toMatch(/ · 2 of 5$/);
    const many = answer(Array.from({ length: 25 }, () => ({})));
    // What a phone shows at once, then five each.
    expect(renderAnswer(many, sides).cards).toHaveLength(1);
    expect(renderAnswer(many, sides, 99).shown).toMatchObject({ page: 5, pages: 6 });
    expect(renderAnswer(many, sides, 5).cards.at(-1)?.author?.name).toMatch(/^25 ·/);
  });

  it('has nobody’s words behind somebody’s, where they are not the best answer', () => {
    const own = { type: 'narration' as const, speaker: null, side: null, act: null };
    const types = (items: readonly Partial<Evidence>[]) =>
      renderAnswer(answer(items, { answer: 'So it is. [3]' }), sides).shown?.items.map(({ type }) => type);
    expect(types([{}, own, { text: 'No.' }])).toEqual(['direct']);
    expect(types([own, {}])?.[0]).toBe('narration');
    const { cards } = renderAnswer(
      answer([{}, own, { text: 'No.', start: 90 }], { answer: 'So it is. [3]' }),
      sides,
    );
    expect(cards[0]?.description).toBe('So it is. \\[2\\]');
  });

  it('has its pages where they were when text comes above the first', () => {
    const items = Array.from({ length: 5 }, () => ({ text: 'word '.repeat(210).trim() }));
    const shownOn = (page: number, fields: Partial<Answer>, note: string | null = null) =>
      renderAnswer(answer(items, fields), sides, page, { composes: true, note }).shown?.items.map(
        ({ n }) => n,
      );
    const first = shownOn(0, {});
    expect([...(first ?? []), ...(shownOn(1, {}) ?? [])]).toEqual([1, 2, 3]);
    expect(shownOn(0, { answer: 'text '.repeat(300) })).toEqual(first);
    expect(shownOn(0, {}, 'The language model failed; the quotes stand alone.')).toEqual(first);
  });

  it('has the same words of other articles in the box of the first, with what differs', () => {
    const items = [
      { text: 'its readiness to discuss the future of certain missile systems', article: 'ndo' },
      { text: 'Nobody spoke of sanctions then.' },
      {
        text: 'to discuss the future of some missile systems',
        url: 'https://example.org/(1)',
        type: 'indirect' as const,
      },
    ];
    const { cards, shown } = renderAnswer(answer(items), sides);
    expect(cards).toHaveLength(1);
    const [, , also] = cards[0]?.description?.split('\n') ?? [];
    expect(also).toBe('-# also 2 · [The Messenger](<https://example.org/%281%29>) · 11 Jan 2022');
    expect(shown?.items.map(({ n }) => n)).toEqual([1, 2]);
  });

  it('says what differs where the rest is the same', () => {
    const items = [
      { text: 'to discuss the future of certain missile systems', article: 'ndo' },
      { text: 'to discuss the future of some missile systems' },
    ];
    const { cards } = renderAnswer(answer(items), sides);
    expect(cards[0]?.description).toContain('also 2 · The Messenger · 11 Jan 2022 · “some” for “certain”');
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
        '  what did the US offer? · 3 citations from 1 article · 1 of 2',
        '┃ 1 · US · offers · reported',
        '┃ ▎The US announced its readiness to discuss missile systems',
        '┃   Negotiations between Russia and US … · The Messenger · 11 Jan 2022',
      ].join('\n'),
    );
  });
});

describe('any evidence', () => {
  it('makes a message that Discord and discord.js take, which pings and links nobody', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvidence, { maxLength: 25 }),
        outsideText,
        fc.option(outsideText),
        (items, question, composed) => {
          const numbered = items.map((item, index) => ({ ...item, n: index + 1 }));
          expectExact(
            pagesOf((page) =>
              renderAnswer(
                answer(numbered, {
                  question,
                  headline: `It is ${question}`,
                  readAs: composed,
                  answer: composed,
                }),
                sides,
                page,
              ),
            ),
            statementsFirst(numbered),
          );
          const near = numbered.slice(0, 2);
          const none = answer([], {
            question,
            headline: `Nothing on ${question}`,
            readAs: question,
            closest: near,
          });
          expectExact(
            pagesOf((page) => renderAnswer(none, sides, page)),
            near,
          );
          const profile = { name: question, side: composed, aliases: [question] };
          const said = { speaker: profile, statements: numbered, suggestions: [] };
          const asked = { name: question, topic: composed ?? undefined, role: composed };
          const spoken = pagesOf((page) => renderSpeaker(said, asked, labels, page));
          if (items.length > 0) expectExact(spoken, numbered);
          const nobody = { speaker: null, statements: [], suggestions: [question] };
          expectSafe(renderSpeaker(nobody, { name: question }, labels));
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('any statements, the same words in several articles among them', () => {
  const articles = fc.constantFrom('messenger', 'ndo', 'eight-hour');
  const statement = fc
    .record({ item: anyEvidence, article: articles, again: fc.boolean() })
    .map(({ item, article, again }) =>
      again
        ? evidence({
            ...item,
            article,
            speaker: 'Ada',
            text: `We need ${item.text.slice(0, 30)} guarantees, not promises`,
          })
        : { ...item, article },
    );
  it('make messages that Discord and discord.js take, with every one on a page', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 20 }), outsideText, (items, name) => {
        const searched = { articles: 5, passages: 189 };
        const half = Math.ceil(items.length / 2);
        const position = { side: name, topic: name, statements: items, searched };
        expectAll(
          pagesOf((page) => renderPosition(position, labels, page)),
          items,
        );
        const columns = [items.slice(0, half), items.slice(half)];
        const two = columns.map((statements) => ({ side: name, statements }));
        const compared = { topic: name, sides: two, searched };
        expectAll(
          pagesOf((page) => renderCompare(compared, labels, page)),
          items,
        );
        const dates = { topic: name, statements: items.slice(0, half), undated: items.slice(half), searched };
        expectAll(
          pagesOf((page) => renderTimeline(dates, name, labels, page)),
          items,
        );
        for (const match of [null, ...items.slice(0, 1)]) {
          const difference = { kind: 'changed', given: name, source: name } as const;
          const differences = match === null ? [] : Array.from({ length: 12 }, () => difference);
          const verdict = match === null ? 'not-found' : 'altered';
          expectSafe(renderVerify({ quote: name, verdict, warning: name, match, differences }, sides));
          const one = verdictCard({ quote: name, verdict, warning: name, match, differences }, sides, '1');
          expectSafe(createReply('1 quotation checked.', [one]));
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

it('where a quote stands is said of an article without a title too, since Discord takes no empty small print', () => {
  expect(citation(evidence({ title: '\n', outlet: null, published: null }))).toBe('…');
});

it('an address whose end would take the meaning of our own mark away is a link all the same', () => {
  const url = 'https://example.org/a?b=(c)\\';
  const { cards } = renderAnswer(answer([{ title: 'Talks', url }]), sides);
  expect(cards[0]?.description).toContain('[Talks](<https://example.org/a?b=%28c%29%5C>)');
});

describe('the paragraph around any quote', () => {
  it('makes no link of the mark where the quote is cut and of what stands behind it', async () => {
    const app = createFakeApp();
    app.override.context = async ({ text }) => ({ before: '', quote: text, after: '(https://example.org)' });
    const origin = { command: 'ask', options: {}, isPrivate: false, asker: '1', canThread: true };
    const items = [evidence({ text: 'far and wide '.repeat(900) })];
    const shown = { ...origin, page: 0, pages: 1, items };
    const signal = new AbortController().signal;
    const clicker = { id: '1', name: 'Ada' };
    const { reply } = await context.run({ app, commands: [], server: null, shown, clicker, signal });
    expect(reply.cards[0]?.description).toContain('[…] (');
    expectSafe(reply);
  });

  it('is shown whole or cut with a mark, the quote in bold', async () => {
    const app = createFakeApp();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEvidence, { minLength: 1, maxLength: 12 }),
        outsideText,
        outsideText,
        async (items, before, after) => {
          app.override.context = async ({ text }) => ({ before, quote: text, after });
          const origin = { command: 'ask', options: {}, isPrivate: false, asker: '1', canThread: true };
          const shown = { ...origin, page: 0, pages: 1, items };
          const clicker = { id: '1', name: 'Ada' };
          const signal = new AbortController().signal;
          const { reply } = await context.run({ app, commands: [], server: null, shown, clicker, signal });
          expectSafe(reply);
          for (const [index, { description: shownAs = '' }] of reply.cards.entries()) {
            if (shownAs.includes(CUT_MARK.trim())) continue;
            const text = before + (items[index]?.text ?? '') + after;
            const plain = shownAs.replace(/(\\.)|\*\*/gsu, '$1');
            expect(unescapeMarkdown(plain)).toBe(text);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** Numbers 1 to n, in the order shown. */
function expectAll(pages: readonly Reply[], items: readonly Evidence[]): void {
  const numbers = pages.flatMap(({ shown }) => (shown?.items ?? []).map(({ n }) => n));
  expect(numbers).toEqual(items.map((_, index) => index + 1));
}

const ORIGIN = { command: 'ask', options: {}, isPrivate: false, asker: '1', canThread: true };

const button = (i: number) => ({ type: 2, style: 2, label: 'Context', custom_id: `context:${i}` }) as const;

/** The message with all the buttons that it can have. */
function sent(reply: Reply): object {
  const { shown } = reply;
  const rows = shown === undefined ? [] : rowsOf({ ...ORIGIN, ...shown, page: 2, pages: 9 }, 'x'.repeat(12));
  const cards = reply.cards.map((card, i) => (card.items ? { ...card, button: button(i) } : card));
  const components = layOutMessage({ ...reply, cards, components: [...reply.components, ...rows] });
  return { flags: MessageFlags.IsComponentsV2, components };
}

function expectSafe(reply: Reply): void {
  expect(checkMessage(sent(reply))).toBeNull();
  expect(reply.allowed_mentions).toEqual({ parse: [] });
  expect(reply.content.trim()).not.toBe('');
  for (const card of reply.cards) {
    const fields = (card.fields ?? []).flatMap(({ name, value }) => [name, value]);
    for (const markdown of [reply.content, card.title ?? '', card.description ?? '', ...fields]) {
      const text = markdown.replace(/\\[^0-9A-Za-z\s]/gu, ' ');
      // Links are ours alone: what is between their marks is text.
      const bare = text.replace(/\[([^[\]]*)\]\(<https?:\/\/[^()<>\s]+>\)/g, '$1');
      expect(bare).not.toMatch(/[@<`|]|\]\(|:\/\//);
    }
  }
  expect(JSON.stringify({ ...reply, shown: undefined })).not.toMatch(
    /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u,
  );
}

const isTold = ({ type }: Evidence): boolean => type === 'narration';

/** As they are shown: what nobody says last, but for the best. */
function statementsFirst(items: readonly Evidence[]): readonly Evidence[] {
  if (items[0] === undefined || isTold(items[0])) return items;
  return [...items.filter((item) => !isTold(item)), ...items.filter((item) => isTold(item))];
}

/** Every page of a reply, each fit to be sent. */
function pagesOf(render: (page: number) => Reply): Reply[] {
  const first = render(0);
  const pages = [first, ...Array.from({ length: (first.shown?.pages ?? 1) - 1 }, (_, i) => render(i + 1))];
  for (const reply of pages) expectSafe(reply);
  return pages;
}

/** Every item is shown once, in order, with its citation and the article's words. */
function expectExact(pages: readonly Reply[], items: readonly Evidence[]): void {
  const shown = pages.flatMap(({ cards }) => cards.filter(({ author }) => author !== undefined));
  expect(shown).toHaveLength(items.length);
  for (const [index, { description: all = '', author }] of shown.entries()) {
    const lines = all.split('\n');
    // The article's own lines are escaped: what begins so is ours.
    const below = lines.findIndex((line) => line.startsWith('-# '));
    const words = lines.slice(0, below).join('\n');
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
    const begun = words.replace(/^(> )?\[…\] /, '$1');
    const kept = begun.endsWith(CUT_MARK) ? begun.slice(0, -CUT_MARK.length) : begun;
    expectWords(kept, item, kept === words);
  }
}

/** What is shown is the article's words, or a part of them, inside quotation marks or after `>`. */
function expectWords(dressed: string, item: Evidence, whole: boolean): void {
  const text = unescapeMarkdown(dressed.replace(/^> /gm, ''));
  const marked = unescapeMarkdown(dressed);
  const possible = [text, marked, marked.slice(1), marked.slice(0, -1), marked.slice(1, -1)];
  const exact = (quote: string): boolean => (whole ? item.text === quote : item.text.includes(quote));
  expect(possible.some(exact)).toBe(true);
}
