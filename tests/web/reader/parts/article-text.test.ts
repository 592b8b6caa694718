import * as fc from 'fast-check';
import { load } from 'cheerio';
import { html } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_PROVENANCE } from '../../../support/records.ts';
import type { ArticleView, Evidence } from '../../../../src/domain/answer.ts';
import type { Span } from '../../../../src/text/span.ts';
import { ACTS, STATEMENT_TYPES } from '../../../../src/domain/statement.ts';
import { ArticleText } from '../../../../src/web/reader/parts/article-text.tsx';
import { evidence } from '../../../support/fake-app.ts';
import { outsideText } from '../../../support/outside-text.ts';

const LABELS = { sides: [{ id: 'US', label: 'US', names: [], adjectives: [] }], topics: [] };

function viewOf(text: string, spans: readonly Span[], skips: readonly Span[] = []): ArticleView {
  const meta = { id: 'a', title: 'A', outlet: null, author: null, published: null, url: null };
  const statements = spans.map((span, i): Evidence =>
    evidence({
      n: i + 1,
      ...span,
      text: text.slice(span.start, span.end),
      type: STATEMENT_TYPES[i % 4] ?? 'direct',
      act: ACTS[i % 7] ?? null,
    }),
  );
  return { article: { ...UNKNOWN_PROVENANCE, ...meta, text, hash: '', skips }, statements };
}

async function shown(view: ArticleView, mark: Span | null) {
  return load((await html`${ArticleText({ view, mark, labels: LABELS })}`).toString());
}

/** Text as `freezeText` leaves it, without what no page can hold. */
const articleText = outsideText
  .map((text) => text.replace(/[\r\0]|\p{Surrogate}/gu, '�'))
  .filter((text) => text !== '');

const anyArticle = articleText.chain((text) => {
  const span = fc
    .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
    .map(([a, b]) => ({ start: whole(text, Math.min(a, b)), end: whole(text, Math.max(a, b)) }))
    .filter(({ start, end }) => start < end);
  return fc.record({
    text: fc.constant(text),
    spans: fc.array(span, { maxLength: 8 }),
    mark: fc.option(span),
  });
});

/** Back to where no character is cut in two. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}

describe('the text of an article in the page', () => {
  it('is the article, character for character, whatever is said in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle, async ({ text, spans, mark }) => {
        const $ = await shown(viewOf(text, spans), mark);
        expect($('article').text()).toBe(text);
      }),
    );
  });

  it('highlights the quote that is asked for and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle, async ({ text, spans, mark }) => {
        const $ = await shown(viewOf(text, spans), mark);
        expect($('mark').text()).toBe(mark === null ? '' : text.slice(mark.start, mark.end));
      }),
    );
  });

  it('has the id of every statement and of the quote once', async () => {
    await fc.assert(
      fc.asyncProperty(anyArticle, async ({ text, spans, mark }) => {
        const $ = await shown(viewOf(text, spans), mark);
        const ids = $('[id]')
          .get()
          .map(({ attribs }) => attribs['id']);
        const wanted = [...spans, ...(mark === null ? [] : [mark])];
        expect(ids.length).toBe(new Set(ids).size);
        expect(new Set(ids)).toEqual(new Set(wanted.map(({ start, end }) => `s=${start}-${end}`)));
      }),
    );
  });

  it('links every character of a statement to the innermost one', async () => {
    const text = 'He said that she said no, and left.';
    const [outer, inner] = [
      { start: 8, end: 24 },
      { start: 13, end: 24 },
    ];
    const $ = await shown(viewOf(text, [outer, inner]), null);
    const links = $('a')
      .get()
      .map((a) => [$(a).text(), $(a).attr('href')]);
    expect(links).toEqual([
      ['that ', '?s=8-24#s=8-24'],
      ['she said no', '?s=13-24#s=13-24'],
    ]);
  });

  it('is reached by the keyboard once a statement', async () => {
    const $ = await shown(
      viewOf('One two three.', [
        { start: 0, end: 13 },
        { start: 4, end: 7 },
      ]),
      null,
    );
    expect($('a:not([tabindex])').length).toBe(2);
    expect($('a[tabindex="-1"]').text()).toBe(' three');
  });

  it('tells who says it and how, without adding to the text', async () => {
    const $ = await shown(viewOf('We will not.', [{ start: 0, end: 11 }]), null);
    expect($('a').attr('data-note')).toBe('Wendy Sherman (US) · offers · quoted · nato-enlargement');
    expect($('.tag').attr('data-tag')).toBe('US offers');
  });

  it('does not grow with long names: a note stands in the page once a line', async () => {
    const text = 'line\n'.repeat(1_000);
    const view = viewOf(text, [{ start: 0, end: text.length }]);
    const statements = view.statements.map((one) => ({ ...one, speaker: '🙂'.repeat(5_000) }));
    const $ = await shown({ ...view, statements }, null);
    const note = $('a').first().attr('data-note') ?? '';
    expect(note).toMatch(/^(?:🙂)+…$/u);
    expect(note.length).toBeLessThanOrEqual(300);
    expect($('a').length).toBe(1_000);
  });

  it('greys boilerplate', async () => {
    const $ = await shown(viewOf('Share this. We will not.', [], [{ start: 0, end: 11 }]), null);
    expect($('.skipped').text()).toBe('Share this.');
  });

  it('keeps paragraphs apart and white space in them', async () => {
    const $ = await shown(viewOf('\nOne.\n\nTwo.\n', []), null);
    expect(
      $('p')
        .get()
        .map((p) => $(p).text()),
    ).toEqual(['\nOne.\n\n', 'Two.\n']);
  });

  it('shows what cannot be seen by its number', async () => {
    const $ = await shown(viewOf('left\u202Eright', []), null);
    expect($('.unseen').attr('data-code')).toBe('U+202E');
  });

  it('puts a sign in place of what no page can hold', async () => {
    const $ = await shown(viewOf('a\0b\uD83Dc', []), null);
    expect($('article').text()).toBe('a�b�c');
    expect(
      $('.unseen')
        .get()
        .map(({ attribs }) => attribs['data-code']),
    ).toEqual(['U+0000', 'U+D83D']);
  });
});
