import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { quoteCard } from '../../src/pictures/quote-card.ts';
import { textWidth } from '../../src/pictures/font.ts';
import { createFakeApp, evidence } from '../support/fake-app.ts';

const app = createFakeApp();
const WORD = 'reciprocal ';

it.each([1, 30, 45, 400])('the words of %i words stay in their place, whole while they fit', (words) => {
  for (const theme of ['light', 'dark'] as const) {
    const { svg, widthPx, heightPx } = quoteCard(evidence({ text: WORD.repeat(words).trim() }), app, {
      theme,
    });
    const $ = load(svg, { xml: true });
    const lines = $('text').get();
    for (const line of lines) {
      const at = $(line);
      const size = Number(at.attr('font-size'));
      const bold = at.attr('font-weight') === 'bold' ? 'bold' : 'normal';
      const from = at.attr('text-anchor') === 'end' ? -textWidth(at.text(), size, bold) : 0;
      expect(Number(at.attr('x')) + from).toBeGreaterThanOrEqual(0);
      if (from === 0)
        expect(Number(at.attr('x')) + textWidth(at.text(), size, bold)).toBeLessThanOrEqual(widthPx);
      expect(Number(at.attr('y'))).toBeLessThan(heightPx);
      // Shown 400 pixels wide, letters keep eight and a half.
      expect((size * 400) / widthPx).toBeGreaterThanOrEqual(8.5);
    }
    const shown = lines.map((line) => $(line).text()).join(' ');
    expect(shown.includes('…')).toBe(words === 400);
    expect(shown.split('reciprocal').length - 1 === words).toBe(words < 400);
  }
});

it('tells in words what it shows, and outside text stays text', () => {
  const { svg } = quoteCard(evidence({ text: '<b>No & "never"', speaker: '<i>', side: null }), app, {
    theme: 'light',
  });
  const $ = load(svg, { xml: true });
  expect($('desc').text()).toBe('<i> · rejects: <b>No & "never"');
  expect($('b, i').length).toBe(0);
});

it('what nobody says has no speaker and no act', () => {
  const item = evidence({ type: 'narration', speaker: null, side: null, act: null });
  const { svg } = quoteCard(item, app, { theme: 'light' });
  expect(load(svg, { xml: true })('desc').text()).toMatch(/^the article's own words: We will/);
});
